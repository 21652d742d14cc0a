using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Beirat.Network.Search;

/// <summary>
/// Looks at the best of a ranking once more: a long text that answers in one place is better than one that has the words of the question
/// scattered over many pages (passage retrieval; Callan 1994, fixed windows that overlap by half). Only the first few dozen are looked at,
/// and only where the words stand is read, never the texts.
/// </summary>
internal sealed class Passages(IReadOnlyList<AtomicReaderContext> leaves, SearchWeights weights)
{
    /// <summary>How many of the best are looked at.</summary>
    public const int Depth = 40;

    /// <summary>The same documents in their final order.</summary>
    /// <param name="best">The best, best first.</param>
    /// <param name="groups">The words of the question, each with how rare it is.</param>
    public IReadOnlyList<Ranked> Order(IReadOnlyList<Ranked> best, IReadOnlyList<(TermGroup Group, float Rarity)> groups)
    {
        if (weights.Passage <= 0 || best.Count < 2) return best;
        var depth = Math.Min(Depth, best.Count);
        var inOrder = Enumerable.Range(0, depth).OrderBy(i => best[i].Document).ToArray();
        var places = new List<(int Window, int Group, float Weight)>[depth];
        var heads = new float[depth, groups.Count];
        for (var g = 0; g < groups.Count; g++)
        {
            foreach (var variant in groups[g].Group.Variants.Where(v => v.Field is SearchField.Body or SearchField.Head or SearchField.Parts))
                Find(variant, g, best, inOrder, places, heads);
        }

        var passages = new float[depth];
        for (var i = 0; i < depth; i++) passages[i] = Best(places[i], groups, heads, i);
        // Names of several words and topics have no place in the text: where nothing else was met, the order stays.
        if (passages.Max() <= 0 || best[0].Score <= 0) return best;
        var scale = best[0].Score / passages.Max();
        var again = best.Take(depth).Select((r, i) => r with { Score = (r.Score * (1 - weights.Passage)) + (passages[i] * scale * weights.Passage) })
            .OrderByDescending(r => r.Score).ThenBy(r => r.Document).ToList();
        if (best.Count == depth) return again;
        // What was not looked at stays behind what was.
        var least = best[depth].Score > again[^1].Score ? again[^1].Score / best[depth].Score : 1;
        return [.. again, .. best.Skip(depth).Select(r => r with { Score = r.Score * least })];
    }

    private void Find(Variant variant, int group, IReadOnlyList<Ranked> best, int[] inOrder, List<(int, int, float)>[] places, float[,] heads)
    {
        var next = 0;
        foreach (var leaf in leaves)
        {
            var end = leaf.DocBase + leaf.AtomicReader.MaxDoc;
            var first = next;
            while (next < inOrder.Length && best[inOrder[next]].Document < end) next++;
            if (first == next || !IsInAny(leaf, variant, best, inOrder.AsSpan(first, next - first)) || KnownTerms.Seek(leaf, variant.Field, variant.Term) is not { } at) continue;
            var postings = at.DocsAndPositions(leaf.AtomicReader.LiveDocs, null, DocsAndPositionsFlags.NONE);
            if (postings is null) continue;
            for (var i = first; i < next; i++)
            {
                var document = best[inOrder[i]].Document - leaf.DocBase;
                if (postings.DocID < document && postings.Advance(document) == DocIdSetIterator.NO_MORE_DOCS) break;
                if (postings.DocID != document) continue;
                var list = places[inOrder[i]] ??= [];
                for (var n = postings.Freq; n > 0; n--)
                {
                    var word = variant.Field == SearchField.Parts ? DocumentFields.WordOfPart(postings.NextPosition()) : postings.NextPosition();
                    if (variant.Field == SearchField.Head || word is null) heads[inOrder[i], group] += variant.Weight;
                    else list.Add((word.Value / (weights.PassageLength / 2), group, variant.Weight));
                }
            }
        }
    }

    // Most of what stands for a word is in none of the best: then its places need not be read.
    private static bool IsInAny(AtomicReaderContext leaf, Variant variant, IReadOnlyList<Ranked> best, ReadOnlySpan<int> places)
    {
        if (KnownTerms.PostingsOf(leaf, variant.Field, variant.Term) is not { } postings) return false;
        foreach (var place in places)
        {
            if (Array.BinarySearch(postings.Documents, best[place].Document - leaf.DocBase) >= 0) return true;
        }

        return false;
    }

    // The title is the title of every passage.
    private float Best(List<(int Window, int Group, float Weight)>? places, IReadOnlyList<(TermGroup Group, float Rarity)> groups, float[,] heads, int at)
    {
        places ??= [];
        places.Sort((a, b) => a.Window.CompareTo(b.Window));
        var best = 0f;
        var counts = new float[groups.Count];
        for (int from = 0, next = 0; from == 0 || from < places.Count; from = next)
        {
            for (var g = 0; g < counts.Length; g++) counts[g] = heads[at, g] * weights.PassageHead;
            var window = from < places.Count ? places[from].Window : 0;
            next = from;
            for (var i = from; i < places.Count && places[i].Window <= window + 1; i++)
            {
                counts[places[i].Group] += places[i].Weight;
                if (places[i].Window == window) next = i + 1;
            }

            var score = 0f;
            for (var g = 0; g < counts.Length; g++) score += groups[g].Rarity * counts[g] * (weights.PassageK1 + 1) / (counts[g] + weights.PassageK1);
            best = Math.Max(best, score);
            if (next == from) break;
        }

        return best;
    }
}
