using System.Runtime.CompilerServices;
using Beirat.Network.Common;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Beirat.Network.Search;

/// <summary>Which documents of an index a level of trust may see. Worked out once for each part of the index, and again when documents of it are deleted.</summary>
internal static class VisibleDocuments
{
    private static readonly ConditionalWeakTable<object, Dictionary<(Audience, string), FixedBitSet>> Known = [];

    public static (IReadOnlyList<FixedBitSet> Allowed, int Count) For(IndexReader reader, Audience level, string role)
    {
        var allowed = new List<FixedBitSet>(reader.Leaves.Count);
        var count = 0;
        foreach (var leaf in reader.Leaves)
        {
            var bits = Of(leaf, level, role);
            allowed.Add(bits);
            count += bits.Cardinality;
        }

        return (allowed, count);
    }

    private static FixedBitSet Of(AtomicReaderContext leaf, Audience level, string role)
    {
        var sets = Known.GetValue(leaf.AtomicReader.CombinedCoreAndDeletesKey, _ => []);
        lock (sets)
        {
            if (sets.TryGetValue((level, role), out var bits)) return bits;
            bits = new FixedBitSet(Math.Max(1, leaf.AtomicReader.MaxDoc));
            Collect(leaf, new Term(SearchField.Reader, level.ToString()), bits);
            var roles = new FixedBitSet(bits.Length);
            Collect(leaf, new Term(SearchField.Role, role), roles);
            bits.And(roles);
            return sets[(level, role)] = bits;
        }
    }

    /// <summary>Narrows to the documents that hold a term.</summary>
    public static FixedBitSet Holding(AtomicReaderContext leaf, params IEnumerable<Term> terms)
    {
        var bits = new FixedBitSet(Math.Max(1, leaf.AtomicReader.MaxDoc));
        foreach (var term in terms) Collect(leaf, term, bits);
        return bits;
    }

    private static void Collect(AtomicReaderContext leaf, Term term, FixedBitSet into)
    {
        if (leaf.AtomicReader.GetTermDocsEnum(term) is not { } documents) return;
        int document;
        while ((document = documents.NextDoc()) != DocIdSetIterator.NO_MORE_DOCS) into.Set(document);
    }
}
