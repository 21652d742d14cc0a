using System.Collections.Concurrent;

namespace Beirat.Network.Web.Live;

/// <summary>The open pages of this node, and what each follows.</summary>
internal sealed class LiveConnections(TimeProvider time)
{
    /// <summary>A page follows one discussion; nobody reads so many at once.</summary>
    public const int MostWatched = 20;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (LiveConnection Connection, HashSet<Guid> Watched)> _connections = [];
    private readonly Dictionary<Guid, HashSet<LiveConnection>> _watchers = [];
    private readonly ConcurrentDictionary<Guid, CallLimit> _calls = [];

    /// <summary>Discussions whose readers changed since it was asked last.</summary>
    private readonly HashSet<Guid> _stirred = [];

    public void Add(LiveConnection connection)
    {
        lock (_lock) _connections[connection.Id] = (connection, []);
    }

    public void Remove(string id)
    {
        lock (_lock)
        {
            if (!_connections.Remove(id, out var gone)) return;
            foreach (var discussion in gone.Watched) Forget(gone.Connection, discussion);
        }

        foreach (var (account, calls) in _calls)
        {
            if (calls.IsForgotten) _calls.TryRemove(new(account, calls));
        }
    }

    public LiveConnection? Find(string id)
    {
        lock (_lock) return _connections.GetValueOrDefault(id).Connection;
    }

    /// <summary>Begins to follow; false when that would be too many.</summary>
    public bool Join(string id, Guid discussion)
    {
        lock (_lock)
        {
            if (!_connections.TryGetValue(id, out var joining)) return true;
            if (joining.Watched.Contains(discussion)) return true;
            if (joining.Watched.Count == MostWatched) return false;
            joining.Watched.Add(discussion);
            if (!_watchers.TryGetValue(discussion, out var watchers)) _watchers[discussion] = watchers = [];
            watchers.Add(joining.Connection);
            _stirred.Add(discussion);
            return true;
        }
    }

    public void Leave(string id, Guid discussion)
    {
        lock (_lock)
        {
            if (_connections.TryGetValue(id, out var leaving) && leaving.Watched.Remove(discussion)) Forget(leaving.Connection, discussion);
        }
    }

    public bool IsWatching(string id, Guid discussion)
    {
        lock (_lock) return _connections.TryGetValue(id, out var one) && one.Watched.Contains(discussion);
    }

    public bool IsWatched(Guid discussion)
    {
        lock (_lock) return _watchers.ContainsKey(discussion);
    }

    public IReadOnlyList<LiveConnection> WatchersOf(Guid discussion)
    {
        lock (_lock) return _watchers.TryGetValue(discussion, out var watchers) ? [.. watchers] : [];
    }

    /// <summary>All that are open, with what they follow.</summary>
    public IReadOnlyList<(LiveConnection Connection, Guid[] Watched)> All()
    {
        lock (_lock) return [.. _connections.Values.Select(c => (c.Connection, c.Watched.ToArray()))];
    }

    public IReadOnlyList<Guid> TakeStirred()
    {
        lock (_lock)
        {
            Guid[] stirred = [.. _stirred];
            _stirred.Clear();
            return stirred;
        }
    }

    public void Stir(IEnumerable<Guid> discussions)
    {
        lock (_lock) _stirred.UnionWith(discussions);
    }

    /// <summary>Calls of one person by all their connections.</summary>
    public CallLimit CallsOf(Guid account) => _calls.GetOrAdd(account, _ => new CallLimit(CallLimit.OfPerson, time));

    private void Forget(LiveConnection connection, Guid discussion)
    {
        var watchers = _watchers[discussion];
        watchers.Remove(connection);
        if (watchers.Count == 0) _watchers.Remove(discussion);
        _stirred.Add(discussion);
    }
}
