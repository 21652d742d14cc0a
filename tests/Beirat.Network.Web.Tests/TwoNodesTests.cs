using System.Net;
using Beirat.Network.Testing;
using Microsoft.AspNetCore.SignalR.Client;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>Whichever node somebody is at, they read the same in the same order, and what is taken from them is taken everywhere.</summary>
public sealed class TwoNodesTests(TwoNodes nodes) : IClassFixture<TwoNodes>
{
    [Fact]
    public async Task Posts_written_at_both_nodes_at_once_reach_both_in_one_order()
    {
        if (TwoNodes.Missing is { } reason) Assert.Skip(reason);
        const int posts = 40;
        var jar = await SignedInAsync(nodes.A, Cast.Member);
        var readers = new[] { await TwoNodes.WatchAsync(nodes.A, Threads.Housing), await TwoNodes.WatchAsync(nodes.B, Threads.Housing) };
        // One session, both nodes: the cookie of the one holds at the other.
        using var a = TwoNodes.Browser(nodes.A, jar);
        using var b = TwoNodes.Browser(nodes.B, jar);
        var before = await a.LastAsync(Threads.Housing);

        var answers = await Task.WhenAll(Enumerable.Range(0, posts).Select(i => (i % 2 == 0 ? a : b).PostAsync(Threads.Housing, $"Von beiden Seiten {i}")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        var seen = await Task.WhenAll(readers.Select(async r =>
        {
            var numbers = new List<(long, string)>();
            while (numbers.Count < posts)
            {
                var push = await r.NextAsync();
                numbers.Add((push.Sequence, push.Html));
            }

            return numbers;
        }));
        Assert.Equal(Enumerable.Range(1, posts).Select(i => before + i), seen[0].Select(s => s.Item1));
        Assert.Equal(seen[0], seen[1]);
        foreach (var reader in readers) await reader.DisposeAsync();
    }

    [Fact]
    public async Task The_same_key_at_both_nodes_at_once_is_one_post()
    {
        if (TwoNodes.Missing is { } reason) Assert.Skip(reason);
        var jar = await SignedInAsync(nodes.A, Cast.Deputy);
        using var a = TwoNodes.Browser(nodes.A, jar);
        using var b = TwoNodes.Browser(nodes.B, jar);
        var key = Guid.NewGuid();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => (i % 2 == 0 ? a : b).PostAsync(Threads.Recognition, "Ein Schlüssel", key)));

        var posts = await Task.WhenAll(answers.Select(async answer => (await answer.JsonAsync()).GetProperty("sequence").GetInt64()));
        Assert.Single(posts.Distinct());
    }

    [Fact]
    public async Task Signing_out_at_one_node_cuts_the_wire_at_the_other_and_the_cookie_is_refused_there()
    {
        if (TwoNodes.Missing is { } reason) Assert.Skip(reason);
        var jar = await SignedInAsync(nodes.A, Cast.Organization);
        var copy = new CookieContainer();
        copy.Add(nodes.B, jar.GetCookies(nodes.A));
        await using var wire = await TwoNodes.WatchAsync(nodes.B, Threads.ForOrganizations, copy);
        await using var control = await TwoNodes.WatchAsync(nodes.B, Threads.ForOrganizations, await SignedInAsync(nodes.A, Cast.Organization));
        using var visitor = TwoNodes.Browser(nodes.A, jar);

        using var left = await visitor.SubmitAsync("/konto", "form[action='/konto/abmelden']");

        await Wait.UntilAsync(() => Task.FromResult(wire.Connection.State == HubConnectionState.Disconnected), "the wire at the other node is cut", 10);
        Assert.Equal(HubConnectionState.Connected, control.Connection.State);
        using var thief = TwoNodes.Browser(nodes.B, copy);
        Assert.Equal(HttpStatusCode.NotFound, await thief.StatusAsync(Threads.Page(Threads.ForOrganizations)));
    }

    [Fact]
    public async Task Readers_at_the_other_node_are_shown_too()
    {
        if (TwoNodes.Missing is { } reason) Assert.Skip(reason);
        var memberJar = await SignedInAsync(nodes.A, Cast.Member);
        using var member = TwoNodes.Browser(nodes.A, memberJar);
        using var shown = await member.SubmitAsync("/konto", "#anwesenheit form");
        await using var deputy = await TwoNodes.WatchAsync(nodes.B, Threads.Swimming, await SignedInAsync(nodes.B, Cast.Deputy));
        var told = new TaskCompletionSource();
        deputy.Connection.On<System.Text.Json.JsonElement>("readers", push =>
        {
            if (push.GetProperty("readers").EnumerateArray().Any(r => r.GetProperty("name").GetString() == "Aylin Demirtaş")) told.TrySetResult();
        });

        await using var wire = await TwoNodes.WatchAsync(nodes.A, Threads.Swimming, memberJar);

        await told.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Without_redis_posts_still_arrive_once_and_in_order_and_it_is_used_again_when_it_is_back()
    {
        if (TwoNodes.Missing is { } reason) Assert.Skip(reason);
        var jar = await SignedInAsync(nodes.A, Cast.Staff);
        await using var reader = await TwoNodes.WatchAsync(nodes.B, Threads.Interpreting);
        using var writer = TwoNodes.Browser(nodes.A, jar);
        var before = await writer.LastAsync(Threads.Interpreting);
        var back = nodes.Said("Redis is back");

        await PostAsync(writer, "mit");
        await nodes.StopRedisAsync();
        await PostAsync(writer, "ohne");
        await PostAsync(writer, "noch ohne");
        var seen = new List<long>();
        while (seen.Count < 3) seen.Add((await reader.NextAsync()).Sequence);
        nodes.StartRedis();
        await Wait.UntilAsync(() => Task.FromResult(nodes.Said("Redis is back") > back), "Redis is used again", 60);
        await PostAsync(writer, "wieder mit");
        seen.Add((await reader.NextAsync()).Sequence);

        Assert.Equal(Enumerable.Range(1, 4).Select(i => before + i), seen);
        Assert.False(reader.TryNext(out _));
    }

    private static async Task PostAsync(Visitor writer, string text)
    {
        using var answer = await writer.PostAsync(Threads.Interpreting, text);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    private static async Task<CookieContainer> SignedInAsync(Uri node, string email)
    {
        var jar = new CookieContainer();
        using var visitor = TwoNodes.Browser(node, jar);
        await visitor.SignInAsync(email);
        return jar;
    }
}
