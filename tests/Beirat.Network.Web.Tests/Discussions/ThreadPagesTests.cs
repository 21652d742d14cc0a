using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Beirat.Network.Testing;
using Beirat.Network.Web.Tests.Knowledge;
using Xunit;

namespace Beirat.Network.Web.Tests.Discussions;

/// <summary>Beginning and leading threads by plain forms.</summary>
public sealed class ThreadPagesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string New = "/diskussionen/neu";
    private const string Form = "#diskussion-formular";

    [Fact]
    public async Task A_topic_leads_to_a_form_that_names_it_and_the_thread_stands_in_the_list_at_once()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        using var anybody = portal.Visitor();
        var link = (await member.PageAsync("/themen/bildung")).QuerySelector("a[href^='/diskussionen/neu']")!.GetAttribute("href")!;
        Assert.Equal("bildung", (await member.PageAsync(link)).QuerySelector<IHtmlSelectElement>("#topic")!.Value);
        Assert.Null((await anybody.PageAsync("/themen/bildung")).QuerySelector("a[href^='/diskussionen/neu']"));

        using var answer = await member.SubmitAsync(link, Form, ("Entry.Title", "Vorlesen im Park"), ("Entry.Reach", "Public"), ("Entry.FirstPost", "Wer liest <b>mit</b>?"));

        Assert.InRange((int)answer.StatusCode, 302, 303);
        var page = await anybody.PageAsync(answer.Target());
        Assert.Equal("Vorlesen im Park", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Wer liest <b>mit</b>?", page.QuerySelector("article.post")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a.tag[href='/themen/bildung']"));
        Assert.Contains((await anybody.PageAsync("/diskussionen?thema=bildung&stand=offen&in=de")).QuerySelectorAll(".card-title"), t => t.TextContent == "Vorlesen im Park");
        Assert.DoesNotContain((await anybody.PageAsync("/diskussionen?stand=geschlossen")).QuerySelectorAll(".card-title"), t => t.TextContent == "Vorlesen im Park");
    }

    [Fact]
    public async Task An_event_names_the_threads_about_it_to_those_who_may_read_them()
    {
        const string occasion = "/veranstaltungen/beteiligung-turmstrasse";
        using var member = await portal.SignedInAsync(Cast.Member);
        using var anybody = portal.Visitor();
        Assert.DoesNotContain("Nach dem Abend", await anybody.TextAsync(occasion), StringComparison.Ordinal);
        var form = (await member.PageAsync(occasion)).QuerySelector("a[href^='/diskussionen/neu']")!.GetAttribute("href")!;

        using var open = await member.SubmitAsync(form, Form, ("Entry.Title", "Nach dem Abend für alle"), ("Entry.Reach", "Public"));
        using var inside = await member.SubmitAsync(form, Form, ("Entry.Title", "Nach dem Abend unter uns"), ("Entry.Reach", "Members"));

        Assert.Contains("Nach dem Abend unter uns", await member.TextAsync(occasion), StringComparison.Ordinal);
        await Wait.UntilAsync(async () => (await anybody.TextAsync(occasion)).Contains("Nach dem Abend für alle", StringComparison.Ordinal), "the event names its thread");
        Assert.DoesNotContain("unter uns", await anybody.TextAsync(occasion), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_told_at_its_field_with_everything_typed_kept()
    {
        using var member = await portal.SignedInAsync(Cast.Member);

        using var answer = await member.SubmitAsync(New, Form, ("Entry.Title", " "), ("Entry.Reach", "Circle"), ("Entry.People", "Murat Kocabaş\nNiemand Bekanntes"), ("Entry.FirstPost", "Lange getippt"), ("Entry.Organization", "gibt-es-nicht"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = Visitor.Parse(await answer.Content.ReadAsStringAsync());
        foreach (var field in new[] { "title", "people", "organization" })
        {
            Assert.NotNull(page.QuerySelector($"#{field}-fehler"));
            Assert.NotNull(page.QuerySelector($".error-summary a[href='#{field}']"));
        }

        Assert.Contains("Niemand Bekanntes", page.QuerySelector("#people-fehler")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Murat", page.QuerySelector("#people-fehler")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Lange getippt", page.QuerySelector<IHtmlTextAreaElement>("#text")!.Value);
        Assert.NotNull(page.QuerySelector("details[open] #organization"));
    }

    [Theory]
    [InlineData("", HttpStatusCode.Found)]
    [InlineData(Cast.Office, HttpStatusCode.NotFound)]
    [InlineData(Cast.Organization, HttpStatusCode.OK)]
    [InlineData(Cast.Deputy, HttpStatusCode.OK)]
    public async Task Members_staff_and_representatives_begin_threads(string email, HttpStatusCode expected)
    {
        using var visitor = email.Length == 0 ? portal.Visitor() : await portal.SignedInAsync(email);

        Assert.Equal(expected, await visitor.StatusAsync(New));
    }

    [Fact]
    public async Task A_closed_thread_says_why_and_can_be_opened_again_by_who_began_it()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        using var deputy = await portal.SignedInAsync(Cast.Deputy);
        var thread = await StartAsync(member, "Nur kurz", "Members");
        var lead = $"{thread}/leitung";
        Assert.Equal(HttpStatusCode.NotFound, await deputy.StatusAsync(lead));
        Assert.Null((await member.PageAsync(lead)).QuerySelector("#kreis-formular, #zusammen-formular, #anheften-formular"));

        using var empty = await member.SubmitAsync(lead, "#stand-formular", ("Closing.Reason", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        using var closed = await member.SubmitAsync(lead, "#stand-formular", ("Closing.Reason", "Ist <i>geklärt</i>"));
        Assert.Equal(thread, closed.Target());

        var page = await deputy.PageAsync(thread);
        Assert.Contains("Ist <i>geklärt</i>", page.QuerySelector(".thread-line")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#beitrag-formular"));
        using var opened = await member.SubmitAsync(lead, "#stand-formular", ("Closing.Reason", "Doch nicht"));
        Assert.NotNull((await deputy.PageAsync(thread)).QuerySelector("#beitrag-formular"));
    }

    [Fact]
    public async Task Staff_sees_who_gains_sight_before_the_circle_becomes_wider()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        using var staff = await portal.SignedInAsync(Cast.Staff);
        using var organization = await portal.SignedInAsync(Cast.Organization);
        var thread = await StartAsync(member, "Bald für alle", "Members");
        var lead = $"{thread}/leitung";

        using var preview = await staff.SubmitAsync(lead, "#kreis-formular", ("Reach.Reach", "Organizations"), ("Reach.Reason", "Alle sollen es wissen"), ("Reach.Step", "preview"));
        var shown = Visitor.Parse(await preview.Content.ReadAsStringAsync());
        Assert.Contains("Layla Haddad", shown.QuerySelector("#vorschau")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await organization.StatusAsync(thread));
        using var unsure = await staff.SubmitAsync(shown, lead, "#kreis-formular", ("Reach.Step", "save"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsure.StatusCode);
        Assert.NotNull(Visitor.Parse(await unsure.Content.ReadAsStringAsync()).QuerySelector("#confirmed-fehler"));
        using var done = await staff.SubmitAsync(shown, lead, "#kreis-formular", ("Reach.Step", "save"), ("Reach.Confirmed", "true"));

        Assert.Equal(thread, done.Target());
        Assert.Equal(HttpStatusCode.OK, await organization.StatusAsync(thread));
    }

    [Fact]
    public async Task The_old_address_of_a_merged_thread_leads_to_the_post_and_a_late_form_keeps_its_text()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        using var staff = await portal.SignedInAsync(Cast.Staff);
        using var organization = await portal.SignedInAsync(Cast.Organization);
        var target = await StartAsync(member, "Bleibt", "Members", "Schon da");
        var source = await StartAsync(member, "Geht auf", "Members", "Kommt dazu");
        var open = await member.PageAsync(source);

        using var merged = await staff.SubmitAsync($"{source}/leitung", "#zusammen-formular", ("Joining.Target", $"https://beirat.example{target}?ab=1"), ("Joining.Reason", "Gleiches Thema"), ("Joining.Confirmed", "true"));

        Assert.Equal(target, merged.Target());
        using var old = await member.Http.GetAsync($"{source}?beitrag=1");
        Assert.Equal($"{target}?beitrag=2#beitrag-2", old.Target());
        Assert.Equal(HttpStatusCode.NotFound, await organization.StatusAsync(source));
        using var late = await member.SubmitAsync(open, source, "#beitrag-formular", ("Entry.Text", "Zu spät getippt"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        var kept = Visitor.Parse(await late.Content.ReadAsStringAsync());
        Assert.Equal("Zu spät getippt", kept.QuerySelector<IHtmlTextAreaElement>("#text")!.Value.Trim());
        Assert.NotNull(kept.QuerySelector($".notice a[href='{target}']"));
    }

    [Fact]
    public async Task A_form_of_an_older_title_keeps_the_own_words_and_shows_the_new_ones()
    {
        using var staff = await portal.SignedInAsync(Cast.Staff);
        var thread = await StartAsync(staff, "Alter Titel", "Public");
        var lead = $"{thread}/leitung";
        var old = await staff.PageAsync(lead);
        using var first = await staff.SubmitAsync(lead, "#text-formular", ("Wording.Title", "Neuer Titel"));
        Assert.Equal(thread, first.Target());

        using var late = await staff.SubmitAsync(old, lead, "#text-formular", ("Wording.Title", "Mein Titel"));

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var page = Visitor.Parse(await late.Content.ReadAsStringAsync());
        Assert.Contains("Neuer Titel", page.QuerySelector(".notice-warning")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Mein Titel", page.QuerySelector<IHtmlInputElement>("#title")!.Value);
        using var again = await staff.SubmitAsync(page, lead, "#text-formular");
        Assert.Equal("Mein Titel", (await staff.PageAsync(thread)).QuerySelector("h1")!.TextContent);
    }

    internal static async Task<string> StartAsync(Visitor visitor, string title, string reach, string? firstPost = null)
    {
        using var answer = await visitor.SubmitAsync(New, Form, ("Entry.Title", title), ("Entry.Reach", reach), ("Entry.FirstPost", firstPost ?? ""));
        return answer.Target().Split('?')[0];
    }
}
