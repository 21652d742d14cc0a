using Microsoft.Extensions.Hosting;

namespace Beirat.Network.Operations;

/// <summary>
/// Work that is done again and again as long as the portal runs. One that fails is told to the log and tried again after the pause;
/// what the end of the process cuts off is done when it starts again.
/// </summary>
public abstract class RepeatedWork(TimeProvider time, TimeSpan pause) : BackgroundService
{
    /// <summary>What it is by that clock.</summary>
    protected TimeProvider Time => time;

    /// <summary>How long it waits before the first time; nothing unless said otherwise.</summary>
    protected virtual TimeSpan AfterStart => TimeSpan.Zero;

    /// <summary>Does what is due now, once.</summary>
    public abstract Task RunAsync(CancellationToken cancellation = default);

    /// <summary>Says in the log what could not be done.</summary>
    protected abstract void LogFault(Exception fault);

    /// <inheritdoc />
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var wait = AfterStart; ; wait = pause)
        {
            await Task.WhenAny(Task.Delay(wait, time, stoppingToken));
            if (stoppingToken.IsCancellationRequested) return;
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
                return;
            }
        }
    }
}
