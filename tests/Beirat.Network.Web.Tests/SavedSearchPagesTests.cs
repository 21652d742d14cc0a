using System.Net;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>Keeping a search, by the forms of the pages.</summary>
public sealed class SavedSearchPagesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Page = "/konto/suchen";
    private const string Search = "/suche?q=Wohnung&art=article&zeit=aelter";

    [Fact]
    public async Task A_search_is_kept_with_its_filters_and_can_be_let_go_of_at_once()
    {
        await portal.ReadyAsync();
        using var member = await portal.SignedInAsync(Cast.Member);
        using var saved = await member.SubmitAsync(Search, "form[action='/konto/suchen']");
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        var back = saved.Headers.Location!.ToString();
        Assert.StartsWith($"{Search}&gespeichert=", back, StringComparison.Ordinal);
        Assert.Contains("Wohnung · Wissen · Älter", (await member.PageAsync(Page)).QuerySelector(".card")!.TextContent);

        using var undone = await member.SubmitAsync(back, "#gespeichert form");

        Assert.Equal(Search, undone.Headers.Location!.ToString());
        Assert.Empty((await member.PageAsync(Page)).QuerySelectorAll(".card"));
    }

    [Fact]
    public async Task It_is_named_looked_through_shown_rested_and_deleted_by_buttons()
    {
        await portal.ReadyAsync();
        using var deputy = await portal.SignedInAsync(Cast.Deputy);
        using var member = await portal.SignedInAsync(Cast.Member);
        var word = $"Saatgutbörse{Guid.NewGuid():N}"[..18];
        using var saved = await deputy.SubmitAsync($"/suche?q={word}", "form[action='/konto/suchen']");
        var edit = (await deputy.PageAsync(Page)).QuerySelector(".card a.button")!.GetAttribute("href")!;
        using var nameless = await deputy.SubmitAsync(edit, "main form", ("Entry.Name", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nameless.StatusCode);
        using var named = await deputy.SubmitAsync(edit, "main form", ("Entry.Name", "Alles über Saatgut"));
        Assert.Equal(HttpStatusCode.Redirect, named.StatusCode);
        Assert.Equal("Alles über Saatgut", (await deputy.PageAsync(Page)).QuerySelector(".card h2")!.TextContent);

        using var posted = await member.PostAsync(Threads.Housing, $"Wir planen eine {word}.");
        await Wait.UntilAsync(async () => await NewAsync(deputy) == "1 neuer Treffer", "the new post is counted");
        Assert.Contains("1 neuer Treffer", (await deputy.PageAsync("/konto")).QuerySelector("#suchen")!.TextContent);

        using var shown = await deputy.SubmitAsync(Page, "form[action$='/treffer']");
        Assert.Equal($"/suche?q={Uri.EscapeDataString(word)}", shown.Headers.Location!.ToString());
        Assert.Equal("Keine neuen Treffer", await TextAsync(deputy));
        using var rested = await deputy.SubmitAsync(Page, "form[action$='/pause']");
        Assert.Contains("Angehalten", (await deputy.PageAsync(Page)).QuerySelector(".card")!.TextContent);
        using var removed = await deputy.SubmitAsync(Page, "form[action$='/loeschung']");
        Assert.Empty((await deputy.PageAsync(Page)).QuerySelectorAll(".card"));

        async Task<string> NewAsync(Visitor visitor)
        {
            using var looked = await visitor.SubmitAsync(Page, "form[action$='/pruefung']");
            return await TextAsync(visitor);
        }
    }

    [Fact]
    public async Task Nobody_reaches_somebody_elses_and_nobody_keeps_one_without_signing_in_or_by_a_forged_form()
    {
        await portal.ReadyAsync();
        using var staff = await portal.SignedInAsync(Cast.Staff);
        using var other = await portal.SignedInAsync(Cast.Organization);
        using var anybody = portal.Visitor();
        using var saved = await staff.SubmitAsync("/suche?q=Kultur", "form[action='/konto/suchen']");
        var page = await staff.PageAsync(Page);
        var id = page.QuerySelector(".card")!.Id!["suche-".Length..];

        Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync($"{Page}/{id}"));
        Assert.Equal(HttpStatusCode.Redirect, await anybody.StatusAsync(Page));
        Assert.Empty((await anybody.PageAsync("/suche?q=Kultur")).QuerySelectorAll("form[action='/konto/suchen']"));
        using var forged = await staff.Http.PostAsync($"{Page}/{id}/loeschung", new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Single((await staff.PageAsync(Page)).QuerySelectorAll(".card"));
    }

    private static async Task<string> TextAsync(Visitor visitor) => (await visitor.PageAsync(Page)).QuerySelector(".card strong")!.TextContent;
}
