using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Beirat.Network.Search;

/// <summary>
/// Where terms are in the parts of the index, remembered: looking one up reads from disk, and questions ask for the same ones again and
/// again. A part of the index never changes, and what is remembered of it goes with it.
/// </summary>
internal static class KnownTerms
{
    // Of each part; then it is forgotten at once.
    private const int Remembered = 50_000;

    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<(string, string), Place>> Parts = [];
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

    private static Place PlaceOf(AtomicReaderContext leaf, string field, string term)
    {
        var places = Parts.GetValue(leaf.AtomicReader.CoreCacheKey, _ => new ConcurrentDictionary<(string, string), Place>());
        if (places.TryGetValue((field, term), out var place)) return place;
        if (places.Count > Remembered) places.Clear();
        var at = leaf.AtomicReader.GetTerms(field)?.GetEnumerator();
        return places[(field, term)] = at is not null && at.SeekExact(new BytesRef(term)) ? new Place(at.GetTermState(), at.DocFreq) : Nowhere;
    }

    private sealed record Place(TermState? State, int Frequency);
}
