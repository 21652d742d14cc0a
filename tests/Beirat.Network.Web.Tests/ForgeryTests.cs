using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>Forms that somebody did not mean to send do nothing; forms whose session ran out lose nothing.</summary>
public sealed class ForgeryTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Form = "#beitrag-formular";
    private const string Token = "__RequestVerificationToken";

    private static readonly string Page = Threads.Page(Threads.Housing);

    [Fact]
    public async Task A_session_that_ran_out_keeps_the_text_until_it_is_sent_after_signing_in_again()
    {
        var jar = new CookieContainer();
        using var member = portal.Visitor(jar);
        await member.SignInAsync(Cast.Member);
        var typing = await member.PageAsync(Page);
        var before = await member.LastAsync(Threads.Housing);
        jar.EndSession();

        using var refused = await member.SubmitAsync(typing, Page, Form, ("Entry.Text", "Lange getippt"), ("Entry.Language", "tr"));

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        var kept = Visitor.Parse(await refused.Content.ReadAsStringAsync());
        Assert.Equal("Lange getippt", kept.QuerySelector<IHtmlTextAreaElement>("#text")!.Value);
        Assert.Equal("tr", kept.QuerySelector<IHtmlSelectElement>("#language")!.Value);
        Assert.Contains("abgelaufen", kept.QuerySelector("#sitzung")!.TextContent);
        Assert.Equal(before, await member.LastAsync(Threads.Housing));

        await member.SignInAsync(Cast.Member);
        using var again = await member.SubmitAsync(kept, Page, Form);
        var confirm = Visitor.Parse(await again.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Forbidden, again.StatusCode);
        Assert.Equal("Lange getippt", confirm.QuerySelector<IHtmlTextAreaElement>("#text")!.Value);
        using var sent = await member.SubmitAsync(confirm, Page, Form);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Equal(before + 1, await member.LastAsync(Threads.Housing));
    }

    [Fact]
    public async Task A_post_without_a_token_or_with_a_wrong_one_is_never_saved_and_never_lost()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        using var other = await portal.SignedInAsync(Cast.Organization);
        var foreign = (await other.PageAsync(Page)).QuerySelector<IHtmlInputElement>($"{Form} [name={Token}]")!.Value;
        var before = await member.LastAsync(Threads.Housing);
        foreach (var token in new[] { null, string.Empty, "CfDJ8-unsinn", foreign })
        {
            var fields = new Dictionary<string, string> { ["_handler"] = "beitrag", ["Entry.Text"] = "Untergeschoben", ["Entry.Language"] = "de" };
            if (token is not null) fields[Token] = token;

            using var answer = await member.Http.PostAsync(Page, new FormUrlEncodedContent(fields));

            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Equal("Untergeschoben", Visitor.Parse(await answer.Content.ReadAsStringAsync()).QuerySelector<IHtmlTextAreaElement>("#text")!.Value);
        }

        Assert.Equal(before, await member.LastAsync(Threads.Housing));
    }

    [Fact]
    public async Task Somebody_who_is_not_signed_in_cannot_post_with_a_good_token()
    {
        using var visitor = portal.Visitor();
        var signIn = await visitor.PageAsync("/konto/anmelden");
        var fields = new Dictionary<string, string>
        {
            [Token] = signIn.QuerySelector<IHtmlInputElement>($"main [name={Token}]")!.Value,
            ["_handler"] = "beitrag",
            ["Entry.Text"] = "Ohne Konto",
            ["Entry.Language"] = "de",
        };
        var before = await visitor.LastAsync(Threads.Housing);

        using var answer = await visitor.Http.PostAsync(Page, new FormUrlEncodedContent(fields));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(before, await visitor.LastAsync(Threads.Housing));
    }

    [Fact]
    public async Task Removing_a_post_and_signing_out_need_a_token()
    {
        using var staff = await portal.SignedInAsync(Cast.Staff);
        var first = (await staff.JsonAsync($"{Threads.Api(Threads.Housing)}?anzahl=1")).GetProperty("items")[0];
        var removal = $"{Page}/beitraege/{first.GetProperty("id").GetString()}/entfernung";
        foreach (var token in new[] { string.Empty, "CfDJ8-unsinn" })
        {
            var fields = new Dictionary<string, string> { [Token] = token };
            using var removed = await staff.Http.PostAsync(removal, new FormUrlEncodedContent(fields));
            using var signedOut = await staff.Http.PostAsync("/konto/abmelden", new FormUrlEncodedContent(fields));

            Assert.Equal(HttpStatusCode.BadRequest, removed.StatusCode);
            Assert.Equal(HttpStatusCode.BadRequest, signedOut.StatusCode);
        }

        Assert.False((await staff.JsonAsync($"{Threads.Api(Threads.Housing)}?anzahl=1")).GetProperty("items")[0].GetProperty("removed").GetBoolean());
        Assert.Equal(HttpStatusCode.OK, await staff.StatusAsync("/konto"));
    }

    [Fact]
    public async Task A_link_cannot_sign_anybody_out()
    {
        using var member = await portal.SignedInAsync(Cast.Member);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, await member.StatusAsync("/konto/abmelden"));
        Assert.Equal(HttpStatusCode.OK, await member.StatusAsync("/konto"));
    }
}
