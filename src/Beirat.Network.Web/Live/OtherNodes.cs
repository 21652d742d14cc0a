namespace Beirat.Network.Web.Live;

/// <summary>
/// Who reads along at other nodes. What they told is forgotten when it is not told again: a node that ended tells nothing.
/// Without other nodes this holds nothing and tells nobody.
/// </summary>
internal sealed class OtherNodes
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Forgotten = TimeSpan.FromSeconds(15);

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Node, Guid Discussion), (IReadOnlyList<ReaderPush> Readers, long At)> _there = [];
    private readonly Dictionary<Guid, (IReadOnlyList<ReaderPush> Readers, long At)> _told = [];
    private readonly LiveConnections _connections;
    private readonly TimeProvider _time;
    private readonly INodes? _nodes;

    public OtherNodes(LiveConnections connections, TimeProvider time, IEnumerable<INodes> nodes)
    {
        (_connections, _time, _nodes) = (connections, time, nodes.FirstOrDefault());
        if (_nodes is not null) _nodes.Told += Hear;
    }

    /// <summary>Somebody writes at another node.</summary>
    public event Action<Guid, ReaderPush>? Writes;

    public void TellWriter(Guid discussion, ReaderPush writer) => _nodes?.Tell(new NodePresence(_nodes.Name, discussion, [], writer));

    /// <summary>Tells the others who is here, and returns those with the ones who are there.</summary>
    public IEnumerable<ReaderPush> With(Guid discussion, IReadOnlyList<ReaderPush> here)
    {
        if (_nodes is null) return here;
        lock (_lock)
        {
            if (!(_told.TryGetValue(discussion, out var told) ? told.Readers : []).SequenceEqual(here)) Tell(discussion, here);
            return [.. here, .. _there.Where(t => t.Key.Discussion == discussion).SelectMany(t => t.Value.Readers)];
        }
    }

    /// <summary>Tells again who is here, and forgets who was not told of again.</summary>
    public void Refresh()
    {
        if (_nodes is null) return;
        lock (_lock)
        {
            foreach (var (discussion, told) in _told.Where(t => _time.GetElapsedTime(t.Value.At) > Again).ToList()) Tell(discussion, told.Readers);
            var gone = _there.Where(t => _time.GetElapsedTime(t.Value.At) > Forgotten).Select(t => t.Key).ToList();
            foreach (var key in gone) _there.Remove(key);
            _connections.Stir(gone.Select(g => g.Discussion));
        }
    }

    private void Tell(Guid discussion, IReadOnlyList<ReaderPush> here)
    {
        _nodes!.Tell(new NodePresence(_nodes.Name, discussion, here));
        if (here.Count == 0) _told.Remove(discussion);
        else _told[discussion] = (here, _time.GetTimestamp());
    }

    private void Hear(NodePresence presence)
    {
        if (presence.Writer is { } writer)
        {
            Writes?.Invoke(presence.Discussion, writer);
            return;
        }

        lock (_lock)
        {
            var key = (presence.Node, presence.Discussion);
            var known = _there.TryGetValue(key, out var before) ? before.Readers : [];
            if (presence.Readers.Count == 0) _there.Remove(key);
            else _there[key] = (presence.Readers, _time.GetTimestamp());
            if (!known.SequenceEqual(presence.Readers)) _connections.Stir([presence.Discussion]);
        }
    }
}
