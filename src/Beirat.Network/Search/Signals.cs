using Beirat.Network.Outbox;
using Lucene.Net.Index;

namespace Beirat.Network.Search;

/// <summary>A document with its place among the results. <see cref="IsLifted"/> when it stands above a better answer because it is newer.</summary>
internal readonly record struct Placed(int Document, float Score, bool IsLifted);

/// <summary>
/// What speaks for a text whatever is asked: that it is new, and what kind it is. Both are weak: they order what answers about equally well,
/// and cannot lift a text above one that answers clearly better. A text without a day is neither preferred nor passed over.
/// </summary>
internal sealed class Signals(IndexReader reader, SearchWeights weights, DateOnly today)
{
    private const float DaysOfYear = 365.25f;

    // Somewhere below, where the order is nearly even, a text may pass several others; to tell whether it did, a look at the next ones is enough.
    private const int Looked = 5;

    private readonly Leaf[] _leaves = [.. reader.Leaves.Select(l => new Leaf(l.DocBase, LeafValues.For(l, SearchField.Day), LeafValues.For(l, SearchField.Kind)))];

    /// <summary>The same documents in their final order. They must be the same for all pages of a result.</summary>
    public List<Placed> Order(IReadOnlyList<Ranked> best)
    {
        var weighed = new Weighed[best.Count];
        for (var i = 0; i < weighed.Length; i++)
        {
            var leaf = LeafOf(best[i].Document);
            var (fresh, own) = (Freshness(leaf, best[i].Document), best[i].Score);
            weighed[i] = new Weighed(best[i].Document, own, i, fresh, own * (1 + fresh + OfKind(leaf, best[i].Document)));
        }

        Array.Sort(weighed, (a, b) => a.Score == b.Score ? a.Place.CompareTo(b.Place) : b.Score.CompareTo(a.Score));
        var placed = new List<Placed>(weighed.Length);
        for (var i = 0; i < weighed.Length; i++) placed.Add(new Placed(weighed[i].Document, weighed[i].Score, IsLifted(weighed, i)));
        return placed;
    }

    private static bool IsLifted(Weighed[] weighed, int at)
    {
        for (var i = at + 1; i < weighed.Length && i <= at + Looked; i++)
        {
            if (weighed[i].Own > weighed[at].Own && weighed[i].Fresh < weighed[at].Fresh) return true;
        }

        return false;
    }

    // Halved after so many years; what is new gains as much as what is very old loses.
    private float Freshness(Leaf leaf, int document) => leaf.Days.Of(document - leaf.First) is [var day, ..]
        ? weights.Freshness * (MathF.Pow(2, -Math.Max(0, today.DayNumber - leaf.Days.Numbers[day]) / (weights.HalfLife * DaysOfYear)) - 0.5f)
        : 0;

    private float OfKind(Leaf leaf, int document) => leaf.Kinds.Of(document - leaf.First) is not [var kind, ..] ? 0 : leaf.Kinds.Terms[kind] switch
    {
        nameof(SubjectKind.Article) => weights.Kind,
        nameof(SubjectKind.Post) => -weights.Kind,
        _ => 0,
    };

    private Leaf LeafOf(int document)
    {
        var at = _leaves.Length - 1;
        while (_leaves[at].First > document) at--;
        return _leaves[at];
    }

    private readonly record struct Weighed(int Document, float Own, int Place, float Fresh, float Score);

    private sealed record Leaf(int First, LeafValues Days, LeafValues Kinds);
}
