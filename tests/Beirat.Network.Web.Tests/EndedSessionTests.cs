using System.Net;
using Beirat.Network.Testing;
using Microsoft.AspNetCore.SignalR.Client;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>A page that is open somewhere else is cut off when its account is erased.</summary>
public sealed class EndedSessionTests : IDisposable
{
    private readonly KestrelPortal _portal = new();

    public void Dispose() => _portal.Dispose();

    [Fact]
    public async Task An_erasure_closes_the_live_connections_of_the_account_and_no_others()
    {
        var jar = new CookieContainer();
        using var office = _portal.Browser(jar);
        await office.SignInAsync(Cast.Office);
        await using var theirs = await LiveReader.WatchAsync(_portal, Threads.Housing, jar);
        await using var others = await LiveReader.WatchAsync(_portal, Threads.Housing);

        using var done = await office.SubmitAsync("/konto/daten/loeschen", "main form", ("Entry.Password", Cast.Password));

        Assert.Contains("geloescht", done.Headers.Location!.OriginalString);
        await Wait.UntilAsync(() => Task.FromResult(theirs.Connection.State == HubConnectionState.Disconnected), "the connection is closed");
        Assert.Equal(HubConnectionState.Connected, others.Connection.State);
    }
}
