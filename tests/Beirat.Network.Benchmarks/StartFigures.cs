using System.Diagnostics;
using Beirat.Network.Testing;

namespace Beirat.Network.Benchmarks;

/// <summary>From the start of the process to the first page, and the memory it then holds.</summary>
internal static class StartFigures
{
    private static readonly string[] Walk = ["/beirat", "/mitglieder", "/wissen", "/suche?q=Schule", "/beratung?q=Wohnungssuche", "/diskussionen"];

    public static async Task PrintAsync(int rounds)
    {
        Table.Head("Start (median)", "first page, s", "ready, s", "resident after a walk, MB");
        using var folder = new TempFolder();
        var empty = new List<(double First, double Ready, long Resident)>();
        var filled = new List<(double First, double Ready, long Resident)>();
        for (var i = 0; i < rounds; i++)
        {
            using var fresh = new TempFolder();
            empty.Add(await OnceAsync(fresh.Path));
            filled.Add(await OnceAsync(fresh.Path));
        }

        Row("empty folder: migrate, seed, index", empty);
        Row("folder that is there", filled);
    }

    private static async Task<(double First, double Ready, long Resident)> OnceAsync(string folder)
    {
        var clock = Stopwatch.StartNew();
        await using var portal = PortalProcess.Launch(folder, PortalProcess.FreePort());
        await portal.WaitAsync("/");
        var first = clock.Elapsed.TotalSeconds;
        await portal.WaitAsync("/health/ready");
        var ready = clock.Elapsed.TotalSeconds;
        foreach (var path in Walk) await portal.WaitAsync(path);
        return (first, ready, portal.Resident);
    }

    private static void Row(string name, List<(double First, double Ready, long Resident)> rounds) =>
        Table.Row(name, Median(rounds.Select(r => r.First)), Median(rounds.Select(r => r.Ready)), Median(rounds.Select(r => (double)r.Resident)));

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);
}
