using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Beirat.Network.Benchmarks;

/// <summary>What the live connection is measured against: a bare Kestrel that sends each text to every open WebSocket, and nothing else.</summary>
internal sealed class RawBroadcast : IDisposable
{
    private readonly Process _process;

    private RawBroadcast(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    public static async Task<RawBroadcast> StartAsync()
    {
        var port = PortalProcess.FreePort();
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["--raw", port.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true };
        var raw = new RawBroadcast(Process.Start(start)!, port);
        await raw._process.StandardOutput.ReadLineAsync();
        return raw;
    }

    /// <summary>The server itself, in a process of its own. A text posted to / goes to everybody; the answer comes at once.</summary>
    public static async Task ServeAsync(string port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        await using var app = builder.Build();
        app.UseWebSockets();
        var sockets = new ConcurrentDictionary<WebSocket, SemaphoreSlim>();
        var number = 0L;
        app.Map("/live", branch => branch.Run(async context =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            using var turn = new SemaphoreSlim(1);
            sockets[socket] = turn;
            var buffer = new byte[64];
            while ((await socket.ReceiveAsync(buffer, CancellationToken.None)).MessageType != WebSocketMessageType.Close) { }

            sockets.TryRemove(socket, out _);
        }));
        app.MapPost("/", async (Microsoft.AspNetCore.Http.HttpRequest request) =>
        {
            var text = await new StreamReader(request.Body).ReadToEndAsync();
            var sequence = Interlocked.Increment(ref number);
            var record = Encoding.UTF8.GetBytes($"{{\"type\":1,\"target\":\"post\",\"arguments\":[{{\"sequence\":{sequence},\"html\":\"{text}\"}}]}}\u001e");
            _ = Task.WhenAll(sockets.Select(s => SendAsync(s.Key, s.Value, record)));
            return sequence;
        });
        await app.StartAsync();
        Console.WriteLine("ready");
        await Task.Delay(Timeout.Infinite);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    // A WebSocket takes one message at a time.
    private static async Task SendAsync(WebSocket socket, SemaphoreSlim turn, byte[] record)
    {
        await turn.WaitAsync();
        try
        {
            await socket.SendAsync(record, WebSocketMessageType.Text, true, CancellationToken.None);
        }
        finally
        {
            turn.Release();
        }
    }
}
