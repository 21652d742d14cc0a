using System.Diagnostics;

namespace Beirat.Network.Testing;

/// <summary>Bounded waits for what happens a moment later: indexing, pushes, evicted pages.</summary>
public static class Wait
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>Looks again until it holds.</summary>
    /// <exception cref="TimeoutException">It did not hold within the time.</exception>
    public static async Task UntilAsync(Func<Task<bool>> holds, string what, int seconds = 15)
    {
        var clock = Stopwatch.StartNew();
        while (!await holds())
        {
            if (clock.Elapsed.TotalSeconds > seconds) throw new TimeoutException($"Not within {seconds} s: {what}.");
            await Task.Delay(Pause);
        }
    }
}
