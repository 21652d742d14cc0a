using Beirat.Network.Common;
using Beirat.Network.Search.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Beirat.Network.Search;

/// <summary>A document that speaks for a person on a question. <see cref="Relevance"/> is above 0 and at most 1.</summary>
internal sealed record FoundEvidence(EvidenceFacts Facts, double Relevance);

/// <summary>The text of a piece of evidence, and the words in it that the question was looking for.</summary>
internal sealed record EvidenceText(StoredDocument Document, IReadOnlyList<string> Words);

/// <summary>Finds what speaks for people on a question. Weighs first and reads then, because only few of many are shown.</summary>
internal sealed class EvidenceSearch(SearchIndex index)
{
    private const int MaxDocuments = 1_500;
    private const int ShownWords = 3;

    // What is searched for in the texts that are shown: their beginning tells enough.
    private const int ReadOfText = 8_000;

    // Somebody knows about a thing who holds to it: names of several words and what is said often count more than in a search for texts;
    // words that frame, and what merely stands for a word, less. Nobody is proposed for what is only related to the question.
    private static readonly SearchWeights Weights =
        SearchWeights.Default with { Near = 0, Phrase = 2, K1 = 3, LowerCase = 0.5f, Synonym = 0.1f, Dilution = 0.3f };

    /// <summary>The best evidence for these people, best first. Null while there is no index.</summary>
    /// <param name="viewer">Who asks.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="people">For whom evidence is looked for.</param>
    /// <param name="topics">When given, only those count who have some evidence under one of them.</param>
    public IReadOnlyList<FoundEvidence>? Find(Viewer viewer, Question question, IReadOnlyCollection<Guid> people, IReadOnlyCollection<Guid>? topics) =>
        index.Search((searcher, analysis) => Find(searcher, analysis, viewer, question, people, topics));

    /// <summary>The texts of pieces of evidence by <see cref="EvidenceFacts.Line"/>; one that is gone meanwhile is missing.</summary>
    public IReadOnlyDictionary<string, EvidenceText> Read(Question question, IReadOnlyCollection<string> lines) =>
        index.Search((searcher, analysis) => Read(searcher, analysis, question, lines)) ?? [];

    private static List<FoundEvidence> Find(
        IndexSearcher searcher, TextAnalysis analysis, Viewer viewer, Question question, IReadOnlyCollection<Guid> people, IReadOnlyCollection<Guid>? topics)
    {
        if (!question.HasSubject || people.Count == 0) return [];
        var reader = searcher.IndexReader;
        var (allowed, _) = VisibleDocuments.For(reader, viewer.Level, SearchField.Evidence);
        var wanted = people.Select(p => p.ToString("N")).ToHashSet();
        if (topics is not null) wanted.IntersectWith(PeopleUnder(reader, allowed, topics));
        var theirs = reader.Leaves.Select((leaf, i) => Theirs(leaf, allowed[i], wanted)).ToList();
        using var ranking = new Ranking(reader, [.. theirs], theirs.Sum(t => t.Cardinality), Weights);
        foreach (var group in new QuestionTerms(analysis, reader, Weights).Of(question)) ranking.Add(group);
        var best = Ranking.Best(ranking.Found(words: 1), MaxDocuments).Best;
        var facts = new EvidenceFactsReader(reader);
        return [.. best.Select(d => new FoundEvidence(facts.Of(d.Document), d.Score / best[0].Score))];
    }

    private static Dictionary<string, EvidenceText> Read(IndexSearcher searcher, TextAnalysis analysis, Question question, IReadOnlyCollection<string> lines)
    {
        var matches = new Matches(new QuestionTerms(analysis, searcher.IndexReader, Weights).Of(question), analysis);
        var texts = new Dictionary<string, EvidenceText>();
        foreach (var leaf in searcher.IndexReader.Leaves)
        {
            foreach (var line in lines)
            {
                if (leaf.AtomicReader.GetTermDocsEnum(new Term(SearchField.Line, line)) is not { } at || at.NextDoc() == DocIdSetIterator.NO_MORE_DOCS) continue;
                var document = DocumentFactory.Read(leaf.AtomicReader.Document(at.DocID));
                texts[line] = new EvidenceText(document, WordsIn(document, matches));
            }
        }

        return texts;
    }

    private static IReadOnlyList<string> WordsIn(StoredDocument document, Matches matches)
    {
        var text = document.Searched.Length > ReadOfText ? document.Searched[..ReadOfText] : document.Searched;
        return [.. matches.In(text, document.Language).Select(w => w.Text).Distinct(StringComparer.OrdinalIgnoreCase).Take(ShownWords)];
    }

    private static FixedBitSet Theirs(AtomicReaderContext leaf, FixedBitSet allowed, HashSet<string> people)
    {
        var named = LeafValues.For(leaf, SearchField.Person);
        var wanted = named.Terms.Select(people.Contains).ToArray();
        var bits = new FixedBitSet(allowed.Length);
        foreach (var document in In(allowed))
        {
            if (named.Of(document) is [var person, ..] && wanted[person]) bits.Set(document);
        }

        return bits;
    }

    private static HashSet<string> PeopleUnder(IndexReader reader, IReadOnlyList<FixedBitSet> allowed, IReadOnlyCollection<Guid> topics)
    {
        var found = new HashSet<string>();
        for (var i = 0; i < reader.Leaves.Count; i++)
        {
            var named = LeafValues.For(reader.Leaves[i], SearchField.Person);
            var bits = VisibleDocuments.Holding(reader.Leaves[i], topics.Select(t => new Term(SearchField.Topic, t.ToString("N"))));
            bits.And(allowed[i]);
            foreach (var document in In(bits)) found.Add(named.Terms[named.Of(document)[0]]);
        }

        return found;
    }

    private static IEnumerable<int> In(FixedBitSet bits)
    {
        for (var at = bits.NextSetBit(0); at >= 0; at = at + 1 < bits.Length ? bits.NextSetBit(at + 1) : -1) yield return at;
    }

    /// <summary>Reads what is kept beside the texts.</summary>
    private sealed class EvidenceFactsReader(IndexReader reader)
    {
        private readonly IList<AtomicReaderContext> _leaves = reader.Leaves;
        private readonly Dictionary<int, BinaryDocValues> _values = [];
        private readonly BytesRef _bytes = new();

        public EvidenceFacts Of(int document)
        {
            var leaf = ReaderUtil.SubIndex(document, _leaves);
            if (!_values.TryGetValue(leaf, out var values)) values = _values[leaf] = _leaves[leaf].AtomicReader.GetBinaryDocValues(SearchField.Facts);
            values.Get(document - _leaves[leaf].DocBase, _bytes);
            return EvidenceFacts.Read(_bytes.Bytes.AsSpan(_bytes.Offset, _bytes.Length));
        }
    }
}
