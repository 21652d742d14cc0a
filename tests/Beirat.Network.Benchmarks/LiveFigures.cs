using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Beirat.Network.Testing;

namespace Beirat.Network.Benchmarks;

/// <summary>
/// The live connection: from a post to the last of a thousand readers, deliveries a second beside a raw broadcast of the
/// same bytes, what a stalled reader costs, memory of silent connections, and durable posts a second.
/// </summary>
internal sealed class LiveFigures(bool smoke)
{
    private static readonly string[] Writers = [Cast.Member, Cast.Deputy, Cast.Staff, Cast.Administrator, Cast.Organization];

    private readonly int _readers = smoke ? 20 : 1000;
    private readonly TimeSpan _span = TimeSpan.FromSeconds(smoke ? 0.5 : 10);
    private readonly List<HttpClient> _clients = [];

    public static async Task PrintAsync(bool smoke)
    {
        Table.Head("Live connection", "measured", "limit");
        await new LiveFigures(smoke).RunAsync();
    }

    private async Task RunAsync()
    {
        await using var portal = await PortalProcess.StartAsync();
        foreach (var writer in Writers) _clients.Add(await ClientAsync(portal, writer));
        await PostsAsync(Threads.Housing, 1, "durable posts/s, 32 writers, one thread", "durable posts, p99, ms");
        await PostsAsync(Threads.Swimming, 4, "durable posts/s, 32 writers, four threads", "durable posts, p99, ms");
        await LatencyAsync(portal);
        await FanOutAsync(portal);
        await MemoryAsync(portal);
        _clients.ForEach(c => c.Dispose());
    }

    private async Task PostsAsync(Guid thread, int threads, string rate, string tail)
    {
        Guid[] all = threads == 1 ? [thread] : [Threads.Swimming, Threads.Housing, Threads.Interpreting, Threads.Recognition];
        await LoadAsync(all, _span);
        var (count, seconds, took) = await LoadAsync(all, _span);
        Row(rate, count / seconds, "at least 600");
        Row(tail, took[took.Count * 99 / 100], "under 120");
    }

