using Beirat.Network.Common;
using Lucene.Net.Search;

namespace Beirat.Network.Search;

/// <summary>A document that speaks for a person on a question. <see cref="Relevance"/> is above 0 and at most 1.</summary>
internal sealed record FoundEvidence(StoredDocument Document, double Relevance, IReadOnlyList<string> Words);

/// <summary>Finds what speaks for people on a question.</summary>
internal sealed class EvidenceSearch(SearchIndex index)
{
    private const int MaxDocuments = 1_500;

    /// <summary>The best evidence for these people, best first. Null while there is no index.</summary>
    public IReadOnlyList<FoundEvidence>? Find(Viewer viewer, Question question, IReadOnlyCollection<Guid> people) =>
        index.Search(searcher => Find(searcher, viewer, question, people));

    private static List<FoundEvidence> Find(IndexSearcher searcher, Viewer viewer, Question question, IReadOnlyCollection<Guid> people)
    {
        if (!question.HasSubject || people.Count == 0) return [];
        var query = QuestionQuery.Make(question, searcher.IndexReader, strict: false);
        var theirs = new FieldCacheTermsFilter(SearchField.Person, [.. people.Select(p => p.ToString("N"))]);
        var seen = new FilteredQuery(query, QuestionQuery.ForViewer(viewer, SearchField.Evidence));
        var top = searcher.Search(seen, theirs, MaxDocuments);
        if (top.ScoreDocs.Length == 0) return [];
        var best = top.ScoreDocs[0].Score;
        var terms = QuestionQuery.TermsOf(question);
        return [.. top.ScoreDocs.Select(d => Read(searcher, d, best, terms))];
    }

    private static FoundEvidence Read(IndexSearcher searcher, ScoreDoc found, float best, HashSet<string> terms)
    {
        var document = DocumentFactory.Read(searcher.Doc(found.Doc));
        var words = Snippet.Matches(document.Searched, document.Language, terms, 3);
        return new FoundEvidence(document, found.Score / best, words);
    }
}
