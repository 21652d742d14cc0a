namespace Beirat.Network.Networking;

/// <summary>
/// Places the network in three columns: organisations, people, topics. People stand between what they speak for and what
/// they know. Shapes are as wide as their column and never overlap, ties run between the columns; the same view always
/// gives the same picture.
/// </summary>
public static class NetworkLayout
{
    /// <summary>Size of the labels.</summary>
    public const double TypeSize = 15;

    private const double Margin = 10;
    private const double Padding = 18;

    /// <summary>Least distance between two nodes of a column.</summary>
    private const double Gap = 8;

    private static readonly Column[] Columns =
    [
        new(NodeKind.Organization, 70, 250, 2),
        new(NodeKind.Person, 490, 220, 1),
        new(NodeKind.Topic, 880, 230, 2),
    ];

    private static readonly double Width = Columns[^1].Left + Columns[^1].Width + Margin;

    public static NetworkPicture Place(NetworkView view)
    {
        var order = ColumnOrder.Of(view, [.. Columns.Select(c => c.Kind)]);
        var height = Columns.Zip(order).Max(c => c.Second.Count * c.First.Pitch) + (2 * Margin);
        var nodes = Columns.Zip(order).SelectMany(c => Stack(c.First, c.Second, height)).ToList();
        return new NetworkPicture(Width, height, nodes, Connect(view.Ties, nodes.ToDictionary(n => n.Node.Key)));
    }

    private static IEnumerable<PlacedNode> Stack(Column column, IReadOnlyList<NetworkNode> nodes, double height)
    {
        var pitch = (height - (2 * Margin)) / Math.Max(1, nodes.Count);
        return nodes.Select((node, i) => new PlacedNode(
            node, new Point(column.Left + (column.Width / 2), Round(Margin + (pitch * (i + .5)))), column.Width, column.Height,
            LabelLines.Of(node.Label, (column.Width - (2 * Padding)) / TypeSize, column.Lines)));
    }

    private static List<PlacedTie> Connect(IReadOnlyList<NetworkTie> ties, Dictionary<NodeKey, PlacedNode> nodes)
    {
        var ends = ties.SelectMany((tie, i) => new[] { (Tie: i, At: nodes[tie.From.Key], To: nodes[tie.To.Key]), (Tie: i, At: nodes[tie.To.Key], To: nodes[tie.From.Key]) });
        var places = new Dictionary<(int Tie, NodeKey At), Point>();
        // The ties of one side of a node leave it side by side, in the order of where they go.
        foreach (var side in ends.GroupBy(e => (e.At.Node.Key, Right: e.To.Middle.X > e.At.Middle.X)))
        {
            var sorted = side.OrderBy(e => e.To.Middle.Y).ThenBy(e => e.Tie).ToList();
            var room = (sorted[0].At.Height - 12) / (sorted.Count + 1);
            foreach (var (i, end) in sorted.Index())
                places[(end.Tie, side.Key.Key)] = new Point(side.Key.Right ? end.At.Left + end.At.Width : end.At.Left, Round(end.At.Top + 6 + (room * (i + 1))));
        }

        return [.. ties.Select((tie, i) => Curve(tie, places[(i, tie.From.Key)], places[(i, tie.To.Key)]))];
    }

    private static PlacedTie Curve(NetworkTie tie, Point start, Point end)
    {
        // Within a column the tie is a bow to the left; between columns it leaves and arrives level.
        var reach = tie.From.Key.Kind == tie.To.Key.Kind ? -Math.Min(62, 18 + (Math.Abs(end.Y - start.Y) / 12)) : (end.X - start.X) * .45;
        var back = tie.From.Key.Kind == tie.To.Key.Kind ? reach : -reach;
        return new PlacedTie(tie, start, new Point(Round(start.X + reach), start.Y), new Point(Round(end.X + back), end.Y), end);
    }

    private static double Round(double value) => Math.Round(value, 1);

    private sealed record Column(NodeKind Kind, double Left, double Width, int Lines)
    {
        public double Height => 12 + (Lines * 18);

        public double Pitch => Height + Gap;
    }
}
