using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>
/// The program is killed at random moments while twenty writers post. Every writer sends again, under the same key, what
/// was not acknowledged. BEIRAT_TEST_KILLS sets the rounds; there are three without it.
/// </summary>
public sealed class KilledWriterTests(SeededFolder seeded) : IClassFixture<SeededFolder>
{
    private const int Writers = 20;
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("BEIRAT_TEST_KILLS"), CultureInfo.InvariantCulture, out var rounds) ? rounds : 3;

    private readonly ConcurrentDictionary<Guid, (long Sequence, int Round)> _acknowledged = [];
    private readonly ConcurrentDictionary<Guid, int> _sent = [];
    private readonly Guid?[] _unsure = new Guid?[Writers];

    [Fact]
    public async Task No_acknowledged_post_is_lost_none_is_doubled_and_the_order_stays()
    {
        using var folder = seeded.Copy();
        string? cookie = null;
        for (var round = 0; round < Rounds; round++)
        {
            await using var portal = Start(folder);
            var address = await portal.ReadyAsync();
            cookie ??= await SignInAsync(address);
            using var end = new CancellationTokenSource();
            var acknowledged = _acknowledged.Count;
            var writers = Enumerable.Range(0, Writers).Select(w => WriteAsync(address, cookie, w, round, end.Token)).ToList();
            await Wait.UntilAsync(() => Task.FromResult(_acknowledged.Count >= acknowledged + 20), "some posts are acknowledged", 60);
            await Task.Delay(Random.Shared.Next(0, 300));
            await portal.KillAsync();
            await end.CancelAsync();
            await Task.WhenAll(writers);
        }

        await using var last = Start(folder);
        await LookAsync(await last.ReadyAsync(), cookie!);
    }

    private async Task LookAsync(Uri address, string cookie)
    {
        using var http = Client(address, cookie);
        // What nobody knows the fate of is sent once more.
        foreach (var key in _unsure.OfType<Guid>()) await PostAsync(http, key, Rounds);
        var posts = new List<(long Sequence, Guid Key)>();
        while (true)
        {
            var page = await http.GetFromJsonAsync<JsonElement>($"{Threads.Api(Threads.Housing)}?nach={(posts.Count == 0 ? 0 : posts[^1].Sequence)}&anzahl=200");
            var items = page.GetProperty("items").EnumerateArray().Select(p => (p.GetProperty("sequence").GetInt64(), p.GetProperty("key").GetGuid())).ToList();
            if (items.Count == 0) break;
            posts.AddRange(items);
        }

        Assert.Equal(Enumerable.Range(1, posts.Count).Select(n => (long)n), posts.Select(p => p.Sequence));
        var byKey = posts.ToLookup(p => p.Key, p => p.Sequence);
        Assert.All(_acknowledged, a => Assert.Equal([a.Value.Sequence], byKey[a.Key]));
        Assert.All(_sent.Keys, k => Assert.Single(byKey[k]));
        // What was acknowledged before a kill stands before what was sent for the first time after it.
        for (var round = 0; round + 1 < Rounds; round++)
        {
            var before = _acknowledged.Values.Where(a => a.Round == round).Max(a => a.Sequence);
            Assert.True(before < _sent.Where(s => s.Value == round + 1).Min(s => byKey[s.Key].Single()));
        }
    }

    private async Task WriteAsync(Uri address, string cookie, int writer, int round, CancellationToken cancellation)
    {
        using var http = Client(address, cookie);
        while (!cancellation.IsCancellationRequested)
        {
            var key = _unsure[writer] ?? Guid.NewGuid();
            _unsure[writer] = key;
            _sent.TryAdd(key, round);
            try
            {
                await PostAsync(http, key, round);
                _unsure[writer] = null;
            }
            catch (Exception cut) when (cut is HttpRequestException or IOException or OperationCanceledException or JsonException)
            {
                if (cut is HttpRequestException { StatusCode: { } status }) Assert.Fail($"A post was answered with {(int)status}.");
                return;
            }
        }
    }

    private async Task PostAsync(HttpClient http, Guid key, int round)
    {
        using var answer = await http.PostAsJsonAsync(Threads.Api(Threads.Housing), new { text = $"Beitrag {key}", language = "de", key });
        answer.EnsureSuccessStatusCode();
        var sequence = (await answer.JsonAsync()).GetProperty("sequence").GetInt64();
        Assert.Equal(sequence, _acknowledged.GetOrAdd(key, (sequence, round)).Sequence);
    }

    private static PortalProcess Start(TempFolder folder) => PortalProcess.Start(
        folder.Path, "http://127.0.0.1:0", ("ASPNETCORE_ENVIRONMENT", "Development"), ("Beirat__Demo", "true"), ("Logging__LogLevel__Default", "Warning"),
        ("Logging__LogLevel__Beirat.Network", "Information"));

    private static async Task<string> SignInAsync(Uri address)
    {
        var jar = new CookieContainer();
        using var visitor = new Visitor(new HttpClient(new SocketsHttpHandler { CookieContainer = jar, AllowAutoRedirect = false }) { BaseAddress = address });
        await visitor.SignInAsync(Cast.Member);
        return jar.GetCookieHeader(address);
    }

    private static HttpClient Client(Uri address, string cookie)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = address };
        http.DefaultRequestHeaders.Add("Cookie", cookie);
        return http;
    }
}
