using Beirat.Network.Data;
using Beirat.Network.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Beirat.Network.Discussions;

/// <summary>Clears away what people took back, once it can no longer be undone. On any number of nodes: twice does no harm.</summary>
internal sealed partial class RemovedTextCalendar(IDbContextFactory<NetworkDb> factory, TimeProvider time, ILogger<RemovedTextCalendar> log) : RepeatedWork(time, Idle)
{
    private const int BatchSize = 200;
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(1);

    public override async Task RunAsync(CancellationToken cancellation = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var now = Time.GetUtcNow();
        while (true)
        {
            var due = await db.RemovedTexts.Where(r => r.Until <= now).OrderBy(r => r.Until).Take(BatchSize).Select(r => r.PostId).ToListAsync(cancellation);
            if (due.Count == 0) return;
            await PostRemovalHandler.EmptyAsync(db, due, cancellation);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Texts that were taken back could not be cleared; trying again.")]
    protected override partial void LogFault(Exception fault);
}
