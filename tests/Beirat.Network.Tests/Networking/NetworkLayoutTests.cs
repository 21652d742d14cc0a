using Beirat.Network.Networking;
using Xunit;

namespace Beirat.Network.Tests.Networking;

/// <summary>Whatever the network looks like: nothing covers anything, labels fit, and the same network gives the same picture.</summary>
public sealed class NetworkLayoutTests
{
    private static readonly string[] Hostile =
    [
        "<script>alert(1)</script>", "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", "جمعية الصداقة العربية الألمانية في هايلبرون وضواحيها",
        "海尔布隆德中友好协会海尔布隆德中友好协会海尔布隆德", "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", "\u202Egnol yrev si siht", "", " ", "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
        new string('i', 500), "Landesverband der kommunalen Migrantenvertretungen Baden-Württemberg",
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_two_nodes_overlap_and_all_lie_within_the_picture(int seed)
    {
        var picture = NetworkLayout.Place(Any(seed));

        foreach (var (i, one) in picture.Nodes.Index())
        {
            Assert.True(one.Left >= 0 && one.Top >= 0 && one.Left + one.Width <= picture.Width && one.Top + one.Height <= picture.Height);
            Assert.DoesNotContain(picture.Nodes.Skip(i + 1), other =>
                one.Left < other.Left + other.Width && other.Left < one.Left + one.Width && one.Top < other.Top + other.Height && other.Top < one.Top + one.Height);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_label_fits_into_its_shape(int seed) =>
        Assert.All(NetworkLayout.Place(Any(seed)).Nodes, node =>
        {
            Assert.NotEmpty(node.Lines);
            Assert.All(node.Lines, line => Assert.True(LabelLines.Width(line) * NetworkLayout.TypeSize <= node.Width, line));
            Assert.True(node.Lines.Count * 18 <= node.Height);
        });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_same_network_gives_the_same_picture(int seed)
    {
        var (one, other) = (NetworkLayout.Place(Any(seed)), NetworkLayout.Place(Any(seed)));

        Assert.Equal(one.Nodes.Select(n => (n.Node.Key, n.Middle)), other.Nodes.Select(n => (n.Node.Key, n.Middle)));
        Assert.Equal(one.Ties.Select(t => (t.Start, t.FirstHandle, t.SecondHandle, t.End)), other.Ties.Select(t => (t.Start, t.FirstHandle, t.SecondHandle, t.End)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_tie_is_drawn_from_one_of_its_shapes_to_the_other(int seed)
    {
        var picture = NetworkLayout.Place(Any(seed));
        var nodes = picture.Nodes.ToDictionary(n => n.Node.Key);

        Assert.All(picture.Ties, tie =>
        {
            Touches(nodes[tie.Tie.From.Key], tie.Start);
            Touches(nodes[tie.Tie.To.Key], tie.End);
            Assert.All(new[] { tie.FirstHandle, tie.SecondHandle }, h => Assert.InRange(h.X, 0, picture.Width));
        });
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Ties_never_cross_more_than_in_the_order_of_the_names(int seed)
    {
        var view = Any(seed);
        NodeKind[] columns = [NodeKind.Organization, NodeKind.Person, NodeKind.Topic];
        var before = columns.Select(kind => view.Nodes.Where(n => n.Key.Kind == kind).ToList()).ToList();

        Assert.True(ColumnOrder.Crossings(view.Ties, ColumnOrder.Of(view, columns)) <= ColumnOrder.Crossings(view.Ties, before));
    }

    [Fact]
    public void An_empty_network_is_an_empty_picture()
    {
        var picture = NetworkLayout.Place(new NetworkView([], [], [], 0));

        Assert.Empty(picture.Nodes);
        Assert.True(picture.Height > 0);
    }

    [Theory]
    [InlineData("Haus der Religionen", "Haus der Religionen")]
    [InlineData("Amt für Familie, Jugend und Senioren", "Amt für Familie,|Jugend und Senioren")]
    [InlineData("Eins zwei drei vier fünf sechs sieben acht neun zehn", "Eins zwei drei vier|fünf sechs sieben…")]
    [InlineData("\u202Eumgedreht", "umgedreht")]
    [InlineData("", "…")]
    public void A_name_is_broken_between_words_and_cut_at_the_end(string name, string lines) =>
        Assert.Equal(lines, string.Join('|', LabelLines.Of(name, 11, 2)));

    private static void Touches(PlacedNode node, Point end)
    {
        Assert.True(Math.Abs(end.X - node.Left) < .2 || Math.Abs(end.X - node.Left - node.Width) < .2);
        Assert.InRange(end.Y, node.Top, node.Top + node.Height);
    }

    /// <summary>A network up to the bounds, with names that nobody should have.</summary>
    private static NetworkView Any(int seed)
    {
        var random = new Random(seed);
        List<NetworkNode> Some(NodeKind kind, int most) => [.. Enumerable.Range(0, seed == 1 ? most : random.Next(1, most + 1))
            .Select(i => new NetworkNode(new NodeKey(kind, $"{i:00}"), Hostile[random.Next(Hostile.Length)], Hostile[random.Next(Hostile.Length)], null))];
        var organizations = Some(NodeKind.Organization, NetworkLimits.Organizations);
        var people = Some(NodeKind.Person, NetworkLimits.People);
        var topics = Some(NodeKind.Topic, NetworkLimits.Topics);
        NetworkNode One(List<NetworkNode> nodes) => nodes[random.Next(nodes.Count)];
        var ties = Enumerable.Range(0, random.Next(NetworkLimits.Ties)).Select(i => (i % 4) switch
        {
            0 => new NetworkTie(One(people), One(organizations), TieKind.Role),
            1 => new NetworkTie(One(people), One(topics), TieKind.Knows),
            2 => new NetworkTie(One(organizations), One(topics), TieKind.WorksOn),
            _ => new NetworkTie(One(organizations), One(organizations), TieKind.TalksTo),
        }).Where(t => t.From.Key != t.To.Key).ToList();
        return new NetworkView([.. organizations, .. people, .. topics], ties, [], 0);
    }
}
