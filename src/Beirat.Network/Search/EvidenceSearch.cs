using Beirat.Network.Common;
using Beirat.Network.Search.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Beirat.Network.Search;

/// <summary>A document that speaks for a person on a question. <see cref="Relevance"/> is above 0 and at most 1.</summary>
internal sealed record FoundEvidence(StoredDocument Document, double Relevance, IReadOnlyList<string> Words);

/// <summary>Finds what speaks for people on a question.</summary>
internal sealed class EvidenceSearch(SearchIndex index)
{
    private const int MaxDocuments = 1_500;
    private const int ShownWords = 3;

    // Nobody is proposed for what is only related to the question.
    private static readonly SearchWeights Weights = SearchWeights.Default with { Near = 0 };

    /// <summary>The best evidence for these people, best first. Null while there is no index.</summary>
    public IReadOnlyList<FoundEvidence>? Find(Viewer viewer, Question question, IReadOnlyCollection<Guid> people) =>
        index.Search((searcher, analysis) => Find(searcher, analysis, viewer, question, people));

    private static List<FoundEvidence> Find(
        IndexSearcher searcher, TextAnalysis analysis, Viewer viewer, Question question, IReadOnlyCollection<Guid> people)
    {
        if (!question.HasSubject || people.Count == 0) return [];
        var groups = new QuestionTerms(analysis, searcher.IndexReader, Weights).Of(question);
        var (allowed, _) = VisibleDocuments.For(searcher.IndexReader, viewer.Level, SearchField.Evidence);
        var theirs = searcher.IndexReader.Leaves.Select((leaf, i) => Theirs(leaf, allowed[i], people)).ToList();
        using var ranking = new Ranking(searcher.IndexReader, [.. theirs], theirs.Sum(t => t.Cardinality), Weights);
        foreach (var group in groups) ranking.Add(group);
        var best = Ranking.Best(ranking.Found(words: 1), MaxDocuments).Best;
        if (best.Count == 0) return [];
        var matches = new Matches(groups, analysis);
        return [.. best.Select(d => Read(searcher, d, best[0].Score, matches))];
    }

    private static FixedBitSet Theirs(AtomicReaderContext leaf, FixedBitSet allowed, IEnumerable<Guid> people)
    {
        var bits = VisibleDocuments.Holding(leaf, people.Select(p => new Term(SearchField.Person, p.ToString("N"))));
        bits.And(allowed);
        return bits;
    }

    private static FoundEvidence Read(IndexSearcher searcher, Ranked found, float best, Matches matches)
    {
        var document = DocumentFactory.Read(searcher.Doc(found.Document));
        var words = matches.In(document.Searched, document.Language).Select(w => w.Text).Distinct(StringComparer.OrdinalIgnoreCase).Take(ShownWords);
        return new FoundEvidence(document, found.Score / best, [.. words]);
    }
}
