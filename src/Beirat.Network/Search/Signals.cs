using System.Globalization;
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

    private readonly IList<AtomicReaderContext> _leaves = reader.Leaves;

    /// <summary>The same documents in their final order. They must be the same for all pages of a result.</summary>
    public List<Placed> Order(IReadOnlyList<Ranked> best)
    {
        var weighed = best.Select((r, i) => (Ranked: r, Place: i, Fresh: Freshness(r.Document))).Select(w => (w.Ranked, w.Place, w.Fresh, Score: w.Ranked.Score * (1 + w.Fresh + OfKind(w.Ranked.Document))))
            .OrderByDescending(w => w.Score).ThenBy(w => w.Place).ToList();
        return [.. weighed.Select((w, i) => new Placed(w.Ranked.Document, w.Score, weighed.Skip(i + 1).Take(Looked).Any(o => o.Ranked.Score > w.Ranked.Score && o.Fresh < w.Fresh)))];
    }

    // Halved after so many years; what is new gains as much as what is very old loses.
    private float Freshness(int document) => Value(SearchField.Day, document) is { } day
        ? weights.Freshness * (MathF.Pow(2, -Math.Max(0, today.DayNumber - int.Parse(day, CultureInfo.InvariantCulture)) / (weights.HalfLife * DaysOfYear)) - 0.5f)
        : 0;

    private float OfKind(int document) => Value(SearchField.Kind, document) switch
    {
        nameof(SubjectKind.Article) => weights.Kind,
        nameof(SubjectKind.Post) => -weights.Kind,
        _ => 0,
    };

    private string? Value(string field, int document)
    {
        var leaf = _leaves[ReaderUtil.SubIndex(document, _leaves)];
        var values = LeafValues.For(leaf, field);
        return values.Of(document - leaf.DocBase) is [var value, ..] ? values.Terms[value] : null;
    }
}
