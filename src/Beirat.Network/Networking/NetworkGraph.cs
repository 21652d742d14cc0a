namespace Beirat.Network.Networking;

/// <summary>Nodes and ties by id, and which of them make a readable picture.</summary>
internal sealed class NetworkGraph
{
    private readonly Dictionary<Guid, NetworkNode> _nodes = [];
    private readonly List<(Guid From, Guid To, NetworkTie Tie)> _ties = [];

    public void Add(Guid id, NetworkNode node) => _nodes[id] = node;

    /// <summary>Adds a tie; one whose ends are not both known is none.</summary>
    public void Tie(Guid from, Guid to, TieKind kind, Func<NetworkTie, NetworkTie>? describe = null)
    {
        if (!_nodes.TryGetValue(from, out var first) || !_nodes.TryGetValue(to, out var second)) return;
        var tie = new NetworkTie(first, second, kind);
        _ties.Add((from, to, describe?.Invoke(tie) ?? tie));
    }

    public bool Knows(Guid id) => _nodes.ContainsKey(id);

    /// <summary>The best connected: people first, then those tied to the people who are shown.</summary>
    public NetworkView Best()
    {
        var ranks = Ranks(_ties);
        var people = Take(NodeKind.Person, id => ranks.GetValueOrDefault(id));
        var near = Ranks(_ties.Where(t => people.Contains(t.From)));
        List<Guid> Near(NodeKind kind) => Take(kind, id => near.GetValueOrDefault(id) * 1_000 + ranks.GetValueOrDefault(id));
        return View([.. people, .. Near(NodeKind.Organization), .. Near(NodeKind.Topic)], _ties, id => ranks.ContainsKey(id), _ => null);
    }

    /// <summary>A node with its neighbours, and with two steps theirs. Ties among those farthest away are left out: they say nothing about it.</summary>
    public NetworkView Around(Guid centre, int reach)
    {
        var steps = Steps(centre, reach);
        var ties = _ties.Where(t => steps.GetValueOrDefault(t.From, 9) + steps.GetValueOrDefault(t.To, 9) < 2 * reach).ToList();
        var ranks = Ranks(ties);
        List<Guid> Near(NodeKind kind) => Take(kind, id => steps.TryGetValue(id, out var far) ? (3 - far) * 1_000_000 + ranks.GetValueOrDefault(id) : 0);
        return View([.. Enum.GetValues<NodeKind>().SelectMany(Near)], ties, steps.ContainsKey, id => steps[id], centre);
    }

    private NetworkView View(
        HashSet<Guid> chosen, IEnumerable<(Guid From, Guid To, NetworkTie Tie)> ties, Func<Guid, bool> wanted, Func<Guid, int?> steps, Guid? centre = null)
    {
        var kept = ties.Where(t => chosen.Contains(t.From) && chosen.Contains(t.To))
            .OrderBy(t => t.Tie.Kind).ThenBy(t => t.Tie.From.Sort, StringComparer.Ordinal).ThenBy(t => t.Tie.To.Sort, StringComparer.Ordinal)
            .Take(NetworkLimits.Ties).ToList();
        var links = Ranks(kept);
        if (centre is { } own) links.TryAdd(own, 0);
        var shown = links.ToDictionary(l => l.Key, l => _nodes[l.Key] with { Links = l.Value, Steps = steps(l.Key) });
        var alone = centre is not null ? [] : _nodes.Where(n => n.Value.Key.Kind != NodeKind.Topic && !wanted(n.Key)).Select(n => n.Value).ToList();
        return new NetworkView(
            [.. shown.Values.OrderBy(n => n.Key.Kind).ThenBy(n => n.Sort, StringComparer.Ordinal).ThenBy(n => n.Key.Slug, StringComparer.Ordinal)],
            [.. kept.Select(t => t.Tie with { From = shown[t.From], To = shown[t.To] }).OrderBy(t => (t.From.Steps ?? 0) + (t.To.Steps ?? 0)).ThenBy(t => t.From.Sort, StringComparer.Ordinal)
                .ThenBy(t => t.Kind).ThenBy(t => t.To.Sort, StringComparer.Ordinal)],
            [.. alone.OrderBy(n => n.Key.Kind).ThenBy(n => n.Sort, StringComparer.Ordinal).Take(NetworkLimits.Unconnected)],
            _nodes.Keys.Count(id => wanted(id) && !shown.ContainsKey(id)) + Math.Max(0, alone.Count - NetworkLimits.Unconnected));
    }

    private List<Guid> Take(NodeKind kind, Func<Guid, int> rank) => [.. _nodes.Where(n => n.Value.Key.Kind == kind)
        .Select(n => (Id: n.Key, Rank: rank(n.Key), n.Value.Sort)).Where(n => n.Rank > 0)
        .OrderByDescending(n => n.Rank).ThenBy(n => n.Sort, StringComparer.Ordinal).ThenBy(n => n.Id)
        .Take(NetworkLimits.Of(kind)).Select(n => n.Id)];

    private static Dictionary<Guid, int> Ranks(IEnumerable<(Guid From, Guid To, NetworkTie Tie)> ties) =>
        ties.SelectMany(t => new[] { t.From, t.To }).CountBy(id => id).ToDictionary();

    /// <summary>Breadth first.</summary>
    private Dictionary<Guid, int> Steps(Guid centre, int reach)
    {
        var neighbours = _ties.Select(t => (t.From, t.To)).Concat(_ties.Select(t => (t.To, t.From))).ToLookup(t => t.Item1, t => t.Item2);
        var steps = new Dictionary<Guid, int> { [centre] = 0 };
        for (var far = 1; far <= reach; far++)
        {
            foreach (var id in steps.Where(s => s.Value == far - 1).SelectMany(s => neighbours[s.Key]).ToList()) steps.TryAdd(id, far);
        }

        return steps;
    }
}
