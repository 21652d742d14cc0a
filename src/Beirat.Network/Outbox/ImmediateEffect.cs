using System.Diagnostics;
using Beirat.Network.Search;
using Microsoft.Extensions.Logging;

namespace Beirat.Network.Outbox;

/// <summary>
/// Makes a saved change count at once in this process, before the answer goes out: kept pages and names are forgotten,
/// and the index has caught up. For what somebody takes back; other changes may arrive a moment later by the feeds.
/// </summary>
internal sealed partial class ImmediateEffect(
    IEnumerable<IChangeListener> listeners, IndexFeed feed, SearchHealth search, ILogger<ImmediateEffect> log)
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    public async Task TakeAsync(IReadOnlyList<Subject> subjects, CancellationToken cancellation)
    {
        // In the operator's commands nothing runs that could catch up.
        if (feed.ExecuteTask is { IsCompleted: false }) await IndexedAsync(cancellation);
        foreach (var listener in listeners) await listener.ChangedAsync(subjects, cancellation);
    }

    // Should the index be slow, its documents are still of an older version and shown to nobody.
    private async Task IndexedAsync(CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        while (await search.RunAsync(cancellation) is { Ready: true, Behind: > 0 })
        {
            if (clock.Elapsed > AtMost)
            {
                LogSlow();
                return;
            }

            await Task.Delay(Pause, cancellation);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search index lags behind; what was taken back is passed over until it has caught up.")]
    private partial void LogSlow();
}
