namespace Beirat.Network.Networking;

/// <summary>
/// Orders the nodes of each column so that ties cross less: again and again each node moves to the mean height of those
/// it is tied to (barycentre heuristic; Sugiyama, Tagawa and Toda 1981), and the order with the fewest crossings stays.
/// </summary>
internal static class ColumnOrder
{
    private const int Sweeps = 12;

    /// <summary>The columns in the order in which they are given, each from top to bottom. The same view gives the same order.</summary>
    public static IReadOnlyList<IReadOnlyList<NetworkNode>> Of(NetworkView view, IReadOnlyList<NodeKind> columns)
    {
        var order = columns.Select(kind => view.Nodes.Where(n => n.Key.Kind == kind).ToList()).ToList();
        var neighbours = view.Ties.SelectMany(t => new[] { (At: t.From.Key, Other: t.To.Key), (At: t.To.Key, Other: t.From.Key) }).ToLookup(t => t.At, t => t.Other);
        var (best, fewest) = (order, long.MaxValue);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            // The sweep starts at another column each time, else the first one would never follow the others.
            for (var step = 0; step < order.Count; step++)
            {
                var column = (sweep + step) % order.Count;
                var heights = Heights(order);
                order = [.. order];
                order[column] = [.. order[column].OrderBy(n => neighbours[n.Key].Select(k => heights[k]).DefaultIfEmpty(heights[n.Key]).Average())];
            }

            if (Crossings(view.Ties, order) is var crossings && crossings < fewest) (best, fewest) = (order, crossings);
        }

        return best;
    }

    /// <summary>How often ties between the same two columns cross.</summary>
    public static long Crossings(IReadOnlyList<NetworkTie> ties, IEnumerable<IReadOnlyList<NetworkNode>> order)
    {
        var heights = Heights(order);
        long crossings = 0;
        foreach (var pair in ties.Where(t => t.From.Key.Kind != t.To.Key.Kind).GroupBy(t => (t.From.Key.Kind, t.To.Key.Kind)))
        {
            var ends = pair.Select(t => (From: heights[t.From.Key], To: heights[t.To.Key])).ToArray();
            for (var i = 0; i < ends.Length; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    if ((ends[i].From - ends[j].From) * (ends[i].To - ends[j].To) < 0) crossings++;
                }
            }
        }

        return crossings;
    }

    /// <summary>Heights between 0 and 1: columns are equally high, however many nodes they hold.</summary>
    private static Dictionary<NodeKey, double> Heights(IEnumerable<IReadOnlyList<NetworkNode>> order) =>
        order.SelectMany(column => column.Select((n, i) => (n.Key, Height: (i + .5) / column.Count))).ToDictionary(n => n.Key, n => n.Height);
}
