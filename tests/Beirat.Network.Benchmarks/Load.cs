using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Beirat.Network.Benchmarks;

internal sealed record LoadResult(double PerSecond, int Bytes);

/// <summary>Times in milliseconds: half of the answers, and 19 of 20, took no longer.</summary>
internal sealed record LatencyResult(double P50, double P95, int Bytes);

/// <summary>
/// Asks for one thing over and over on a few kept connections, with as little work of its own as possible: client and
/// server share the machine, and a heavy client would flatter the slower page. Bounded in time.
/// </summary>
internal static class Load
{
    private const int Connections = 8;
    private const int BufferSize = 1024 * 1024;
    private const int MostWarmUp = 50;

    public static async Task<LoadResult> RunAsync(int port, byte[] request, TimeSpan span)
    {
        await CountAsync(port, request, span / 4);
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(() => CountAsync(port, request, span))));
        return new LoadResult(counts.Sum(c => c.Requests) / clock.Elapsed.TotalSeconds, counts[0].Bytes);
    }

    /// <summary>One request after the other on one kept connection: how long a single visitor waits.</summary>
    public static async Task<LatencyResult> OneByOneAsync(int port, byte[] request, int times)
    {
        using var socket = await ConnectAsync(port);
        var buffer = new byte[BufferSize];
        var bytes = 0;
        var took = new List<double>(times);
        for (var i = -Math.Min(times / 4, MostWarmUp); i < times; i++)
        {
            var begin = Stopwatch.GetTimestamp();
            await socket.SendAsync(request);
            bytes = await ReadAsync(socket, buffer);
            if (i >= 0) took.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        }

        took.Sort();
        return new LatencyResult(took[times / 2], took[times * 95 / 100], bytes);
    }

    public static byte[] Request(string path, string encoding, string? cookie = null) => Encoding.ASCII.GetBytes(
        $"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: {encoding}\r\n{(cookie is null ? string.Empty : $"Cookie: {cookie}\r\n")}\r\n");

    private static async Task<Socket> ConnectAsync(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync("127.0.0.1", port);
        return socket;
    }

    private static async Task<(int Requests, int Bytes)> CountAsync(int port, byte[] request, TimeSpan span)
    {
        using var socket = await ConnectAsync(port);
        var buffer = new byte[BufferSize];
        var clock = Stopwatch.StartNew();
        var requests = 0;
        var bytes = 0;
        while (clock.Elapsed < span)
        {
            await socket.SendAsync(request);
            bytes = await ReadAsync(socket, buffer);
            requests++;
        }

        return (requests, bytes);
    }

    /// <summary>Reads one answer to its end; returns the length of its body.</summary>
    private static async Task<int> ReadAsync(Socket socket, byte[] buffer)
    {
        var read = 0;
        var head = -1;
        int? length = null;
        while (true)
        {
            var got = await socket.ReceiveAsync(buffer.AsMemory(read));
            if (got == 0) throw new IOException("The server closed the connection.");
            read += got;
            if (head < 0)
            {
                head = buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8);
                if (head < 0) continue;
                head += 4;
                length = LengthOf(Encoding.ASCII.GetString(buffer, 0, head));
            }

            if (length is { } whole ? read - head >= whole : buffer.AsSpan(0, read).EndsWith("0\r\n\r\n"u8)) return read - head;
        }
    }

    private static int? LengthOf(string head)
    {
        if (!head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal)) throw new IOException(head.Split('\r')[0]);
        var line = head.Split("\r\n").FirstOrDefault(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return line is null ? null : int.Parse(line.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
