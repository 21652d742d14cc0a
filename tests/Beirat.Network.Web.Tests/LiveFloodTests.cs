using System.Net.WebSockets;
using System.Text;
using Beirat.Network.Testing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>Calls that no page makes: they are refused with a word why, and harm nobody else.</summary>
public sealed class LiveFloodTests(KestrelPortal portal) : IClassFixture<KestrelPortal>
{
    [Fact]
    public async Task A_flood_of_calls_is_refused_in_words_and_then_cut()
    {
        await using var flood = new LiveReader(portal);
        await using var reader = await LiveReader.WatchAsync(portal, Threads.Housing);
        await flood.Connection.StartAsync();
        var messages = new List<string>();
        try
        {
            for (var i = 0; i < 2000; i++)
            {
                try
                {
                    await flood.WatchAsync(Threads.Housing);
                }
                catch (HubException refused)
                {
                    messages.Add(refused.Message);
                }
            }
        }
        catch (Exception ended) when (ended is not HubException)
        {
            // Cut.
        }

        await Wait.UntilAsync(() => Task.FromResult(flood.Connection.State == HubConnectionState.Disconnected), "the flood is cut");
        Assert.NotEmpty(messages);
        Assert.All(messages, m => Assert.Contains("too many calls", m));
        Assert.InRange(messages.Count, 1, 200);
        Assert.Equal(HubConnectionState.Connected, reader.Connection.State);
    }

    [Fact]
    public async Task A_connection_follows_a_bounded_number_of_discussions()
    {
        using var visitor = portal.Visitor();
        await using var reader = new LiveReader(portal);
        await reader.Connection.StartAsync();
        // A discussion that is followed already costs no room.
        for (var i = 0; i < 25; i++) await reader.WatchAsync(Threads.Housing);

        Assert.Equal(await visitor.LastAsync(Threads.Tower), await reader.WatchAsync(Threads.Tower));
        await reader.Connection.InvokeAsync("Leave", Threads.Tower.ToString());
        await reader.Connection.InvokeAsync("Leave", "unsinn");
    }

    [Theory]
    [InlineData("""{"type":1,"invocationId":"1","target":"Watch","arguments":[42]}""")]
    [InlineData("""{"type":1,"invocationId":"1","target":"Watch","arguments":[null]}""")]
    [InlineData("""{"type":1,"invocationId":"1","target":"Watch","arguments":[{"$type":"System.String"}]}""")]
    [InlineData("""{"type":1,"invocationId":"1","target":"Watch","arguments":[]}""")]
    [InlineData("""{"type":1,"invocationId":"1","target":"Watch","arguments":["a","b","c"]}""")]
    [InlineData("""{"type":1,"invocationId":"1","target":"OnConnectedAsync","arguments":[]}""")]
    [InlineData("""{"type":1,"invocationId":"1","target":"Dispose","arguments":[]}""")]
    public async Task A_call_of_the_wrong_kind_is_an_error_and_the_connection_goes_on(string call)
    {
        using var socket = await OpenAsync();

        await SendAsync(socket, call);
        var answer = await NextAsync(socket, "\"invocationId\":\"1\"");
        await SendAsync(socket, $$"""{"type":1,"invocationId":"2","target":"Watch","arguments":["{{Threads.Tower}}"]}""");

        Assert.Contains("\"error\"", answer);
        Assert.DoesNotContain("Exception:", answer.Replace("HubException:", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("\"result\"", await NextAsync(socket, "\"invocationId\":\"2\""));
    }

    [Theory]
    [InlineData("das ist kein JSON")]
    [InlineData("""{"type":1,"target":"Watch","arguments":[""")]
    public async Task What_is_no_message_at_all_ends_the_connection_only(string text)
    {
        using var socket = await OpenAsync();

        await SendAsync(socket, text);

        await EndsAsync(socket);
    }

    [Fact]
    public async Task A_message_of_a_megabyte_ends_the_connection_only()
    {
        using var socket = await OpenAsync();

        await SendAsync(socket, $$"""{"type":1,"invocationId":"1","target":"Watch","arguments":["{{new string('a', 1_000_000)}}"]}""");

        await EndsAsync(socket);
    }

    [Fact]
    public async Task Broken_calls_that_never_reach_a_method_are_a_flood_too()
    {
        using var socket = await OpenAsync();
        var flood = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"type\":1,\"target\":\"Watch\",\"arguments\":[1]}\u001e", 80)));
        try
        {
            for (var i = 0; i < 2000 && socket.State == WebSocketState.Open; i++) await socket.SendAsync(flood, WebSocketMessageType.Text, true, CancellationToken.None);
        }
        catch (WebSocketException)
        {
            return;
        }

        await EndsAsync(socket);
    }

    private async Task<ClientWebSocket> OpenAsync()
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(portal.Address) { Scheme = "ws", Path = "/live" }.Uri, CancellationToken.None);
        await SendAsync(socket, """{"protocol":"json","version":1}""");
        await NextAsync(socket, "{}");
        return socket;
    }

    private static Task SendAsync(ClientWebSocket socket, string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text + "\u001e"), WebSocketMessageType.Text, true, CancellationToken.None);

    private static async Task<string> NextAsync(ClientWebSocket socket, string part)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        var buffer = new byte[16 * 1024];
        var text = new StringBuilder();
        while (!text.ToString().Contains(part, StringComparison.Ordinal))
        {
            var got = await socket.ReceiveAsync(buffer, late.Token);
            text.Append(Encoding.UTF8.GetString(buffer, 0, got.Count));
        }

        return text.ToString();
    }

    private static async Task EndsAsync(ClientWebSocket socket)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        var buffer = new byte[16 * 1024];
        try
        {
            while ((await socket.ReceiveAsync(buffer, late.Token)).MessageType != WebSocketMessageType.Close) { }
        }
        catch (WebSocketException)
        {
            // Ended without a word: just as well.
        }
    }
}