    private async Task<(int Count, double Seconds, List<double> Took)> LoadAsync(Guid[] threads, TimeSpan span)
    {
        var clock = Stopwatch.StartNew();
        var took = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => Task.Run(async () =>
        {
            var mine = new List<double>();
            while (clock.Elapsed < span)
            {
                var begin = Stopwatch.GetTimestamp();
                await PostAsync(_clients[i % _clients.Count], threads[i % threads.Length]);
                mine.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
            }

            return mine;
        })));
        var seconds = clock.Elapsed.TotalSeconds;
        List<double> sorted = [.. took.SelectMany(t => t).Order()];
        return (sorted.Count, seconds, sorted);
    }

    private async Task LatencyAsync(PortalProcess portal)
    {
        using var crowd = await LiveCrowd.OpenAsync(_readers, () => LiveWire.WatchAsync(portal.Port, Threads.Recognition));
        using var end = new CancellationTokenSource();
        var pings = crowd.PingAsync(end.Token);
        var last = await LastAsync(Threads.Recognition);
        var took = new List<double>();
        var posts = smoke ? 5 : 600;
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var arrivals = new List<Task>();
        for (var i = 1; i <= posts; i++)
        {
            await beat.WaitForNextTickAsync();
            var begin = Stopwatch.GetTimestamp();
            var arrived = crowd.LastHasAsync(last + i);
            await PostAsync(_clients[i % _clients.Count], Threads.Recognition);
            arrivals.Add(arrived.ContinueWith(t =>
            {
                lock (took) took.Add(Stopwatch.GetElapsedTime(begin, t.GetAwaiter().GetResult()).TotalMilliseconds);
            }, TaskScheduler.Default));
        }

        await Task.WhenAny(Task.WhenAll(arrivals), Task.Delay(TimeSpan.FromSeconds(20)));
        await end.CancelAsync();
        await pings;
        lock (took)
        {
            took.Sort();
            Row($"sent to last of {_readers} readers, p50, ms", took[took.Count / 2], "under 40");
            Row($"sent to last of {_readers} readers, p99, ms", took[took.Count * 99 / 100], "under 150");
            Row("posts that did not reach everybody", posts - took.Count, "0");
        }
    }

    private async Task FanOutAsync(PortalProcess portal)
    {
        using var raw = await RawBroadcast.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{raw.Port}") };
        var html = await HtmlAsync();
        double plain;
        using (var crowd = await LiveCrowd.OpenAsync(_readers, () => LiveWire.OpenAsync(raw.Port, "/live")))
        {
            plain = await DeliveriesAsync(crowd, 0, async _ =>
            {
                using var answer = await http.PostAsync("/", new StringContent(html));
            });
        }

        double ours, stalled;
        using (var crowd = await LiveCrowd.OpenAsync(_readers, () => LiveWire.WatchAsync(portal.Port, Threads.Interpreting)))
        {
            ours = await DeliveriesAsync(crowd, await LastAsync(Threads.Interpreting), i => PostAsync(_clients[i % _clients.Count], Threads.Interpreting));
            using var stopped = await LiveWire.WatchAsync(portal.Port, Threads.Interpreting);
            stalled = await DeliveriesAsync(crowd, await LastAsync(Threads.Interpreting), i => PostAsync(_clients[i % _clients.Count], Threads.Interpreting));
            Row("readers told to catch up", crowd.CatchUps, "-");
        }

        Row($"raw broadcast, deliveries/s to {_readers}", plain, "-");
        Row($"portal, deliveries/s to {_readers}", ours, "-");
        Row("portal / raw, %", ours / plain * 100, "at least 75");
        Row("one stalled reader costs the others, %", (1 - (stalled / ours)) * 100, "under 5");
    }

    // Some posts are always on their way: as many as a server can take, and none is left waiting for ever.
    private async Task<double> DeliveriesAsync(LiveCrowd crowd, long last, Func<int, Task> post)
    {
        var before = crowd.Delivered;
        var clock = Stopwatch.StartNew();
        var sent = 0;
        var seen = new Queue<Task<long>>();
        using var room = new SemaphoreSlim(32);
        while (clock.Elapsed < _span)
        {
            await room.WaitAsync();
            var number = ++sent;
            _ = crowd.LastHasAsync(last + number).ContinueWith(_ => room.Release(), TaskScheduler.Default);
            seen.Enqueue(crowd.LastHasAsync(last + number));
            _ = post(number);
        }

        await Task.WhenAny(Task.WhenAll(seen), Task.Delay(TimeSpan.FromSeconds(10)));
        return (crowd.Delivered - before) / clock.Elapsed.TotalSeconds;
    }

    private async Task MemoryAsync(PortalProcess portal)
    {
        var count = smoke ? 50 : 5000;
        var before = portal.Resident;
        using var crowd = await LiveCrowd.OpenAsync(count, () => LiveWire.WatchAsync(portal.Port, null));
        await Task.Delay(TimeSpan.FromSeconds(smoke ? 0.1 : 5));
        Row($"memory of each of {count} silent connections, kB", (portal.Resident - before) * 1024.0 / count, "under 45");
        using var answer = await _clients[0].GetAsync("/health/live");
        Row("silent connections held", answer.IsSuccessStatusCode ? crowd.Size : 0, "5,000");
    }

    private async Task<long> LastAsync(Guid thread)
    {
        using var json = JsonDocument.Parse(await _clients[0].GetStringAsync($"{Threads.Api(thread)}?nach=100000000"));
        return json.RootElement.GetProperty("last").GetInt64();
    }

    private async Task<string> HtmlAsync()
    {
        await PostAsync(_clients[0], Threads.Recognition);
        using var json = JsonDocument.Parse(await _clients[0].GetStringAsync($"{Threads.Api(Threads.Recognition)}?nach={await LastAsync(Threads.Recognition) - 1}"));
        return JsonSerializer.Serialize(json.RootElement.GetProperty("items")[0].GetProperty("html").GetString())[1..^1];
    }

    private static async Task PostAsync(HttpClient client, Guid thread)
    {
        using var answer = await client.PostAsJsonAsync(Threads.Api(thread), new { text = "Ein Beitrag zur Messung, so lang wie ein Satz.", language = "de", key = Guid.NewGuid() });
        if (answer.StatusCode != HttpStatusCode.Created) throw new InvalidOperationException($"A post was answered with {(int)answer.StatusCode}.");
    }

    private static async Task<HttpClient> ClientAsync(PortalProcess portal, string account)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = portal.Address };
        client.DefaultRequestHeaders.Add("Cookie", await SignIn.AsAsync(portal.Address, account));
        return client;
    }

    private static void Row(string name, double value, string limit) => Table.Row(name, Table.Number(value), limit);
}
