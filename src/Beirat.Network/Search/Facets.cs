using Beirat.Network.Outbox;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Beirat.Network.Search;

/// <summary>How many of the found documents have a value.</summary>
public sealed record FacetCount<T>(T Value, int Count);

/// <summary>Tells documents apart by what they are and in which language.</summary>
internal sealed class Facets(IndexReader reader)
{
    private readonly IList<AtomicReaderContext> _leaves = reader.Leaves;
    private readonly Dictionary<(string, string), FixedBitSet[]> _holding = [];

    /// <summary>True when the document holds the term.</summary>
    public bool Has(int document, string field, string term)
    {
        if (!_holding.TryGetValue((field, term), out var sets))
            _holding[(field, term)] = sets = [.. _leaves.Select(l => VisibleDocuments.Holding(l, new Term(field, term)))];
        var leaf = ReaderUtil.SubIndex(document, _leaves);
        return sets[leaf].Get(document - _leaves[leaf].DocBase);
    }

    /// <summary>Counts the values that occur, most frequent first.</summary>
    public IReadOnlyList<FacetCount<T>> Count<T>(IReadOnlyList<int> documents, string field, IEnumerable<T> values, Func<T, string> term) =>
        [.. values.Select(v => new FacetCount<T>(v, documents.Count(d => Has(d, field, term(v))))).Where(c => c.Count > 0).OrderByDescending(c => c.Count)];

    /// <summary>The kinds that are searched.</summary>
    public static readonly IReadOnlyList<SubjectKind> Kinds =
    [
        SubjectKind.Article, SubjectKind.Person, SubjectKind.Organization, SubjectKind.Topic, SubjectKind.Discussion, SubjectKind.Post, SubjectKind.Event,
    ];

    /// <summary>The languages that texts of the index are in.</summary>
    public IEnumerable<string> Languages() => Common.Languages.OfTexts.Where(l => KnownTerms.Frequency(reader, SearchField.Language, l) > 0);
}
