using Beirat.Network.Accounts;
using Beirat.Network.Operations;
using Beirat.Network.Web.Discussions;
using Microsoft.AspNetCore.SignalR;

namespace Beirat.Network.Web.Live;

/// <summary>
/// Who has a discussion open, and who writes: of those who chose to show it, told to those who are signed in and follow the
/// same discussion. Nothing of it is stored.
/// </summary>
internal sealed partial class LivePresence(
    LiveConnections connections, OtherNodes others, IServiceScopeFactory scopes, TimeProvider time, ILogger<LivePresence> log) : RepeatedWork(time, Beat)
{
    private const int MostNamed = 50;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    /// <summary>A page says no more often that somebody writes.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    /// <summary>Discussions whose pages show somebody.</summary>
    private readonly HashSet<Guid> _shown = [];

    /// <summary>Reads whether the person of a connection shows that they are there.</summary>
    public async Task LookAsync(string connectionId, CancellationToken cancellation)
    {
        if (connections.Find(connectionId) is not { Listener.Viewer.AccountId: { } account } connection) return;
        await using var scope = scopes.CreateAsyncScope();
        var states = await scope.ServiceProvider.GetRequiredService<AccountStateQuery>().RunAsync([account], cancellation);
        connection.ShowsPresence = states.GetValueOrDefault(account)?.ShowsPresence == true;
    }

    public void Writes(string connectionId, Guid discussion)
    {
        if (connections.Find(connectionId) is not { ShowsPresence: true } writer || !connections.IsWatching(connectionId, discussion)) return;
        if (!writer.MayTell(Between)) return;
        Tell(discussion, writer.Listener.Viewer.AccountId, LiveMessages.Writing(discussion, Of(writer.Listener)));
        others.TellWriter(discussion, Of(writer.Listener));
    }

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        others.Writes += (discussion, writer) => Tell(discussion, null, LiveMessages.Writing(discussion, writer));
        return base.StartAsync(cancellationToken);
    }

    public override Task RunAsync(CancellationToken cancellation = default)
    {
        others.Refresh();
        TellReaders();
        return Task.CompletedTask;
    }

    private void TellReaders()
    {
        foreach (var discussion in connections.TakeStirred())
        {
            var here = connections.WatchersOf(discussion).Where(c => c.ShowsPresence).Select(c => Of(c.Listener))
                .DistinctBy(r => r.Mark).OrderBy(r => r.Name, StringComparer.Ordinal).Take(MostNamed).ToList();
            var readers = others.With(discussion, here).DistinctBy(r => r.Mark).OrderBy(r => r.Name, StringComparer.Ordinal).Take(MostNamed).ToList();
            if (readers.Count > 0) _shown.Add(discussion);
            else if (!_shown.Remove(discussion)) continue;
            Tell(discussion, null, LiveMessages.Readers(discussion, readers));
        }
    }

    private void Tell(Guid discussion, Guid? except, SerializedHubMessage message)
    {
        foreach (var watcher in connections.WatchersOf(discussion))
        {
            if (watcher.Listener.Viewer.AccountId is { } account && account != except) watcher.Send(discussion, 0, message);
        }
    }

    private static ReaderPush Of(Listener listener) => new(AuthorMark.Of(listener.Viewer.AccountId)!, listener.Name);

    [LoggerMessage(Level = LogLevel.Error, Message = "Who reads along can no longer be told.")]
    protected override partial void LogFault(Exception fault);
}
