using System.Net;
using AngleSharp.Html.Dom;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests.Knowledge;

/// <summary>Knowledge is kept true, says where it comes from, and whom it helped.</summary>
public sealed class ArticleCareTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task What_is_due_says_so_and_is_confirmed_with_one_click()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        var article = await member.PublishAsync("Bald veraltet", "Text.", more: ("Entry.ReviewOn", "2026-11-01"));
        using var visitor = portal.Visitor();
        using var staff = await portal.SignedInAsync(Cast.Staff);
        using var deputy = await portal.SignedInAsync(Cast.Deputy);
        Assert.Contains("zur Prüfung fällig", (await visitor.PageAsync(article)).QuerySelector(".notice-warning")!.TextContent);
        Assert.Contains("Bald veraltet", await staff.TextAsync("/verwaltung/wissen"));
        Assert.Equal(HttpStatusCode.NotFound, await member.StatusAsync("/verwaltung/wissen"));
        Assert.Null((await deputy.PageAsync(article)).QuerySelector("form[action$='gueltigkeit']"));

        using var confirmed = await member.SubmitAsync("/konto/wissen", $"form[action='{article}/gueltigkeit']");

        Assert.Equal("/konto/wissen", confirmed.Target());
        var page = await visitor.PageAsync(article);
        Assert.Null(page.QuerySelector(".notice-warning"));
        Assert.Contains("bestätigt am 22. November 2026", page.QuerySelector(".facts")!.TextContent);
        Assert.Contains("22. November 2027", page.QuerySelector(".facts")!.TextContent);
        Assert.DoesNotContain("Bald veraltet", await staff.TextAsync("/verwaltung/wissen"));
    }

    [Fact]
    public async Task Staff_takes_an_article_back_and_it_can_be_published_again()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        var article = await member.PublishAsync("Zurückgezogenes", "Rückzugsprobewort.");
        using var staff = await portal.SignedInAsync(Cast.Staff);
        using var without = await staff.SubmitAsync($"{article}/bearbeiten", "form[action$='rueckzug']", ("grund", " "));
        Assert.Contains("fehler=Empty", without.Target());

        using var withdrawn = await staff.SubmitAsync($"{article}/bearbeiten", "form[action$='rueckzug']", ("grund", "Stimmt nicht mehr"));

        using var visitor = portal.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusAsync(article));
        Assert.DoesNotContain("Zurückgezogenes", await visitor.TextAsync("/suche?q=R%C3%BCckzugsprobewort"));
        Assert.Contains("Stimmt nicht mehr", (await member.PageAsync(article)).QuerySelector(".notice-warning")!.TextContent);
        using var again = await member.PressAsync($"{article}/bearbeiten", "publish");
        Assert.Equal(HttpStatusCode.OK, await visitor.StatusAsync(article));
    }

    [Fact]
    public async Task It_helped_counts_once_for_each_and_can_be_taken_back()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        var article = await member.PublishAsync("Hilfreiches", "Text.");
        Assert.Null((await member.PageAsync(article)).QuerySelector("#hilfreich form"));
        using var visitor = portal.Visitor();
        Assert.Null((await visitor.PageAsync(article)).QuerySelector("#hilfreich form"));
        using var deputy = await portal.SignedInAsync(Cast.Deputy);
        var before = await deputy.PageAsync(article);
        for (var i = 0; i < 2; i++)
        {
            using var marked = await deputy.SubmitAsync(before, article, "#hilfreich form");
            Assert.Equal(HttpStatusCode.SeeOther, marked.StatusCode);
        }

        Assert.Contains("1 Person", (await visitor.PageAsync(article)).QuerySelector("#hilfreich")!.TextContent);
        using var taken = await deputy.SubmitAsync(article, "#hilfreich form");
        Assert.Contains("Noch niemand", (await visitor.PageAsync(article)).QuerySelector("#hilfreich")!.TextContent);
    }

    [Fact]
    public async Task A_discussion_becomes_an_article_for_the_same_readers()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        var thread = Threads.Page(Threads.ForMembers);
        using var made = await member.SubmitAsync(thread, "#zum-artikel");
        var edit = made.Target();

        var form = await member.PageAsync(edit);
        Assert.Contains("> ", ((IHtmlTextAreaElement)form.QuerySelector("#text")!).Value);
        Assert.Equal("Members", ((IHtmlSelectElement)form.QuerySelector("#audience")!).Value);
        Assert.NotEmpty(form.QuerySelectorAll("[name='Entry.Contributors'][checked]"));
        using var wider = await member.PressAsync(edit, "publish", null, ("Entry.Audience", "Public"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wider.StatusCode);
        Assert.NotNull(Visitor.Parse(await wider.Content.ReadAsStringAsync()).QuerySelector("#audience-fehler"));

        using var published = await member.PressAsync(edit, "publish");
        var article = published.Target().Split('?')[0];
        Assert.NotNull((await member.PageAsync(article)).QuerySelector($".facts a[href='{thread}']"));
        Assert.NotNull((await member.PageAsync(thread)).QuerySelector($"a[href='{article}']"));
        using var organization = await portal.SignedInAsync(Cast.Organization);
        Assert.Equal(HttpStatusCode.NotFound, await organization.StatusAsync(article));
        Assert.Null((await organization.PageAsync(Threads.Page(Threads.Housing))).QuerySelector("#zum-artikel"));
    }

    [Fact]
    public async Task An_article_names_the_event_that_it_comes_from()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        const string at = "/veranstaltungen/beteiligung-turmstrasse";
        var share = (await member.PageAsync(at)).QuerySelector("a[href^='/wissen/neu?']")!.GetAttribute("href")!;

        using var published = await member.PressAsync(share, "publish", null, ("Entry.Title", "Was die Turmstraße lehrt"), ("Entry.Text", "Text."), ("Entry.Audience", "Public"));

        var article = published.Target().Split('?')[0];
        using var visitor = portal.Visitor();
        Assert.NotNull((await visitor.PageAsync(article)).QuerySelector($".facts a[href='{at}']"));
        Assert.NotNull((await visitor.PageAsync(at)).QuerySelector($"a[href='{article}']"));
    }

    [Fact]
    public async Task A_collection_shows_each_reader_what_they_may_see_in_order()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        using var refused = await member.SubmitAsync("/wissen/sammlungen/neu", "#sammlung-formular", ("Entry.Title", "Ankommen"), ("Entry.Articles", "/wissen/gibt-es-nicht"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);

        using var made = await member.SubmitAsync("/wissen/sammlungen/neu", "#sammlung-formular", ("Entry.Title", "Erste Schritte"), ("Entry.Introduction", "Zum Einlesen."),
            ("Entry.Articles", "/wissen/einschulung-erstes-schuljahr\nhttp://localhost/wissen/gespraeche-mit-dem-amt-vorbereiten?x=1\nankommen-in-heilbronn"));

        Assert.Equal("/wissen/sammlungen/erste-schritte?gespeichert=1", made.Target());
        using var visitor = portal.Visitor();
        var shown = (await visitor.PageAsync("/wissen/sammlungen/erste-schritte")).QuerySelectorAll(".card-title a").Select(a => a.GetAttribute("href"));
        Assert.Equal(["/wissen/einschulung-erstes-schuljahr", "/wissen/ankommen-in-heilbronn"], shown);
        Assert.Equal(3, (await member.PageAsync("/wissen/sammlungen/erste-schritte")).QuerySelectorAll(".card-title a").Length);
        Assert.NotNull((await visitor.PageAsync("/wissen")).QuerySelector("a[href='/wissen/sammlungen/erste-schritte']"));
        Assert.NotNull((await visitor.PageAsync("/wissen/ankommen-in-heilbronn")).QuerySelector("a[href='/wissen/sammlungen/erste-schritte']"));
        using var deputy = await portal.SignedInAsync(Cast.Deputy);
        Assert.Equal(HttpStatusCode.NotFound, await deputy.StatusAsync("/wissen/sammlungen/erste-schritte/bearbeiten"));
        using var removed = await member.SubmitAsync("/wissen/sammlungen/erste-schritte/bearbeiten", "form[action$='loeschung']");
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusAsync("/wissen/sammlungen/erste-schritte"));
    }

    [Fact]
    public async Task Topics_lead_to_as_many_articles_as_they_say()
    {
        using var visitor = portal.Visitor();
        var topic = (await visitor.PageAsync("/wissen")).QuerySelectorAll("nav[aria-labelledby='themen-wahl'] a").First(a => a.TextContent.EndsWith(')'));

        var (said, address) = (int.Parse(topic.TextContent.Split('(')[^1].TrimEnd(')'), System.Globalization.CultureInfo.InvariantCulture), topic.GetAttribute("href"));
        var counted = 0;
        while (address is not null)
        {
            var page = await visitor.PageAsync(address);
            counted += page.QuerySelectorAll(".card-title a").Length;
            address = page.QuerySelector(".pager a")?.GetAttribute("href");
        }

        Assert.Equal(said, counted);
    }
}
