using System.Net;
using System.Net.WebSockets;
using Beirat.Network.Testing;
using Microsoft.AspNetCore.SignalR.Client;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>Nothing is lost and nothing comes twice, also with many writers and cut lines.</summary>
public sealed class LiveOrderTests(KestrelPortal portal) : IClassFixture<KestrelPortal>
{
    [Fact]
    public async Task Twenty_posts_at_once_reach_five_readers_in_the_order_of_their_numbers()
    {
        const int posts = 20;
        var readers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => LiveReader.WatchAsync(portal, Threads.Swimming)));
        var writers = await Task.WhenAll(new[] { Cast.Member, Cast.Deputy, Cast.Organization, Cast.Staff }.Select(portal.SignedInAsync));
        var before = await writers[0].LastAsync(Threads.Swimming);

        var answers = await Task.WhenAll(Enumerable.Range(0, posts).Select(i => writers[i % writers.Length].PostAsync(Threads.Swimming, $"Gleichzeitig {i}")));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Created, a.StatusCode));
        var expected = Enumerable.Range(1, posts).Select(i => before + i).ToList();
        foreach (var reader in readers)
        {
            var seen = new List<long>();
            while (seen.Count < posts) seen.Add((await reader.NextAsync()).Sequence);
            Assert.Equal(expected, seen);
            Assert.False(reader.TryNext(out _));
            await reader.DisposeAsync();
        }
    }

    [Fact]
    public async Task After_a_cut_line_the_missing_posts_come_once_and_in_order()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        var socket = new ClientWebSocket();
        var seen = new List<long>();
        var closed = new TaskCompletionSource();
        await using var reader = new LiveReader(portal, configure: b => b.WithUrl(new Uri(portal.Address, "/live"), o =>
        {
            o.SkipNegotiation = true;
            o.Transports = Microsoft.AspNetCore.Http.Connections.HttpTransportType.WebSockets;
            o.WebSocketFactory = async (context, cancellation) =>
            {
                socket = new ClientWebSocket();
                await socket.ConnectAsync(context.Uri, cancellation);
                return socket;
            };
        }));
        reader.Connection.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
        await reader.Connection.StartAsync();
        var start = await reader.WatchAsync(Threads.Housing);
        await PostAsync(member, "vor dem Abriss");
        seen.Add((await reader.NextAsync()).Sequence);

        socket.Abort();
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(15));
        for (var i = 0; i < 3; i++) await PostAsync(member, $"während des Abrisses {i}");
        await reader.Connection.StartAsync();
        var newest = await reader.WatchAsync(Threads.Housing);
        await PostAsync(member, "nach dem Abriss");
        var missed = await member.JsonAsync($"{Threads.Api(Threads.Housing)}?nach={seen[^1]}");
        seen.AddRange(missed.GetProperty("items").EnumerateArray().Select(p => p.GetProperty("sequence").GetInt64()));
        for (var push = await reader.NextAsync(); ; push = await reader.NextAsync())
        {
            if (!seen.Contains(push.Sequence)) seen.Add(push.Sequence);
            if (push.Sequence == start + 5) break;
        }

        Assert.Equal(start + 4, newest);
        Assert.Equal(Enumerable.Range(1, 5).Select(i => start + i), seen);
    }

    private static async Task PostAsync(Visitor visitor, string text)
    {
        using var answer = await visitor.PostAsync(Threads.Housing, text);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }
}
