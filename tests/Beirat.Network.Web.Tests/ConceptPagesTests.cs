using System.Net;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>The vocabulary as staff keeps it and as everybody reads it.</summary>
public sealed class ConceptPagesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string List = "/verwaltung/begriffe";

    [Theory]
    [InlineData("")]
    [InlineData(Cast.Member)]
    [InlineData(Cast.Office)]
    public async Task For_everybody_but_staff_there_is_no_desk_for_concepts(string email)
    {
        using var staff = await portal.SignedInAsync(Cast.Staff);
        using var other = email.Length == 0 ? portal.Visitor() : await portal.SignedInAsync(email);

        foreach (var page in new[] { List, $"{List}/jobcenter", "/verwaltung/neuer-begriff" })
        {
            Assert.Equal(HttpStatusCode.OK, await staff.StatusAsync(page));
            Assert.Equal(email.Length == 0 ? HttpStatusCode.Found : HttpStatusCode.NotFound, await other.StatusAsync(page));
        }
    }

    [Fact]
    public async Task A_name_that_staff_adds_is_in_search_and_glossary_at_once()
    {
        await portal.ReadyAsync();
        using var staff = await portal.SignedInAsync(Cast.Staff);
        using var anybody = portal.Visitor();
        const string Page = $"{List}/jobcenter";
        Assert.DoesNotContain("Schnurpselamt", await anybody.TextAsync("/glossar/jobcenter"), StringComparison.Ordinal);
        var names = (await staff.PageAsync(Page)).QuerySelector("#names-de")!.TextContent;

        using var saved = await staff.SubmitAsync(Page, "main form.stack", ("Entry.Names[de]", $"{names}\r\nSchnurpselamt"), ("Entry.Names[kmr]", "navenda kar"));

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("Schnurpselamt", await anybody.TextAsync("/glossar/jobcenter"), StringComparison.Ordinal);
        Assert.NotNull((await anybody.PageAsync("/suche?q=Schnurpselamt")).QuerySelector(".chip a[href='/glossar/jobcenter'], .chip a[href='/themen/jobcenter']"));
        Assert.Contains("geändert", (await staff.PageAsync(List)).QuerySelector("main .panel")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_stays_and_each_fault_stands_at_its_field()
    {
        using var staff = await portal.SignedInAsync(Cast.Staff);

        using var answer = await staff.SubmitAsync(
            $"{List}/asyl", "main form.stack", ("Entry.Names[de]", "  "), ("Entry.Names[tr]", "iltica\niltica"), ("Entry.Related", "gibt-es-nicht"), ("Entry.Definitions[en]", "Safety from danger."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = Visitor.Parse(await answer.Content.ReadAsStringAsync());
        foreach (var field in new[] { "names-de", "names-tr", "related" })
        {
            Assert.NotNull(page.QuerySelector($"#{field}-fehler"));
            Assert.NotNull(page.QuerySelector($".error-summary a[href='#{field}']"));
        }

        Assert.Equal("gibt-es-nicht", page.QuerySelector("#related")!.TextContent);
        Assert.Equal("Safety from danger.", page.QuerySelector("#definition-en")!.TextContent);
        Assert.NotNull(page.QuerySelector("details[open]"));
    }

    [Fact]
    public async Task A_form_that_somebody_cut_down_is_answered_like_any_other()
    {
        using var staff = await portal.SignedInAsync(Cast.Staff);
        var token = (await staff.PageAsync("/verwaltung/neuer-begriff")).QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        using var bare = await staff.Http.PostAsync("/verwaltung/neuer-begriff", new FormUrlEncodedContent(
            new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["_handler"] = "neuer-begriff", ["Entry.Broader"] = "asyl", ["Entry.Names[<b>]"] = "x" }));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, bare.StatusCode);
        Assert.NotNull(Visitor.Parse(await bare.Content.ReadAsStringAsync()).QuerySelector("#names-de-fehler"));
    }

    [Fact]
    public async Task Who_saves_an_older_version_sees_what_is_stored_and_keeps_the_own_text()
    {
        using var staff = await portal.SignedInAsync(Cast.Staff);
        const string Page = $"{List}/wohngeld";
        var old = await staff.PageAsync(Page);
        using var first = await staff.SubmitAsync(Page, "main form.stack", ("Entry.Definitions[de]", "Geld vom Amt für die Miete."));
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);

        using var late = await staff.SubmitAsync(old, Page, "main form.stack", ("Entry.Definitions[de]", "Ein Zuschuss zur Miete."));

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var page = Visitor.Parse(await late.Content.ReadAsStringAsync());
        Assert.Contains("Geld vom Amt für die Miete.", page.QuerySelector(".notice-warning")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Ein Zuschuss zur Miete.", page.QuerySelector("#definition-de")!.TextContent);
        using var again = await staff.SubmitAsync(page, Page, "main form.stack");
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Contains("Ein Zuschuss zur Miete.", await staff.TextAsync("/glossar/wohngeld"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_concept_can_be_removed_and_only_after_a_yes()
    {
        using var staff = await portal.SignedInAsync(Cast.Staff);
        using var anybody = portal.Visitor();
        using var made = await staff.SubmitAsync(
            "/verwaltung/neuer-begriff", "main form.stack", ("Entry.Names[de]", "Plauderbank"), ("Entry.Definitions[de]", "Eine Bank, auf der Menschen ins Gespräch kommen."), ("Entry.Broader", "Nachbarschaft"));
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.Contains("ins Gespräch kommen", await anybody.TextAsync("/glossar?q=plauder"), StringComparison.Ordinal);
        const string Page = $"{List}/plauderbank";

        using var unsure = await staff.SubmitAsync(Page, "form[action$='/entfernen']");
        Assert.Contains("fehler=NotConfirmed", unsure.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await anybody.StatusAsync("/glossar/plauderbank"));
        using var removed = await staff.SubmitAsync(Page, "form[action$='/entfernen']", ("confirmed", "ja"));

        Assert.Equal($"{Page}?gespeichert=1", removed.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, await anybody.StatusAsync("/glossar/plauderbank"));
        Assert.Equal("Plauderbank", (await staff.PageAsync(Page)).QuerySelector("#names-de")!.TextContent);
    }

    [Fact]
    public async Task The_glossary_goes_by_letters_and_pages_and_finds_by_any_language()
    {
        using var anybody = portal.Visitor();

        var all = await anybody.PageAsync("/glossar");
        Assert.NotNull(all.QuerySelector("a[rel=next][href='/glossar?seite=2']"));
        Assert.InRange(all.QuerySelectorAll("main dl.facts dt").Length, 1, 40);
        Assert.All((await anybody.PageAsync("/glossar?buchstabe=K")).QuerySelectorAll("main dl.facts dt"), t => Assert.StartsWith("K", t.TextContent.Trim(), StringComparison.OrdinalIgnoreCase));
        var found = await anybody.PageAsync($"/glossar?q={Uri.EscapeDataString("إقامة")}");
        Assert.NotNull(found.QuerySelector("main dl.facts a[href='/glossar/aufenthaltstitel']"));
        Assert.NotNull((await anybody.PageAsync("/glossar?q=xyzzyq")).QuerySelector("main .empty a[href='/suche?q=xyzzyq']"));
    }

    [Fact]
    public async Task An_article_explains_the_terms_it_uses_beside_its_text()
    {
        using var anybody = portal.Visitor();

        var page = await anybody.PageAsync("/wissen/einschulung-erstes-schuljahr");
        var terms = page.QuerySelectorAll("aside[aria-labelledby=begriffe-im-text] dt a");

        Assert.InRange(terms.Length, 1, 8);
        Assert.Distinct(terms.Select(t => t.GetAttribute("href")));
        Assert.All(terms, t => Assert.StartsWith("/glossar/", t.GetAttribute("href")!, StringComparison.Ordinal));
        Assert.Null(page.QuerySelector("article.rich a[href^='/glossar/']"));
    }

    [Fact]
    public async Task An_entry_tells_all_names_in_their_language_and_direction_and_leads_on()
    {
        using var anybody = portal.Visitor();

        var page = await anybody.PageAsync("/glossar/aufenthaltstitel");

        Assert.Contains("Erlaubnis, in Deutschland zu leben", page.QuerySelector("p.lead[lang=de]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("rtl", page.QuerySelector("dd[lang=ar]")!.GetAttribute("dir"));
        Assert.Equal("Kurdisch (Kurmandschi)", page.QuerySelector("dd[lang=kmr]")!.PreviousElementSibling!.TextContent);
        Assert.NotNull(page.QuerySelector("aside a[href='/glossar/visum']"));
        Assert.NotNull(page.QuerySelector("a[href='/suche?q=Aufenthaltstitel']"));
        Assert.Equal(HttpStatusCode.NotFound, await anybody.StatusAsync("/glossar/gibt-es-nicht"));
    }
}
