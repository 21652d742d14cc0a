using System.Net;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>Somebody claims a role, staff decides, and what follows from it; roles and relations with dates.</summary>
public sealed class OrganizationRecordsTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Organization = "/organisationen/balkan-bruecke";
    private const string Records = "/verwaltung/organisationen/balkan-bruecke";

    [Fact]
    public async Task A_claim_counts_once_staff_confirmed_it_and_is_public_once_the_person_agreed()
    {
        await portal.ReadyAsync();
        using var member = await portal.SignedInAsync(Cast.Member);
        using var staff = await portal.SignedInAsync(Cast.Staff);
        using var anybody = portal.Visitor();

        using var sent = await member.SubmitAsync(
            $"{Organization}/rolle", "main form", ("Entry.Role", "DeputyChair"), ("Entry.Since", "2026-02-01"), ("Entry.Note", "Protokoll vom <b>1. Februar</b>"));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Contains("noch nicht entschieden", await member.TextAsync("/konto"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await member.StatusAsync($"{Organization}/angaben"));
        Assert.DoesNotContain("aylin-demirtas", await anybody.TextAsync(Organization), StringComparison.Ordinal);

        var claims = await staff.PageAsync("/verwaltung/antraege");
        Assert.Contains("Protokoll vom <b>1. Februar</b>", claims.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var decided = await staff.SubmitAsync(claims, "/verwaltung/antraege", "main form", ("decision", "ja"));
        Assert.Equal(HttpStatusCode.SeeOther, decided.StatusCode);
        using var second = await staff.SubmitAsync(claims, "/verwaltung/antraege", "main form", ("decision", "ja"));
        Assert.Equal("/verwaltung/antraege?gespeichert=1", second.Headers.Location!.ToString());
        Assert.Single((await staff.PageAsync(Records)).QuerySelectorAll("tr th a[href='/mitglieder/aylin-demirtas']"));

        Assert.Contains("bestätigt am", await member.TextAsync("/konto"), StringComparison.Ordinal);
        await Wait.UntilAsync(async () => (await anybody.TextAsync(Organization)).Contains("aylin-demirtas", StringComparison.Ordinal), "the role is shown");
        await Wait.UntilAsync(async () => await member.StatusAsync($"{Organization}/angaben") == HttpStatusCode.OK, "the session has the new role");
    }

    [Fact]
    public async Task A_claim_can_be_declined_with_a_reason_and_is_checked()
    {
        using var deputy = await portal.SignedInAsync(Cast.Deputy);
        using var staff = await portal.SignedInAsync(Cast.Staff);
        const string Page = "/organisationen/afrika-forum/rolle";

        using var wrong = await deputy.SubmitAsync(Page, "main form", ("Entry.Role", "Staff"), ("Entry.Since", "2030-01-01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var sent = await deputy.SubmitAsync(Page, "main form", ("Entry.Role", "Chair"), ("Entry.Since", "2026-01-01"));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        using var twice = await deputy.SubmitAsync(Page, "main form", ("Entry.Role", "Chair"), ("Entry.Since", "2026-01-01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);

        var claims = await staff.PageAsync("/verwaltung/antraege");
        var form = "form[action^='/verwaltung/antraege/']:has(input)";
        using var noReason = await staff.SubmitAsync(claims, "/verwaltung/antraege", form, ("decision", "nein"));
        Assert.Contains("fehler=Empty", noReason.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var declined = await staff.SubmitAsync(claims, "/verwaltung/antraege", form, ("decision", "nein"), ("reason", "Steht so nicht im Register."));
        Assert.Equal("/verwaltung/antraege?gespeichert=1", declined.Headers.Location!.ToString());
        Assert.Contains("Steht so nicht im Register.", await deputy.TextAsync("/konto"), StringComparison.Ordinal);
        using var late = await staff.SubmitAsync(claims, "/verwaltung/antraege", form, ("decision", "ja"));
        Assert.Contains("fehler=AlreadyDecided", late.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_enters_a_second_chair_with_dates_and_ends_the_role_again()
    {
        using var staff = await portal.SignedInAsync(Cast.Staff);

        using var reversed = await staff.SubmitAsync(
            Records, "main form[action$='balkan-bruecke']", ("Entry.Step", "add"), ("Entry.Given", "Zweite"), ("Entry.Family", "Vorsitzende"),
            ("Entry.Role", "Chair"), ("Entry.From", "2026-05-01"), ("Entry.Until", "2026-04-01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reversed.StatusCode);
        Assert.NotNull(Visitor.Parse(await reversed.Content.ReadAsStringAsync()).QuerySelector("#until-fehler"));

        using var added = await staff.SubmitAsync(
            Records, "main form[action$='balkan-bruecke']", ("Entry.Step", "add"), ("Entry.Given", "Zweite"), ("Entry.Family", "Vorsitzende"),
            ("Entry.Role", "Chair"), ("Entry.From", "2026-05-01"));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        Assert.Contains("Zweite Vorsitzende", await staff.TextAsync(Records), StringComparison.Ordinal);
        using var anybody = portal.Visitor();
        Assert.DoesNotContain("Zweite Vorsitzende", await anybody.TextAsync(Organization), StringComparison.Ordinal);

        var page = await staff.PageAsync(Records);
        var row = page.QuerySelectorAll("tr").First(r => r.TextContent.Contains("Zweite Vorsitzende", StringComparison.Ordinal));
        var action = row.QuerySelector("form")!.GetAttribute("action")!;
        using var ended = await staff.SubmitAsync(page, Records, $"form[action='{action}']", ("until", "2026-10-31"));
        Assert.Equal(HttpStatusCode.SeeOther, ended.StatusCode);
        Assert.DoesNotContain("Zweite Vorsitzende", await staff.TextAsync(Organization), StringComparison.Ordinal);
        Assert.Contains("Zweite Vorsitzende", await staff.TextAsync(Records), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Relations_are_entered_once_and_never_to_oneself()
    {
        using var staff = await portal.SignedInAsync(Cast.Staff);
        const string Form = "form[action$='/verbindungen']";

        using var self = await staff.SubmitAsync(Records, Form, ("kind", "TalksTo"), ("to", "balkan-bruecke"));
        var shown = await staff.PageAsync(self.Headers.Location!.ToString());
        Assert.Equal("#to", shown.QuerySelector(".error-summary a")!.GetAttribute("href"));
        Assert.NotNull(shown.QuerySelector("#to-fehler"));
        Assert.Equal("TalksTo", shown.QuerySelector("#kind option[selected]")!.GetAttribute("value"));
        using var unlikely = await staff.SubmitAsync(Records, Form, ("kind", "MemberOf"), ("to", "coro-del-neckar"), ("since", "0026-01-01"));
        var kept = await staff.PageAsync(unlikely.Headers.Location!.ToString());
        Assert.NotNull(kept.QuerySelector("#since-fehler"));
        Assert.Equal("0026-01-01", kept.QuerySelector("#since")!.GetAttribute("value"));
        Assert.Equal("coro-del-neckar", kept.QuerySelector("#to option[selected]")!.GetAttribute("value"));
        using var added = await staff.SubmitAsync(Records, Form, ("kind", "TalksTo"), ("to", "coro-del-neckar"), ("since", "2026-01-01"));
        Assert.Contains("gespeichert=1", added.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var twice = await staff.SubmitAsync(Records, Form, ("kind", "TalksTo"), ("to", "coro-del-neckar"));
        Assert.Contains("fehler=AlreadyHeld", twice.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Coro del Neckar", await staff.TextAsync(Records), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_end_before_the_beginning_is_told_at_its_field_and_stays_typed()
    {
        using var staff = await portal.SignedInAsync(Cast.Staff);
        var page = await staff.PageAsync(Records);
        var form = page.QuerySelector("form[action*='/rollen/']")!;
        var field = form.QuerySelector("input[name=until]")!.Id!;

        using var sent = await staff.SubmitAsync(page, Records, $"form[action='{form.GetAttribute("action")}']", ("until", "1950-01-01"));

        var shown = await staff.PageAsync(sent.Headers.Location!.ToString());
        Assert.Equal($"#{field}", shown.QuerySelector(".error-summary a")!.GetAttribute("href"));
        Assert.Equal("1950-01-01", shown.QuerySelector($"#{field}")!.GetAttribute("value"));
        Assert.NotNull(shown.QuerySelector($"#{field}-fehler"));
        Assert.Single(shown.QuerySelectorAll(".field-error"));
    }

    [Fact]
    public async Task Staff_puts_an_organisation_on_record_and_is_told_of_one_of_the_same_name()
    {
        const string Page = "/verwaltung/organisationen";
        using var staff = await portal.SignedInAsync(Cast.Staff);

        using var empty = await staff.SubmitAsync(Page, "main form");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        using var known = await staff.SubmitAsync(Page, "main form", ("Entry.Name", "Neckar-Tänzer"), ("Entry.Kind", "CulturalCircle"));
        Assert.EndsWith("/organisationen/neckar-taenzer/angaben", known.Headers.Location!.ToString());
        using var again = await staff.SubmitAsync(Page, "main form", ("Entry.Name", " NECKAR-TAENZER"), ("Entry.Kind", "Association"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        var asked = Visitor.Parse(await again.Content.ReadAsStringAsync());
        Assert.NotNull(asked.QuerySelector("main form a[href='/verwaltung/organisationen/neckar-taenzer']"));
        Assert.Equal("Association", asked.QuerySelector("#kind option[selected]")!.GetAttribute("value"));
        using var anyway = await staff.SubmitAsync(asked, Page, "main form", ("Entry.Anyway", "true"));
        Assert.Contains("/organisationen/neckar-taenzer-", anyway.Headers.Location!.ToString(), StringComparison.Ordinal);

        using var changed = await staff.SubmitAsync("/verwaltung/organisationen/neckar-taenzer", "form[action$='/art']", ("art", "Federation"));
        Assert.Equal(HttpStatusCode.SeeOther, changed.StatusCode);
        using var anybody = portal.Visitor();
        Assert.Contains("Neckar-Tänzer", await anybody.TextAsync("/organisationen?art=Federation&q=T%C3%84NZER"), StringComparison.Ordinal);
        Assert.Contains("Neckar-Tänzer", await anybody.TextAsync("/organisationen?art=Federation&q=neckar"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organisation_is_edited_by_its_people_and_the_second_one_sees_what_changed()
    {
        const string Page = "/organisationen/tuerkisch-deutscher-frauenverein/angaben";
        using var chair = await portal.SignedInAsync(Cast.Member);
        using var staff = await portal.SignedInAsync(Cast.Staff);
        var opened = await chair.PageAsync(Page);

        using var first = await staff.SubmitAsync(Page, "main form", ("Entry.MeetingPoint", "Freitags im Bürgerhaus"));
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        using var second = await chair.SubmitAsync(opened, Page, "main form", ("Entry.MeetingPoint", "Montags in der Bücherei"));

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var page = Visitor.Parse(await second.Content.ReadAsStringAsync());
        Assert.Equal("Montags in der Bücherei", page.QuerySelector("#meetingPoint")!.GetAttribute("value"));
        Assert.Contains("Freitags im Bürgerhaus", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        using var anyway = await chair.SubmitAsync(page, Page, "main form");
        Assert.Equal(HttpStatusCode.Redirect, anyway.StatusCode);
        using var evil = await chair.SubmitAsync(Page, "main form", ("Entry.Website", "javascript:alert(1)"), ("Entry.Name", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, evil.StatusCode);
        using var other = await portal.SignedInAsync(Cast.Deputy);
        Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync(Page));
    }

    [Theory]
    [InlineData("")]
    [InlineData(Cast.Member)]
    [InlineData(Cast.Organization)]
    [InlineData(Cast.Office)]
    public async Task Records_and_claims_are_for_staff_only(string email)
    {
        using var visitor = email.Length == 0 ? portal.Visitor() : await portal.SignedInAsync(email);

        foreach (var page in new[] { Records, "/verwaltung/antraege", "/verwaltung/organisationen", "/verwaltung/organisationen/gibt-es-nicht" })
        {
            using var answer = await visitor.Http.GetAsync(page);
            Assert.Equal(email.Length == 0 ? HttpStatusCode.Redirect : HttpStatusCode.NotFound, answer.StatusCode);
            if (email.Length == 0) Assert.Equal($"/konto/anmelden?zurueck={Uri.EscapeDataString(page)}", answer.Headers.Location!.ToString());
        }
    }
}
