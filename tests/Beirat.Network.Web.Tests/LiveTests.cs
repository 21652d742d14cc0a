using System.Net;
using System.Text.RegularExpressions;
using Beirat.Network.Testing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>Open pages follow a discussion: what is written arrives, for those who may read it.</summary>
public sealed partial class LiveTests(KestrelPortal portal) : IClassFixture<KestrelPortal>
{
    [Fact]
    public async Task Watch_answers_with_the_last_sequence_number()
    {
        using var visitor = portal.Visitor();
        await using var reader = new LiveReader(portal);
        await reader.Connection.StartAsync();

        Assert.Equal(await visitor.LastAsync(Threads.Tower), await reader.WatchAsync(Threads.Tower));
    }

    [Fact]
    public async Task A_post_by_form_arrives_byte_for_byte_as_it_stands_on_the_page()
    {
        await using var reader = await LiveReader.WatchAsync(portal, Threads.Swimming);
        using var member = await portal.SignedInAsync(Cast.Member);

        using var answer = await member.SubmitAsync(
            Threads.Page(Threads.Swimming), "#beitrag-formular", ("Entry.Text", "Ein **Satz** mit <b>&</b>, ä und 🙂."));

        var push = await reader.NextAsync();
        Assert.Equal(Threads.Swimming, push.DiscussionId);
        Assert.False(push.Removed);
        Assert.Contains($"beitrag={push.Sequence}", answer.Headers.Location!.ToString());
        using var anybody = portal.Visitor();
        var page = await anybody.TextAsync($"{Threads.Page(Threads.Swimming)}?beitrag={push.Sequence}");
        Assert.Equal(Articles().Single(page, $"beitrag-{push.Sequence}"), push.Html);
        var item = (await anybody.JsonAsync($"{Threads.Api(Threads.Swimming)}?nach={push.Sequence - 1}")).GetProperty("items")[0];
        Assert.Equal(push.Html, item.GetProperty("html").GetString());
        Assert.Equal(push.Id, item.GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task A_removal_arrives_without_the_text()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        using var posted = await member.PostAsync(Threads.Housing, "Das nehme ich gleich zurück");
        var id = (await posted.JsonAsync()).GetProperty("id").GetGuid();
        await using var reader = await LiveReader.WatchAsync(portal, Threads.Housing);

        await RemovalTests.RemoveAsync(member, Threads.Housing, id);

        var push = await reader.NextAsync();
        while (!push.Removed) push = await reader.NextAsync();
        Assert.Equal(id, push.Id);
        Assert.DoesNotContain("zurück", push.Html);
        Assert.Contains("entfernt", push.Html);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Both_protocols_carry_the_names_of_the_contract(bool messagePack)
    {
        var arrived = new TaskCompletionSource<IDictionary<string, object>>();
        var builder = new HubConnectionBuilder().WithUrl(new Uri(portal.Address, "/live"));
        await using var connection = (messagePack ? builder.AddMessagePackProtocol() : builder).Build();
        connection.On<Dictionary<string, object>>("post", push => arrived.TrySetResult(push));
        await connection.StartAsync();
        await connection.InvokeAsync<long>("Watch", Threads.Recognition.ToString());
        using var member = await portal.SignedInAsync(Cast.Member);

        using var answer = await member.PostAsync(Threads.Recognition, "Ein Beitrag für zwei Protokolle");

        var push = await arrived.Task.WaitAsync(TimeSpan.FromSeconds(15));
        Assert.Equal(["discussionId", "html", "id", "removed", "sequence"], push.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Threads.Recognition.ToString(), push["discussionId"].ToString());
    }

    [Fact]
    public async Task A_hidden_discussion_and_one_that_does_not_exist_give_the_same_error()
    {
        await using var reader = new LiveReader(portal);
        await reader.Connection.StartAsync();
        var messages = new List<string>();
        foreach (var id in new[] { Threads.ForMembers.ToString(), Guid.NewGuid().ToString(), "unsinn", Threads.ForStaff.ToString("N") })
            messages.Add((await Assert.ThrowsAsync<HubException>(() => reader.Connection.InvokeAsync<long>("Watch", id))).Message);

        Assert.Single(messages.Distinct());
    }

    [Fact]
    public async Task Members_watch_what_is_theirs_and_nobody_else_hears_of_it()
    {
        var jar = new CookieContainer();
        using var member = portal.Browser(jar);
        await member.SignInAsync(Cast.Member);
        await using var theirs = await LiveReader.WatchAsync(portal, Threads.ForMembers, jar);
        await using var stranger = new LiveReader(portal);
        await stranger.Connection.StartAsync();
        await Assert.ThrowsAsync<HubException>(() => stranger.WatchAsync(Threads.ForMembers));
        await stranger.WatchAsync(Threads.Interpreting);

        using var hidden = await member.PostAsync(Threads.ForMembers, "Nur für Mitglieder");
        using var open = await member.PostAsync(Threads.Interpreting, "Für alle");

        Assert.Contains("Nur für Mitglieder", (await theirs.NextAsync()).Html);
        Assert.Equal(Threads.Interpreting, (await stranger.NextAsync()).DiscussionId);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("http://127.0.0.1.evil.example")]
    public async Task Other_sites_may_neither_negotiate_nor_open_a_socket(string origin)
    {
        using var http = new HttpClient { BaseAddress = portal.Address };
        http.DefaultRequestHeaders.Add("Origin", origin);
        using var negotiated = await http.PostAsync("/live/negotiate?negotiateVersion=1", null);
        Assert.Equal(HttpStatusCode.Forbidden, negotiated.StatusCode);

        using var socket = new System.Net.WebSockets.ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", origin);
        socket.Options.CollectHttpResponseDetails = true;
        var address = new UriBuilder(portal.Address) { Scheme = "ws", Path = "/live" }.Uri;
        await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(() => socket.ConnectAsync(address, CancellationToken.None));
        Assert.Equal(HttpStatusCode.Forbidden, socket.HttpStatusCode);
    }

    [GeneratedRegex("<article [^>]*?id=\"(beitrag-\\d+)\".*?</article>", RegexOptions.Singleline)]
    private static partial Regex Articles();
}

internal static class RegexSingle
{
    /// <summary>The one match whose first group has this value.</summary>
    public static string Single(this Regex regex, string text, string group) => regex.Matches(text).Single(m => m.Groups[1].Value == group).Value;
}
