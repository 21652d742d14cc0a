using System.Net;
using Beirat.Network.Accounts;
using Beirat.Network.Common;
using Beirat.Network.Testing;
using Microsoft.AspNetCore.SignalR.Client;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>Whoever may listen no longer hears nothing more: the wire is cut or the discussion left, and the next request finds nothing.</summary>
public sealed class LiveRightsTests : IDisposable
{
    private const int Seconds = 10;

    private readonly KestrelPortal _portal = new();
    private LiveReader? _control;

    public void Dispose() => _portal.Dispose();

    [Fact]
    public async Task Signing_out_cuts_that_session_with_every_copy_of_its_cookie_and_no_other()
    {
        var (jar, _) = await OpenAsync(Cast.Member, Threads.ForMembers);
        var (otherJar, other) = await OpenAsync(Cast.Member, Threads.ForMembers);
        var copy = new CookieContainer();
        copy.Add(_portal.Address, jar.GetCookies(_portal.Address));
        await using var wire = await LiveReader.WatchAsync(_portal, Threads.ForMembers, copy);
        using var member = _portal.Browser(jar);

        using var left = await member.SubmitAsync("/konto", "form[action='/konto/abmelden']");

        Assert.Equal(HttpStatusCode.SeeOther, left.StatusCode);
        await Wait.UntilAsync(() => Task.FromResult(wire.Connection.State == HubConnectionState.Disconnected), "the copy is cut", Seconds);
        Assert.Equal(HubConnectionState.Connected, _control!.Connection.State);
        using var thief = _portal.Browser(copy);
        Assert.Equal(HttpStatusCode.NotFound, await thief.StatusAsync(Threads.Page(Threads.ForMembers)));
        using var elsewhere = _portal.Browser(otherJar);
        Assert.Equal(HttpStatusCode.OK, await elsewhere.StatusAsync(Threads.Page(Threads.ForMembers)));
        Assert.Equal(HubConnectionState.Connected, other.Connection.State);
    }

    [Fact]
    public async Task A_new_password_cuts_all_wires_of_the_account()
    {
        var (jar, wire) = await OpenAsync(Cast.Deputy, Threads.ForMembers);

        await _portal.SetPasswordAsync(Cast.Deputy, "ein-anderes-langes-passwort");

        await CutAsync(wire);
        await FindsNothingAsync(jar);
    }

    [Fact]
    public async Task A_role_that_is_taken_cuts_the_wire()
    {
        var (jar, wire) = await OpenAsync(Cast.Staff, Threads.ForStaff);

        await _portal.TakeRoleAsync(Cast.Staff, AccountRole.Staff);

        await CutAsync(wire);
        await FindsNothingAsync(jar, Threads.ForStaff);
        await using var again = new LiveReader(_portal, jar);
        await again.Connection.StartAsync();
        await Assert.ThrowsAsync<Microsoft.AspNetCore.SignalR.HubException>(() => again.WatchAsync(Threads.ForStaff));
    }

    [Fact]
    public async Task The_end_of_a_mandate_cuts_the_wire()
    {
        var (jar, wire) = await OpenAsync(Cast.Member, Threads.ForMembers);

        await _portal.EndMandateAsync(Cast.Member);

        await CutAsync(wire);
        await FindsNothingAsync(jar);
    }

    [Fact]
    public async Task A_closed_account_is_cut_off()
    {
        var (jar, wire) = await OpenAsync(Cast.Organization, Threads.ForOrganizations);

        await _portal.CloseAccountAsync(Cast.Organization);

        await CutAsync(wire);
        await FindsNothingAsync(jar, Threads.ForOrganizations);
    }

    [Fact]
    public async Task A_narrower_audience_reaches_nobody_whom_it_excludes_not_even_with_the_post_that_follows_at_once()
    {
        var (jar, member) = await OpenAsync(Cast.Member, Threads.Housing);
        await using var stranger = await LiveReader.WatchAsync(_portal, Threads.Housing);
        var gone = new TaskCompletionSource();
        stranger.Connection.On<object>("gone", _ => gone.TrySetResult());
        using var writer = _portal.Browser(jar);

        await _portal.NarrowAsync(Threads.Housing, Audience.Members);
        using var posted = await writer.PostAsync(Threads.Housing, "Das ist jetzt nur für Mitglieder");

        Assert.Contains("nur für Mitglieder", (await member.NextAsync()).Html);
        await gone.Task.WaitAsync(TimeSpan.FromSeconds(Seconds));
        Assert.False(stranger.TryNext(out _));
        Assert.Equal(HubConnectionState.Connected, stranger.Connection.State);
        await Assert.ThrowsAsync<Microsoft.AspNetCore.SignalR.HubException>(() => stranger.WatchAsync(Threads.Housing));
        using var visitor = _portal.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusAsync(Threads.Page(Threads.Housing)));
    }

    [Fact]
    public async Task Whoever_reads_by_name_and_is_taken_out_of_the_circle_hears_nothing_more()
    {
        await _portal.NameAsync(Threads.ForStaff, Cast.Member, named: true);
        var (_, member) = await OpenAsync(Cast.Member, Threads.ForStaff);
        var gone = new TaskCompletionSource();
        member.Connection.On<object>("gone", _ => gone.TrySetResult());

        await _portal.NameAsync(Threads.ForStaff, Cast.Member, named: false);

        await gone.Task.WaitAsync(TimeSpan.FromSeconds(Seconds));
        using var staff = await _portal.SignedInAsync(Cast.Staff);
        using var posted = await staff.PostAsync(Threads.ForStaff, "Unter uns");
        using var open = await staff.PostAsync(Threads.Housing, "Für alle");
        await member.WatchAsync(Threads.Housing);
        using var last = await staff.PostAsync(Threads.Housing, "Noch etwas für alle");
        Assert.Equal(Threads.Housing, (await member.NextAsync()).DiscussionId);
    }

    private async Task<(CookieContainer Jar, LiveReader Wire)> OpenAsync(string email, Guid discussion)
    {
        var jar = new CookieContainer();
        using var visitor = _portal.Browser(jar);
        await visitor.SignInAsync(email);
        if (_control is null)
        {
            var others = new CookieContainer();
            using var office = _portal.Browser(others);
            await office.SignInAsync(Cast.Office);
            _control = await LiveReader.WatchAsync(_portal, Threads.Tower, others);
        }

        return (jar, await LiveReader.WatchAsync(_portal, discussion, jar));
    }

    private async Task FindsNothingAsync(CookieContainer jar, Guid? discussion = null)
    {
        using var visitor = _portal.Browser(jar);
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusAsync(Threads.Page(discussion ?? Threads.ForMembers)));
    }

    // Somebody else who is signed in is not cut with them.
    private async Task CutAsync(LiveReader wire)
    {
        await Wait.UntilAsync(() => Task.FromResult(wire.Connection.State == HubConnectionState.Disconnected), "the wire is cut", Seconds);
        Assert.Equal(HubConnectionState.Connected, _control!.Connection.State);
    }
}
