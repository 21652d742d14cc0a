using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Beirat.Network.Benchmarks;

/// <summary>
/// One open page, with as little work of its own as possible: a socket that takes records as they come and hands out the
/// beginning of each. Thousands of them share a machine with what they measure.
/// </summary>
internal sealed class LiveWire : IDisposable
{
    private const byte End = 0x1e;
    private const int HeadLength = 192;

    private readonly Socket _socket;
    private readonly byte[] _buffer = new byte[16 * 1024];
    private readonly byte[] _head = new byte[HeadLength];
    private readonly byte[] _frameHead = new byte[10];
    private int _headLength;
    private int _frameHeadLength;
    private long _inFrame;

    private LiveWire(Socket socket) => _socket = socket;

    public static async Task<LiveWire> OpenAsync(int port, string path, string? cookie = null)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync("127.0.0.1", port);
        var wire = new LiveWire(socket);
        await socket.SendAsync(Encoding.ASCII.GetBytes(
            $"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n" +
            $"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n{(cookie is null ? string.Empty : $"Cookie: {cookie}\r\n")}\r\n"));
        var read = 0;
        while (!wire._buffer.AsSpan(0, read).EndsWith("\r\n\r\n"u8))
        {
            var got = await socket.ReceiveAsync(wire._buffer.AsMemory(read, 1));
            if (got == 0) throw new IOException("The server closed the connection.");
            read += got;
        }

        var answer = Encoding.ASCII.GetString(wire._buffer, 0, read);
        return answer.StartsWith("HTTP/1.1 101", StringComparison.Ordinal) ? wire : throw new IOException(answer.Split('\r')[0]);
    }

    /// <summary>Opens a page that watches a discussion, or that only listens.</summary>
    public static async Task<LiveWire> WatchAsync(int port, Guid? discussion, string? cookie = null)
    {
        var wire = await OpenAsync(port, "/live", cookie);
        await wire.SendAsync("{\"protocol\":\"json\",\"version\":1}");
        await wire.NextAsync();
        if (discussion is null) return wire;
        await wire.SendAsync($"{{\"type\":1,\"invocationId\":\"1\",\"target\":\"Watch\",\"arguments\":[\"{discussion}\"]}}");
        while (!(await wire.NextAsync()).Contains("\"invocationId\":\"1\"", StringComparison.Ordinal)) { }

        return wire;
    }

    public Task PingAsync() => SendAsync("{\"type\":6}");

    public async Task SendAsync(string record)
    {
        var text = Encoding.UTF8.GetBytes(record);
        var length = text.Length + 1;
        var frame = new List<byte> { 0x81 };
        if (length < 126) frame.Add((byte)(0x80 | length));
        else frame.AddRange([0x80 | 126, (byte)(length >> 8), (byte)length]);
        frame.AddRange([0, 0, 0, 0, .. text, End]);
        await _socket.SendAsync(frame.ToArray());
    }

    /// <summary>The next record, cut to its beginning.</summary>
    public async Task<string> NextAsync()
    {
        string? found = null;
        while (found is null) await ReceiveAsync(head => found ??= Encoding.UTF8.GetString(head));
        return found;
    }

    /// <summary>Takes records until the connection ends.</summary>
    public async Task ReceiveAllAsync(RecordTaker take)
    {
        try
        {
            while (await ReceiveAsync(take)) { }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Closed by us.
        }
    }

    public void Dispose() => _socket.Dispose();

    private async Task<bool> ReceiveAsync(RecordTaker take)
    {
        var got = await _socket.ReceiveAsync(_buffer.AsMemory());
        if (got == 0) return false;
        Take(_buffer.AsSpan(0, got), take);
        return true;
    }

    // RFC 6455, section 5.2; a server does not mask.
    private void Take(ReadOnlySpan<byte> bytes, RecordTaker take)
    {
        while (bytes.Length > 0)
        {
            if (_inFrame == 0)
            {
                _frameHead[_frameHeadLength++] = bytes[0];
                bytes = bytes[1..];
                if (_frameHeadLength < 2) continue;
                var length = _frameHead[1] & 0x7f;
                if (_frameHeadLength < 2 + (length == 126 ? 2 : length == 127 ? 8 : 0)) continue;
                _inFrame = length == 126 ? BinaryPrimitives.ReadUInt16BigEndian(_frameHead.AsSpan(2)) : length == 127 ? BinaryPrimitives.ReadInt64BigEndian(_frameHead.AsSpan(2)) : length;
                _frameHeadLength = 0;
                continue;
            }

            var part = bytes[..(int)Math.Min(_inFrame, bytes.Length)];
            _inFrame -= part.Length;
            bytes = bytes[part.Length..];
            TakePart(part, take);
        }
    }

    private void TakePart(ReadOnlySpan<byte> part, RecordTaker take)
    {
        while (part.Length > 0)
        {
            var end = part.IndexOf(End);
            var of = end < 0 ? part : part[..end];
            var kept = of[..Math.Min(of.Length, HeadLength - _headLength)];
            kept.CopyTo(_head.AsSpan(_headLength));
            _headLength += kept.Length;
            if (end < 0) return;
            take(_head.AsSpan(0, _headLength));
            _headLength = 0;
            part = part[(end + 1)..];
        }
    }
}

/// <summary>Takes the beginning of a record, up to some 190 bytes.</summary>
internal delegate void RecordTaker(ReadOnlySpan<byte> head);
