using System.Diagnostics;

namespace Beirat.Network.Benchmarks;

/// <summary>How long a command took, start of the process included, and the most memory that it held.</summary>
internal sealed record CommandResult(double Seconds, double PeakMegabytes);

/// <summary>Runs a command of the portal as an operator would.</summary>
internal static class PortalCommand
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    /// <exception cref="InvalidOperationException">The command did not do all that it was asked for.</exception>
    public static async Task<CommandResult> RunAsync(string folder, params string[] arguments)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(PortalProcess.Start(folder, arguments))!;
        var told = process.StandardOutput.ReadToEndAsync();
        var faults = process.StandardError.ReadToEndAsync();
        var ended = process.WaitForExitAsync();
        var peak = 0L;
        while (await Task.WhenAny(ended, Task.Delay(Look)) != ended) peak = Math.Max(peak, PeakOf(process));
        var seconds = clock.Elapsed.TotalSeconds;
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', arguments)}: {process.ExitCode}\n{await told}{await faults}");
        return new CommandResult(seconds, peak / 1024.0 / 1024.0);
    }

    private static long PeakOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            // It ended just now.
            return 0;
        }
    }
}
