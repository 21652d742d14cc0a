using Beirat.Network.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Beirat.Network.Operations;

/// <summary>Lets the database look from time to time how its data lies.</summary>
internal sealed partial class StoreCare(INetworkStore store, TimeProvider time, ILogger<StoreCare> log) : BackgroundService
{
    // The first pages come first.
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Between = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var wait = AfterStart; ; wait = Between)
        {
            await Task.Delay(wait, time, stoppingToken);
            try
            {
                await store.LearnAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogFault(fault);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database could not look how its data lies; queries may be slow.")]
    private partial void LogFault(Exception fault);
}
