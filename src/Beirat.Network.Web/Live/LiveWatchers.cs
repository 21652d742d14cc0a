namespace Beirat.Network.Web.Live;

/// <summary>Which discussions are watched here, and in which languages. A push is made once for each pair.</summary>
internal sealed class LiveWatchers
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, HashSet<(Guid, string)>> _byConnection = [];
    private readonly Dictionary<(Guid Discussion, string Culture), int> _watchers = [];

    public bool Any
    {
        get
        {
            lock (_lock) return _watchers.Count > 0;
        }
    }

    public static string Group(Guid discussion, string culture) => $"{discussion:N}/{culture}";

    /// <summary>Notes a watcher; returns the name of its group.</summary>
    public string Join(string connection, Guid discussion, string culture)
    {
        lock (_lock)
        {
            if (!_byConnection.TryGetValue(connection, out var watched)) _byConnection[connection] = watched = [];
            if (watched.Add((discussion, culture)))
                _watchers[(discussion, culture)] = _watchers.GetValueOrDefault((discussion, culture)) + 1;
        }

        return Group(discussion, culture);
    }

    public void Leave(string connection)
    {
        lock (_lock)
        {
            if (!_byConnection.Remove(connection, out var watched)) return;
            foreach (var pair in watched)
            {
                if (--_watchers[pair] == 0) _watchers.Remove(pair);
            }
        }
    }

    public IReadOnlyList<string> CulturesOf(Guid discussion)
    {
        lock (_lock) return [.. _watchers.Keys.Where(k => k.Discussion == discussion).Select(k => k.Culture)];
    }
}
