using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Beirat.Network.Discussions;

/// <summary>Clears away what people took back, once it can no longer be undone. On any number of nodes: twice does no harm.</summary>
internal sealed partial class RemovedTextCalendar(IDbContextFactory<NetworkDb> factory, TimeProvider time, ILogger<RemovedTextCalendar> log) : BackgroundService
{
    private const int BatchSize = 200;
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(1);

    internal async Task RunAsync(CancellationToken cancellation = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow();
        while (true)
        {
            var due = await db.RemovedTexts.Where(r => r.Until <= now).OrderBy(r => r.Until).Take(BatchSize).Select(r => r.PostId).ToListAsync(cancellation);
            if (due.Count == 0) return;
            await PostRemovalHandler.EmptyAsync(db, due, cancellation);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogFault(fault);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                // What is left is cleared when the process starts again.
            }

            await Task.WhenAny(Task.Delay(Idle, time, stoppingToken));
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Texts that were taken back could not be cleared; trying again.")]
    private partial void LogFault(Exception fault);
}
