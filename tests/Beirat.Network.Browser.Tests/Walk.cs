using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Beirat.Network.Browser.Tests;

/// <summary>Goes through many addresses in two windows at once and gathers what is found on each.</summary>
internal static class Walk
{
    private const int Windows = 2;

    public static async Task<IReadOnlyCollection<string>> FindAsync(
        Func<Task<IPage>> open, IEnumerable<string> addresses, Func<IPage, string, Task<IEnumerable<string>>> look)
    {
        var left = new ConcurrentQueue<string>(addresses);
        var findings = new ConcurrentQueue<string>();
        await Task.WhenAll(Enumerable.Range(0, Windows).Select(async _ =>
        {
            var page = await open();
            while (left.TryDequeue(out var address))
            {
                await page.GotoAsync(address);
                foreach (var finding in await look(page, address)) findings.Enqueue(finding);
            }
        }));
        return findings;
    }

    /// <summary>What is wider than the window, at each of the widths.</summary>
    public static async Task<IEnumerable<string>> SidewaysAsync(IPage page, string address, params int[] widths)
    {
        var findings = new List<string>();
        foreach (var width in widths)
        {
            await page.SetViewportSizeAsync(width, 900);
            var over = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (over > 0) findings.Add($"{address} is {over} px wider than {width} px.");
        }

        return findings;
    }
}
