using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Beirat.Network.Testing;

namespace Beirat.Network.Benchmarks;

/// <summary>How soon a saved text is found while twenty a second are written: from the answer that it is saved until a search shows it.</summary>
internal static class SearchFreshness
{
    private const int PerSecond = 20;
    private const int MostWaited = 10_000;

    public static async Task PrintAsync(PortalProcess portal, TimeSpan span)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = portal.Address };
        // Twenty a second are more than one person may write in a minute.
        string[] cookies = [await SignIn.AsAsync(portal.Address, Cast.Member), await SignIn.AsAsync(portal.Address, Cast.Staff), await SignIn.AsAsync(portal.Address, Cast.Deputy)];
        var page = $"/diskussionen/{Common.NamedId.For("discussion", "turmstrasse-was-wurde-daraus")}";
        var found = new List<Task<double>>();
        var clock = Stopwatch.StartNew();
        var count = (int)Math.Min(span.TotalSeconds * 2 * PerSecond, 400);
        for (var i = 0; i < count; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / PerSecond) - clock.Elapsed;
            if (due > TimeSpan.Zero) await Task.Delay(due);
            found.Add(WriteAsync(http, cookies[i % cookies.Length], page, $"probe{i}x{Guid.NewGuid():N}"[..16]));
        }

        var took = await Task.WhenAll(found);
        Array.Sort(took);
        Table.Head($"A saved text is found ({PerSecond} a second)", "p50, ms", "p99, ms", "texts");
        Table.Row("after it was saved (wanted 50 and 500)", took[took.Length / 2], took[took.Length * 99 / 100], took.Length);
    }

    private static async Task<double> WriteAsync(HttpClient http, string cookie, string page, string word)
    {
        using var post = new HttpRequestMessage(HttpMethod.Post, $"/api{page}/beitraege") { Content = JsonContent.Create(new { text = $"Ein Wort zum Finden: {word}.", language = "de", key = Guid.NewGuid() }) };
        post.Headers.Add("Cookie", cookie);
        post.Headers.Add("Origin", http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        using var answer = await http.SendAsync(post);
        answer.EnsureSuccessStatusCode();
        var saved = Stopwatch.GetTimestamp();
        while (true)
        {
            using var json = JsonDocument.Parse(await http.GetByteArrayAsync($"/api/suche?q={word}&anzahl=1"));
            var elapsed = Stopwatch.GetElapsedTime(saved).TotalMilliseconds;
            if (json.RootElement.GetProperty("hits").GetArrayLength() > 0) return elapsed;
            if (elapsed > MostWaited) throw new TimeoutException($"{word} was not found.");
            await Task.Delay(5);
        }
    }
}
