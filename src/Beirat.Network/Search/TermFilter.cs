using System.Numerics;
using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Beirat.Network.Search;

/// <summary>
/// Tells, without reading anything, that a term is not in a field (Bloom 1970, two bits a term): most of what a question is tried as is in
/// no text at all. Says "perhaps" of about one in sixty terms that are not there, and never "no" of one that is.
/// </summary>
internal sealed class TermFilter
{
    private const int BitsPerTerm = 16;
    private const int LongestTerm = 256;

    private readonly ulong[] _bits;

    private TermFilter(long terms) => _bits = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(terms * BitsPerTerm, 64, 1 << 30)) / 64];

    public static TermFilter Of(AtomicReader reader, string field)
    {
        var terms = reader.GetTerms(field);
        var filter = new TermFilter(terms?.Count ?? 0);
        var at = terms?.GetEnumerator();
        while (at?.MoveNext() == true) filter.Add(at.Term);
        return filter;
    }

    public bool MayHold(string term)
    {
        Span<byte> bytes = stackalloc byte[LongestTerm];
        if (!Encoding.UTF8.TryGetBytes(term, bytes, out var length)) return true;
        var hash = HashOf(bytes[..length]);
        return Holds(hash) && Holds(Other(hash));
    }

    private void Add(BytesRef term)
    {
        var hash = HashOf(term.Bytes.AsSpan(term.Offset, term.Length));
        Set(hash);
        Set(Other(hash));
    }

    private void Set(uint hash) => _bits[At(hash)] |= 1ul << (int)(hash & 63);

    private bool Holds(uint hash) => (_bits[At(hash)] & (1ul << (int)(hash & 63))) != 0;

    private int At(uint hash) => (int)((hash >> 6) & (uint)(_bits.Length - 1));

    private static uint HashOf(ReadOnlySpan<byte> bytes)
    {
        var hash = default(HashCode);
        hash.AddBytes(bytes);
        return (uint)hash.ToHashCode();
    }

    private static uint Other(uint hash) => BitOperations.RotateLeft(hash * 0x9E3779B1, 15);
}
