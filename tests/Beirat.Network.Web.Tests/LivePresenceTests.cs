using System.Net;
using System.Text.Json;
using System.Threading.Channels;
using Beirat.Network.Testing;
using Microsoft.AspNetCore.SignalR.Client;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>Who reads along and who writes is shown of those who want it, to those who are signed in and may read the same.</summary>
public sealed class LivePresenceTests(KestrelPortal portal) : IClassFixture<KestrelPortal>
{
    [Fact]
    public async Task Nobody_is_shown_who_did_not_choose_it_and_who_did_is_shown_to_signed_in_readers_only()
    {
        var member = await OpenAsync(Cast.Member);
        var deputy = await OpenAsync(Cast.Deputy);
        var stranger = new Ear(new LiveReader(portal));
        await stranger.Reader.Connection.StartAsync();
        await stranger.Reader.WatchAsync(Threads.Swimming);

        await ShowAsync(member.Jar, show: true);

        var readers = await deputy.Ear.UntilAsync("readers", p => p.GetProperty("readers").GetArrayLength() == 1);
        Assert.Equal("Aylin Demirtaş", readers.GetProperty("readers")[0].GetProperty("name").GetString());
        Assert.DoesNotContain("id", readers.GetProperty("readers")[0].EnumerateObject().Select(p => p.Name));

        await member.Ear.Reader.Connection.SendAsync("Writing", Threads.Swimming.ToString());
        await deputy.Ear.Reader.Connection.SendAsync("Writing", Threads.Swimming.ToString());
        var writing = await deputy.Ear.UntilAsync("writing", _ => true);
        Assert.Equal("Aylin Demirtaş", writing.GetProperty("reader").GetProperty("name").GetString());

        await ShowAsync(member.Jar, show: false);
        await deputy.Ear.UntilAsync("readers", p => p.GetProperty("readers").GetArrayLength() == 0);
        // The one who chose nothing wrote too, and nobody was told; nor was the stranger told of anybody.
        Assert.False(member.Ear.Heard("writing"));
        Assert.False(stranger.Heard("readers") || stranger.Heard("writing"));
        foreach (var ear in new[] { member.Ear, deputy.Ear, stranger }) await ear.Reader.DisposeAsync();
    }

    private async Task<(CookieContainer Jar, Ear Ear)> OpenAsync(string email)
    {
        var jar = new CookieContainer();
        using var visitor = portal.Browser(jar);
        await visitor.SignInAsync(email);
        var ear = new Ear(new LiveReader(portal, jar));
        await ear.Reader.Connection.StartAsync();
        await ear.Reader.WatchAsync(Threads.Swimming);
        return (jar, ear);
    }

    private async Task ShowAsync(CookieContainer jar, bool show)
    {
        using var visitor = portal.Browser(jar);
        using var done = await visitor.SubmitAsync("/konto", "#anwesenheit form");
        Assert.Equal("/konto#anwesenheit", done.Headers.Location!.OriginalString);
        var page = await visitor.PageAsync("/konto");
        Assert.Equal(show, page.QuerySelector("#anwesenheit form")!.GetAttribute("action")!.EndsWith("entfernung", StringComparison.Ordinal));
    }

    /// <summary>What comes besides posts.</summary>
    private sealed class Ear
    {
        private readonly Channel<(string Name, JsonElement Push)> _heard = Channel.CreateUnbounded<(string Name, JsonElement Push)>();
        private readonly List<string> _names = [];

        public Ear(LiveReader reader)
        {
            Reader = reader;
            foreach (var name in new[] { "readers", "writing" })
            {
                reader.Connection.On<JsonElement>(name, push =>
                {
                    lock (_names) _names.Add(name);
                    _heard.Writer.TryWrite((name, push));
                });
            }
        }

        public LiveReader Reader { get; }

        public bool Heard(string name)
        {
            lock (_names) return _names.Contains(name);
        }

        public async Task<JsonElement> UntilAsync(string name, Func<JsonElement, bool> holds)
        {
            using var late = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            while (true)
            {
                var (heard, push) = await _heard.Reader.ReadAsync(late.Token);
                if (heard == name && holds(push)) return push;
            }
        }
    }
}
