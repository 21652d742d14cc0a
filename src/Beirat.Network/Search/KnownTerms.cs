using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Beirat.Network.Search;

/// <summary>
/// Where terms are in the parts of the index, remembered: looking one up reads and unpacks from disk, and questions ask for the same ones
/// again and again. A part of the index never changes, and what is remembered of it goes with it.
/// </summary>
internal static class KnownTerms
{
    private static readonly ConditionalWeakTable<object, Part> Parts = [];
    private static readonly Place Nowhere = new(null, 0);

    /// <summary>In how many documents of the index a term is, deleted ones included.</summary>
    public static int Frequency(IndexReader reader, string field, string term)
    {
        var frequency = 0;
        foreach (var leaf in reader.Leaves) frequency += PlaceOf(leaf, field, term).Frequency;
        return frequency;
    }

    /// <summary>Null when the term is not in this part.</summary>
    public static TermsEnum? Seek(AtomicReaderContext leaf, string field, string term)
    {
        if (PlaceOf(leaf, field, term).State is not { } state) return null;
        var at = leaf.AtomicReader.GetTerms(field)!.GetEnumerator();
        at.SeekExact(new BytesRef(term), state);
        return at;
    }

    /// <summary>The documents that hold a term. Null when it is not in this part.</summary>
    public static Postings? PostingsOf(AtomicReaderContext leaf, string field, string term)
    {
        var part = PartOf(leaf);
        if (part.Postings.TryGet((field, term), out var known)) return known;
        return Seek(leaf, field, term) is { } at ? part.Postings.Keep((field, term), Postings.Read(leaf.AtomicReader, field, at)) : null;
    }

    private static Place PlaceOf(AtomicReaderContext leaf, string field, string term)
    {
        var part = PartOf(leaf);
        if (part.Places.TryGet((field, term), out var place)) return place;
        if (!part.Filters.GetOrAdd(field, f => TermFilter.Of(leaf.AtomicReader, f)).MayHold(term)) return Nowhere;
        var at = leaf.AtomicReader.GetTerms(field)?.GetEnumerator();
        return part.Places.Keep((field, term), at is not null && at.SeekExact(new BytesRef(term)) ? new Place(at.GetTermState(), at.DocFreq) : Nowhere);
    }

    private static Part PartOf(AtomicReaderContext leaf) => Parts.GetValue(leaf.AtomicReader.CoreCacheKey, _ => new Part(leaf.AtomicReader.MaxDoc));

    private sealed record Place(TermState? State, int Frequency);

    /// <summary>What is remembered of a part of the index: about 100 bytes a place, and so much of the postings that it is half a kilobyte a document.</summary>
    private sealed class Part(int documents)
    {
        private const int AtMost = 50_000;
        private const int Least = 1_000;
        private const int PerDocument = 80;

        public ConcurrentDictionary<string, TermFilter> Filters { get; } = new();

        public Remembered<(string, string), Place> Places { get; } = new(Math.Min(AtMost, Least + (documents * 2)), _ => 1);

        public Remembered<(string, string), Postings> Postings { get; } = new(Least + (documents * PerDocument), p => p.Size);
    }
}

/// <summary>The documents of a part of the index that hold a term, deleted ones included: in their order, how often each, and how long its field is.</summary>
/// <param name="Documents">Their numbers in the part.</param>
/// <param name="Frequencies">At most 255. Null for a field that has no lengths: then once is as good as often.</param>
/// <param name="Norms">The length as the index writes it, in one byte.</param>
internal sealed record Postings(int[] Documents, byte[]? Frequencies, byte[]? Norms)
{
    // An entry of its own costs about as much as so many documents.
    private const int Entry = 32;

    public int Size => Documents.Length + Entry;

    /// <summary>How much the term counts in the document at a place; <paramref name="shares"/> says what once counts in a field of each length.</summary>
    public float Share(int at, float[]? shares) => shares is null ? 1 : Frequencies![at] * shares[Norms![at]];

    public static Postings Read(AtomicReader reader, string field, TermsEnum at)
    {
        var norms = reader.GetNormValues(field);
        var documents = new int[at.DocFreq];
        var (frequencies, lengths) = norms is null ? (null, null) : (new byte[documents.Length], new byte[documents.Length]);
        var postings = at.Docs(null, null, norms is null ? DocsFlags.NONE : DocsFlags.FREQS);
        for (var i = 0; postings.NextDoc() != DocIdSetIterator.NO_MORE_DOCS; i++)
        {
            documents[i] = postings.DocID;
            if (norms is null) continue;
            frequencies![i] = (byte)Math.Min(byte.MaxValue, postings.Freq);
            lengths![i] = (byte)norms.Get(documents[i]);
        }

        return new Postings(documents, frequencies, lengths);
    }
}
