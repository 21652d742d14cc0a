using System.Diagnostics;
using Beirat.Network.Common;
using Beirat.Network.Outbox;
using Beirat.Network.Search.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Beirat.Network.Search;

/// <summary>Finds titles and names by the beginnings of their words, among what a level of trust may see. The work is bounded in terms and time.</summary>
internal sealed class TitleSearch(IndexSearcher searcher, TimeSpan atMost)
{
    // Of each typed word, in each part of the index.
    private const int MaxTerms = 400;

    // Of each kind, so that many articles leave room for a person.
    private const int OfOneKind = 3;
    private const int Found = 16;

    // Few and certain things first.
    private static readonly SubjectKind[] Kinds =
    [
        SubjectKind.Topic, SubjectKind.Person, SubjectKind.Organization, SubjectKind.Event, SubjectKind.Article, SubjectKind.Discussion,
    ];

    private readonly long _started = Stopwatch.GetTimestamp();

    /// <summary>Titles that begin with the first word come first.</summary>
    public List<StoredDocument> Find(Audience level, IReadOnlyList<string> words)
    {
        var (allowed, _) = VisibleDocuments.For(searcher.IndexReader, level, SearchField.Hit);
        var documents = new List<int>();
        var counts = new int[Kinds.Length];
        var holding = searcher.IndexReader.Leaves.Select((leaf, i) => Holding(leaf, allowed[i], words)).ToList();
        foreach (var first in new[] { true, false })
        {
            for (var i = 0; i < holding.Count; i++) Collect(searcher.IndexReader.Leaves[i], holding[i], first ? TitleWords.First + words[0] : null, counts, documents);
        }

        return [.. documents.Take(Found).Select(d => DocumentFactory.Read(searcher.Doc(d)))];
    }

    private FixedBitSet Holding(AtomicReaderContext leaf, FixedBitSet allowed, IReadOnlyList<string> words)
    {
        var found = allowed.Clone();
        foreach (var word in words) found.And(Beginning(leaf, word));
        return found;
    }

    private FixedBitSet Beginning(AtomicReaderContext leaf, string word)
    {
        var bits = new FixedBitSet(Math.Max(1, leaf.AtomicReader.MaxDoc));
        if (leaf.AtomicReader.GetTerms(SearchField.Title)?.GetEnumerator() is not { } at) return bits;
        var wanted = new BytesRef(word);
        if (at.SeekCeil(wanted) == TermsEnum.SeekStatus.END) return bits;
        for (var terms = 0; terms < MaxTerms && StringHelper.StartsWith(at.Term, wanted) && InTime; terms++)
        {
            var documents = at.Docs(leaf.AtomicReader.LiveDocs, null, DocsFlags.NONE);
            int document;
            while ((document = documents.NextDoc()) != DocIdSetIterator.NO_MORE_DOCS) bits.Set(document);
            if (!at.MoveNext()) break;
        }

        return bits;
    }

    private void Collect(AtomicReaderContext leaf, FixedBitSet holding, string? beginning, int[] counts, List<int> into)
    {
        var bits = holding;
        if (beginning is not null)
        {
            bits = holding.Clone();
            bits.And(Beginning(leaf, beginning));
        }

        var kinds = LeafValues.For(leaf, SearchField.Kind);
        var documents = bits.GetIterator();
        int document;
        while ((document = documents.NextDoc()) != DocIdSetIterator.NO_MORE_DOCS && InTime)
        {
            var kind = kinds.Of(document) is [var value, ..] ? Array.FindIndex(Kinds, k => k.ToString() == kinds.Terms[value]) : -1;
            if (kind < 0 || counts[kind] == OfOneKind || into.Contains(leaf.DocBase + document)) continue;
            counts[kind]++;
            into.Add(leaf.DocBase + document);
            if (counts.All(c => c == OfOneKind)) return;
        }
    }

    private bool InTime => Stopwatch.GetElapsedTime(_started) < atMost;
}
