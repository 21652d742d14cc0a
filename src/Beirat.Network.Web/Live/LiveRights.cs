using Beirat.Network.Accounts;
using Beirat.Network.Common;
using Beirat.Network.Discussions;
using Beirat.Network.Operations;

namespace Beirat.Network.Web.Live;

/// <summary>
/// Asks the records every few seconds whether those who listen still may. A password or role that changed, an account that
/// was closed, a mandate that ended at midnight, a narrower audience: whatever it was and on whichever node, the wire is cut
/// or the discussion left. It does not rely on anybody telling it.
/// </summary>
internal sealed partial class LiveRights(LiveConnections connections, IServiceScopeFactory scopes, TimeProvider time, ILogger<LiveRights> log) : RepeatedWork(time, Beat)
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(3);

    /// <summary>Looks at all who follow these discussions now, before something is said in them.</summary>
    public async Task CheckAsync(IReadOnlyCollection<Guid> discussions, CancellationToken cancellation)
    {
        var open = connections.All().Select(c => (c.Connection, Watched: c.Watched.Where(discussions.Contains).ToArray())).Where(c => c.Watched.Length > 0).ToList();
        await using var scope = scopes.CreateAsyncScope();
        await LeaveAsync(scope.ServiceProvider.GetRequiredService<ThreadQuery>(), open, cancellation);
    }

    public override async Task RunAsync(CancellationToken cancellation = default)
    {
        var open = connections.All();
        await using var scope = scopes.CreateAsyncScope();
        var left = await CutAsync(scope.ServiceProvider.GetRequiredService<AccountStateQuery>(), open, cancellation);
        await LeaveAsync(scope.ServiceProvider.GetRequiredService<ThreadQuery>(), left, cancellation);
    }

    /// <summary>Cuts whoever is not any more who they were; the page comes back and is asked anew who it is. Returns the others.</summary>
    private async Task<IReadOnlyList<(LiveConnection Connection, Guid[] Watched)>> CutAsync(
        AccountStateQuery query, IReadOnlyList<(LiveConnection Connection, Guid[] Watched)> open, CancellationToken cancellation)
    {
        var accounts = open.Select(c => c.Connection.Listener.Viewer.AccountId).OfType<Guid>().ToHashSet();
        if (accounts.Count == 0) return open;
        var states = await query.RunAsync(accounts, cancellation);
        var left = new List<(LiveConnection Connection, Guid[] Watched)>(open.Count);
        foreach (var one in open)
        {
            var connection = one.Connection;
            if (connection.Listener.Viewer.AccountId is { } account)
            {
                if (!states.TryGetValue(account, out var state) || connection.IsOld || !StillIs(connection.Listener, state))
                {
                    LogCut(account);
                    connection.Abort();
                    continue;
                }

                if (connection.ShowsPresence != state.ShowsPresence) connections.Stir(one.Watched);
                connection.ShowsPresence = state.ShowsPresence;
            }

            left.Add(one);
        }

        return left;
    }

    private static bool StillIs(Listener listener, AccountState state) =>
        (listener.Stamp is null || listener.Stamp == state.Stamp)
        && listener.Viewer.PersonId == state.Viewer.PersonId && listener.Viewer.Roles.ToHashSet().SetEquals(state.Viewer.Roles);

    // One question for all who are in the same audiences; only those who read by name are asked for one by one.
    private async Task LeaveAsync(ThreadQuery query, IReadOnlyList<(LiveConnection Connection, Guid[] Watched)> open, CancellationToken cancellation)
    {
        foreach (var level in open.Where(c => c.Watched.Length > 0).GroupBy(c => c.Connection.Listener.Viewer.Level))
        {
            var visible = await query.VisibleAsync(Viewer.Of(level.Key), [.. level.SelectMany(c => c.Watched).Distinct()], cancellation);
            var doubtful = level.Where(c => c.Watched.Any(d => !visible.Contains(d))).ToList();
            foreach (var person in doubtful.GroupBy(c => c.Connection.Listener.Viewer.AccountId))
            {
                var viewer = person.First().Connection.Listener.Viewer;
                var theirs = await query.VisibleAsync(viewer, [.. person.SelectMany(c => c.Watched).Distinct()], cancellation);
                foreach (var (connection, watched) in person)
                {
                    foreach (var discussion in watched.Where(d => !theirs.Contains(d))) Leave(connection, discussion);
                }
            }
        }
    }

    private void Leave(LiveConnection connection, Guid discussion)
    {
        connections.Leave(connection.Id, discussion);
        connection.Send(discussion, 0, LiveMessages.Gone(discussion));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A live connection of {Account} was cut: the account is not what it was when the connection began.")]
    private partial void LogCut(Guid account);

    [LoggerMessage(Level = LogLevel.Error, Message = "Whether those who listen still may could not be asked; trying again.")]
    protected override partial void LogFault(Exception fault);
}
