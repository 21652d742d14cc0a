using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests.Knowledge;

/// <summary>A member shares what they know: text and file are found by those whom they are for, and by nobody else.</summary>
public sealed class SharingJourneyTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task A_member_shares_knowledge_with_a_file()
    {
        await portal.ReadyAsync();
        using var member = await portal.SignedInAsync(Cast.Member);
        Assert.NotNull((await member.PageAsync("/wissen")).QuerySelector("main a[href='/wissen/neu']"));

        var empty = await member.PageAsync(ArticleForms.New);
        Assert.Equal("2027-11-22", empty.QuerySelector<IHtmlInputElement>("#reviewOn")!.Value);
        using var attached = await member.PressAsync(
            ArticleForms.New, "attach", ("Merkblatt.pdf", SampleFiles.Pdf("Zur Anmeldung gehört der Quittenbaumnachweis")),
            ("Entry.Title", "Einschulung in der Grundschule"), ("Entry.Text", "## Anmeldung\n\nBringen Sie die Geburtsurkundenkopie mit."), ("Entry.Topics", "bildung"));
        var edit = attached.Target();
        Assert.StartsWith("/wissen/einschulung-in-der-grundschule/bearbeiten", edit, StringComparison.Ordinal);
        var page = await member.PageAsync(edit);
        Assert.Contains("Merkblatt.pdf", page.QuerySelector("#dateien")!.TextContent);
        Assert.Contains("Members", page.QuerySelectorAll<IHtmlOptionElement>("#audience option").Select(o => o.Value));

        using var published = await member.PressAsync("/wissen/einschulung-in-der-grundschule/bearbeiten", "publish", null, ("Entry.Audience", "Members"), ("Entry.ReviewOn", "22.11.2027"));

        Assert.Equal("/wissen/einschulung-in-der-grundschule?gespeichert=1", published.Target());
        Assert.NotEmpty(await HitsAsync(member, "Geburtsurkundenkopie"));
        var hit = Assert.Single(await HitsAsync(member, "Quittenbaumnachweis"));
        Assert.Contains("Merkblatt.pdf", hit.TextContent);
        Assert.Contains("Quittenbaumnachweis", hit.QuerySelector("mark")!.TextContent);
        using var visitor = portal.Visitor();
        Assert.Empty(await HitsAsync(visitor, "Geburtsurkundenkopie"));
        Assert.Empty(await HitsAsync(visitor, "Quittenbaumnachweis"));
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusAsync("/wissen/einschulung-in-der-grundschule"));
        using var staff = await portal.SignedInAsync(Cast.Staff);
        Assert.Contains("Einschulung in der Grundschule", await staff.TextAsync("/beratung?q=Einschulung+Grundschule"));
    }

    [Fact]
    public async Task A_draft_is_seen_by_its_writer_alone()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        using var saved = await member.PressAsync(ArticleForms.New, "draft", null, ("Entry.Title", "Nur ein Entwurf"), ("Entry.Text", "Zwischenstandswort"));
        Assert.Equal("/wissen/nur-ein-entwurf/bearbeiten?gespeichert=1", saved.Target());

        Assert.Contains("Entwurf", (await member.PageAsync("/wissen/nur-ein-entwurf")).QuerySelector(".notice")!.TextContent);
        Assert.Contains("Nur ein Entwurf", await member.TextAsync("/konto/wissen"));
        foreach (var email in new[] { string.Empty, Cast.Organization, Cast.Deputy, Cast.Staff, Cast.Administrator })
        {
            using var other = email.Length == 0 ? portal.Visitor() : await portal.SignedInAsync(email);
            Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync("/wissen/nur-ein-entwurf"));
            if (email.Length > 0) Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync("/wissen/nur-ein-entwurf/bearbeiten"));
            Assert.Empty(await HitsAsync(other, "Zwischenstandswort"));
            Assert.DoesNotContain("Nur ein Entwurf", await other.TextAsync("/wissen"));
        }

        using var gone = await member.SubmitAsync("/wissen/nur-ein-entwurf/bearbeiten", "form[action$='loeschung']");
        Assert.Equal(HttpStatusCode.SeeOther, gone.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await member.StatusAsync("/wissen/nur-ein-entwurf"));
    }

    [Fact]
    public async Task A_named_contributor_sees_the_draft_and_may_change_it()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        using var saved = await member.PressAsync(
            ArticleForms.New, "draft", null, ("Entry.Title", "Gemeinsamer Entwurf"), ("Entry.Text", "Wir beide"), ("Entry.Contributors", "murat-kocabas"));
        using var deputy = await portal.SignedInAsync(Cast.Deputy);

        using var changed = await deputy.PressAsync("/wissen/gemeinsamer-entwurf/bearbeiten", "publish", null, ("Entry.Text", "Wir beide, zusammen"), ("Entry.Audience", "Public"));

        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        using var visitor = portal.Visitor();
        var facts = (await visitor.PageAsync("/wissen/gemeinsamer-entwurf")).QuerySelector(".facts")!.TextContent;
        Assert.Contains("Aylin", facts);
        Assert.Contains("Murat", facts);
    }

    [Fact]
    public async Task Organisations_and_visitors_write_no_articles()
    {
        using var organization = await portal.SignedInAsync(Cast.Organization);
        Assert.Equal(HttpStatusCode.NotFound, await organization.StatusAsync(ArticleForms.New));
        Assert.Equal(HttpStatusCode.NotFound, await organization.StatusAsync("/konto/wissen"));
        using var visitor = portal.Visitor();
        using var asked = await visitor.Http.GetAsync(ArticleForms.New);
        Assert.Equal("/konto/anmelden?zurueck=%2Fwissen%2Fneu", asked.Target());
    }

    private static async Task<List<IElement>> HitsAsync(Visitor visitor, string words) =>
        [.. (await visitor.PageAsync($"/suche?q={words}")).QuerySelectorAll(".hit")];
}
