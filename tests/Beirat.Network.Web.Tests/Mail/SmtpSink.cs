using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace Beirat.Network.Web.Tests.Mail;

/// <summary>A mail server that keeps what it gets (RFC 5321, as much as is needed) and refuses when it is told to.</summary>
internal sealed class SmtpSink : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly List<MimeMessage> _messages = [];
    private readonly Queue<(string Command, string Answer)> _refusals = [];
    private TcpListener? _listener;
    private Task _work = Task.CompletedTask;

    public SmtpSink()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        Port = ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    public int Port { get; }

    /// <summary>Connections so far.</summary>
    public int Tries { get; private set; }

    /// <summary>Everything that was said to it, line by line.</summary>
    public List<string> Heard { get; } = [];

    public IReadOnlyList<MimeMessage> Messages
    {
        get
        {
            lock (_messages) return [.. _messages];
        }
    }

    public SmtpSink Open()
    {
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Start();
        _work = ListenAsync(_listener);
        return this;
    }

    /// <summary>Answers the next command that begins like this with a refusal, once.</summary>
    public void Refuse(string command, string answer)
    {
        lock (_refusals) _refusals.Enqueue((command, answer));
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener?.Stop();
        await _work;
        _end.Dispose();
    }

    private async Task ListenAsync(TcpListener listener)
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync(_end.Token);
                Tries++;
                await TalkAsync(client.GetStream());
            }
            catch (Exception fault) when (fault is IOException or SocketException or OperationCanceledException)
            {
                // The other side went, or this one ends.
            }
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        await using var writer = new StreamWriter(stream, Encoding.Latin1, leaveOpen: true) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 sink");
        while (await reader.ReadLineAsync(_end.Token) is { } line)
        {
            lock (Heard) Heard.Add(line);
            var word = line.Split(' ')[0].ToUpperInvariant();
            await writer.WriteLineAsync(Refusal(line) ?? (word switch { "EHLO" => "250-sink\r\n250 8BITMIME", "DATA" => "354 go on", "QUIT" => "221 bye", _ => "250 ok" }));
            if (word == "DATA") await writer.WriteLineAsync(await TakeAsync(reader));
            if (word == "QUIT") return;
        }
    }

    private async Task<string> TakeAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_end.Token) is { } line && line != ".")
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        if (Refusal("(message)") is { } refusal) return refusal;
        using var bytes = new MemoryStream(Encoding.Latin1.GetBytes(text.ToString()));
        var message = await MimeMessage.LoadAsync(bytes, _end.Token);
        lock (_messages) _messages.Add(message);
        return "250 taken";
    }

    private string? Refusal(string line)
    {
        lock (_refusals)
            return _refusals.TryPeek(out var next) && line.StartsWith(next.Command, StringComparison.OrdinalIgnoreCase) ? _refusals.Dequeue().Answer : null;
    }
}
