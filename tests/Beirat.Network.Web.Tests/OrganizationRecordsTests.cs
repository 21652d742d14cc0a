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

        Assert.Contains("bestätigt am", await member.TextAsync("/konto"), StringComparison.Ordinal);
        await Wait.UntilAsync(async () => (await anybody.TextAsync(Organization)).Contains("aylin-demirtas", StringComparison.Ordinal), "the role is shown");
        using var again = await portal.SignedInAsync(Cast.Member);
        Assert.Equal(HttpStatusCode.OK, await again.StatusAsync($"{Organization}/angaben"));
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
        Assert.Contains("fehler=OwnRelation", self.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var added = await staff.SubmitAsync(Records, Form, ("kind", "TalksTo"), ("to", "coro-del-neckar"), ("since", "2026-01-01"));
        Assert.Contains("gespeichert=1", added.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var twice = await staff.SubmitAsync(Records, Form, ("kind", "TalksTo"), ("to", "coro-del-neckar"));
        Assert.Contains("fehler=AlreadyHeld", twice.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Coro del Neckar", await staff.TextAsync(Records), StringComparison.Ordinal);
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

        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusAsync(Records));
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusAsync("/verwaltung/antraege"));
    }
}
