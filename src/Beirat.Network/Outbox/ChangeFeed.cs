using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Beirat.Network.Outbox;

/// <summary>Tells this process what changed since it started: names kept in memory, cached pages, open threads.</summary>
internal sealed partial class ChangeFeed(
    IDbContextFactory<NetworkDb> factory, OutboxSignal signal, IEnumerable<IChangeListener> listeners, ILogger<ChangeFeed> log)
    : BackgroundService
{
    private const int BatchSize = 500;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var saves = signal.Subscribe();
        var cursor = -1L;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                cursor = await TellAsync(cursor, stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogFault(fault);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                // A read that was cut off by the end of the process is no fault.
                return;
            }

            await OutboxSignal.WaitAsync(saves, Idle, stoppingToken);
        }
    }

    private async Task<long> TellAsync(long cursor, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        if (cursor < 0) return await db.Outbox.MaxAsync(e => (long?)e.Id, cancellation) ?? 0;
        while (true)
        {
            var entries = await db.Outbox.AsNoTracking().Where(e => e.Id > cursor).OrderBy(e => e.Id).Take(BatchSize).ToListAsync(cancellation);
            if (entries.Count == 0) return cursor;
            var subjects = entries.Select(e => new Subject(e.Kind, e.SubjectId)).Distinct().ToList();
            foreach (var listener in listeners) await TellAsync(listener, subjects, cancellation);
            cursor = entries[^1].Id;
        }
    }

    // One listener that fails must not keep the others from hearing.
    private async Task TellAsync(IChangeListener listener, List<Subject> subjects, CancellationToken cancellation)
    {
        try
        {
            await listener.ChangedAsync(subjects, cancellation);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            LogListenerFault(fault, listener.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Changes could not be read; trying again.")]
    private partial void LogFault(Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Listener} failed on a change.")]
    private partial void LogListenerFault(Exception fault, string listener);
}
