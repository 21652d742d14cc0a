using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Beirat.Network.Common;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>The own ledger, contesting an entry, the decision of staff, and references, by forms.</summary>
public sealed class LedgerTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Own = "/konto/belege";
    private const string Desk = "/verwaltung/belege";

    private static readonly string Claim = $"{Own}/Claim/{NamedId.For("topic", "barrierefreiheit")}";

    [Fact]
    public async Task A_member_contests_an_entry_and_staff_decides_about_it()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        using var staff = await portal.SignedInAsync(Cast.Staff);
        var empty = await (await member.SubmitAsync(Claim, "main form.stack", ("Entry.Reason", "  "))).Content.ReadAsStringAsync();
        Assert.NotNull(Visitor.Parse(empty).QuerySelector("#reason-fehler"));
        using var tooLong = await member.SubmitAsync(Claim, "main form.stack", ("Entry.Reason", new string('x', 601)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLong.StatusCode);
        Assert.Equal(601, Visitor.Parse(await tooLong.Content.ReadAsStringAsync()).QuerySelector<IHtmlTextAreaElement>("#reason")!.Value.Length);

        using var sent = await member.SubmitAsync(Claim, "main form.stack", ("Entry.Reason", "Das prüfe ich <b>nicht</b> mehr."));
        Assert.Contains($"{Own}?stand=angefochten", sent.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Angefochten", (await EntryAsync(member)).TextContent, StringComparison.Ordinal);

        var card = (await staff.PageAsync(Desk)).QuerySelector(".card a")!.GetAttribute("href")!;
        using var unsaid = await staff.SubmitAsync(card, "main form.stack", ("Entry.Counts", "ja"), ("Entry.Note", ""));
        var again = Visitor.Parse(await unsaid.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsaid.StatusCode);
        Assert.NotNull(again.QuerySelector("#note-fehler"));
        Assert.Equal("ja", again.QuerySelector<IHtmlSelectElement>("#counts")!.Value);
        Assert.Contains("Das prüfe ich <b>nicht</b> mehr.", again.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var decided = await staff.SubmitAsync(card, "main form.stack", ("Entry.Counts", "ja"), ("Entry.Note", "Im Rundgang 2026 war es so."));
        Assert.Equal($"{Desk}?gespeichert=1", decided.Headers.Location!.ToString().Replace("http://localhost", "", StringComparison.Ordinal));
        using var twice = await staff.SubmitAsync(again, card, "main form.stack", ("Entry.Counts", "nein"));
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);

        var entry = await EntryAsync(member);
        Assert.Contains("zählt weiter", entry.TextContent, StringComparison.Ordinal);
        Assert.Contains("Im Rundgang 2026 war es so.", entry.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(entry.QuerySelectorAll("a"), a => a.GetAttribute("href") == Claim);
    }

    [Fact]
    public async Task A_contest_is_taken_back_by_a_button()
    {
        using var deputy = await portal.SignedInAsync(Cast.Deputy);
        var address = $"{Own}/Claim/{NamedId.For("topic", "mobilitaet")}";
        using var sent = await deputy.SubmitAsync(address, "main form.stack", ("Entry.Reason", "Doch nicht."));
        using var back = await deputy.SubmitAsync(Own, $"form[action$='/ruecknahme']");

        Assert.EndsWith("?stand=zurueckgenommen", back.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.NotNull((await deputy.PageAsync(Own)).QuerySelector($"a[href='{address}']"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(Cast.Member)]
    [InlineData(Cast.Office)]
    [InlineData(Cast.Organization)]
    public async Task For_everybody_but_staff_there_is_no_desk(string email)
    {
        using var other = email.Length == 0 ? portal.Visitor() : await portal.SignedInAsync(email);
        foreach (var page in new[] { Desk, $"{Desk}/{Guid.NewGuid()}" })
            Assert.Equal(email.Length == 0 ? HttpStatusCode.Found : HttpStatusCode.NotFound, await other.StatusAsync(page));
    }

    [Fact]
    public async Task Entries_of_others_are_not_there_and_a_visitor_is_asked_to_sign_in()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        foreach (var address in new[] { $"{Own}/Claim/{NamedId.For("topic", "pflege")}", $"{Own}/Absence/{Guid.Empty}", $"{Own}/0/{Guid.Empty}", $"{Own}/xyz/{Guid.Empty}" })
            Assert.Equal(HttpStatusCode.NotFound, await member.StatusAsync(address));
        using var visitor = portal.Visitor();
        Assert.Equal(HttpStatusCode.Found, await visitor.StatusAsync(Own));
        Assert.Equal(HttpStatusCode.Found, await visitor.StatusAsync(Claim));
        using var forged = await member.Http.PostAsync($"{Own}/{Guid.NewGuid()}/ruecknahme", new FormUrlEncodedContent(new Dictionary<string, string> { ["x"] = "y" }));
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
    }

    [Fact]
    public async Task A_reference_is_given_shown_to_both_and_removed_by_whom_it_is_about()
    {
        const string Form = "/mitglieder/murat-kocabas/referenz";
        using var member = await portal.SignedInAsync(Cast.Member);
        using var deputy = await portal.SignedInAsync(Cast.Deputy);
        using var wrong = await member.SubmitAsync(Form, "main form.stack", ("Entry.Topic", ""), ("Entry.Text", "Wir haben zusammen gepflanzt."));
        var kept = Visitor.Parse(await wrong.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.NotNull(kept.QuerySelector("#topic-fehler"));
        Assert.Equal("Wir haben zusammen gepflanzt.", kept.QuerySelector<IHtmlTextAreaElement>("#text")!.Value);

        using var given = await member.SubmitAsync(kept, Form, "main form.stack", ("Entry.Topic", "klima-umwelt"));
        Assert.EndsWith($"{Form}?gespeichert=1", given.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("gepflanzt", (await member.PageAsync(Own)).QuerySelector("[aria-labelledby=gegeben]")!.TextContent, StringComparison.Ordinal);
        var theirs = (await deputy.PageAsync(Own)).QuerySelectorAll("[aria-labelledby=art-endorsement] li").Single(li => li.TextContent.Contains("gepflanzt", StringComparison.Ordinal));
        var removal = theirs.QuerySelector("form")!.GetAttribute("action")!;
        using var removed = await deputy.SubmitAsync(Own, $"form[action='{removal}']");

        Assert.EndsWith("?stand=entfernt", removed.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("gepflanzt", await member.TextAsync(Own), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await member.StatusAsync("/mitglieder/aylin-demirtas/referenz"));
        using var office = await portal.SignedInAsync(Cast.Office);
        Assert.Equal(HttpStatusCode.NotFound, await office.StatusAsync(Form));
    }

    private static async Task<AngleSharp.Dom.IElement> EntryAsync(Visitor member) =>
        (await member.PageAsync($"{Own}?art=Claim")).QuerySelector($"#beleg-claim-{NamedId.For("topic", "barrierefreiheit"):N}")!;
}
