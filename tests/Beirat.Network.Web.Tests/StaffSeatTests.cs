using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>The office's way through a change of the council: form, preview, confirmation, and back again.</summary>
public sealed class StaffSeatTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Seats = "/verwaltung/beirat";
    private const string Appoint13 = Seats + "/sitze/13/besetzen?platz=1";

    [Fact]
    public async Task An_appointment_is_previewed_confirmed_shown_on_the_start_page_and_taken_back()
    {
        using var staff = await portal.SignedInAsync(Cast.Staff);
        using var anybody = portal.Visitor();
        var sentence = await SentenceAsync(anybody);
        var council = await CouncilAsync(anybody);

        using var found = await staff.SubmitAsync(Appoint13, "main form", Step("search"), ("Entry.Search", "nowicka"), ("Entry.From", "2026-11-20"));
        var list = await PageAsync(found);
        Assert.Equal("2026-11-20", list.QuerySelector("#from")!.GetAttribute("value"));
        var person = list.QuerySelector<IHtmlInputElement>("input[name='Entry.PersonId']")!.Value;
        using var previewed = await staff.SubmitAsync(list, Appoint13, "main form", Step("preview"), ("Entry.PersonId", person));
        var preview = await PageAsync(previewed);

        Assert.Equal(HttpStatusCode.OK, previewed.StatusCode);
        Assert.Contains("Ewa Nowicka", preview.QuerySelector("main .facts")!.TextContent);
        Assert.NotEmpty(preview.QuerySelectorAll("main table mark"));
        Assert.Equal(council, await CouncilAsync(anybody));

        using var confirmed = await staff.SubmitAsync(preview, Appoint13, "main form", Step("confirm"));
        var change = Location(confirmed);
        Assert.Contains("gespeichert", await staff.TextAsync(change));
        await Wait.UntilAsync(async () => await SentenceAsync(anybody) != sentence, "the start page counts again");
        Assert.Contains("12 Stellvertretungen", await SentenceAsync(anybody));
        Assert.Contains("Ewa Nowicka", (await anybody.PageAsync("/beirat?stand=2026-11-20")).QuerySelector("#sitz-13")!.TextContent);
        Assert.DoesNotContain("Ewa Nowicka", (await anybody.PageAsync("/beirat?stand=2026-11-19")).QuerySelector("#sitz-13")!.TextContent);

        using var undone = await staff.SubmitAsync(change, "main form");
        Assert.Contains("wieder wie vorher", await staff.TextAsync(Location(undone)));
        await Wait.UntilAsync(async () => await SentenceAsync(anybody) == sentence, "the start page counts as before");
        Assert.Contains("Zurückgenommen von Tabea Wiesgrund", await staff.TextAsync(Seats + "/aenderungen"));
    }

    [Fact]
    public async Task Going_back_from_the_preview_keeps_everything_and_changes_nothing()
    {
        using var staff = await portal.SignedInAsync(Cast.Staff);
        using var previewed = await staff.SubmitAsync(
            Appoint13, "main form", Step("preview"), ("Entry.Given", "Probe"), ("Entry.Family", "Zurück"), ("Entry.From", "2027-01-01"), ("Entry.Until", "2027-12-31"));

        using var answer = await staff.SubmitAsync(await PageAsync(previewed), Appoint13, "main form", Step("back"));

        var form = await PageAsync(answer);
        Assert.Equal(
            ["Probe", "Zurück", "2027-01-01", "2027-12-31"],
            new[] { "given", "family", "from", "until" }.Select(id => form.QuerySelector($"#{id}")!.GetAttribute("value")));
        Assert.Contains("Niemand gefunden", await (await staff.SubmitAsync(Appoint13, "main form", Step("search"), ("Entry.Search", "Zurück"))).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Somebody_new_of_a_known_name_is_asked_about_and_goes_again_when_the_appointment_is_taken_back()
    {
        const string Page = Appoint13;
        using var staff = await portal.SignedInAsync(Cast.Staff);
        (string, string)[] typed = [("Entry.Given", "EWA"), ("Entry.Family", "Nowicka"), ("Entry.From", "2031-01-01"), ("Entry.Until", "2031-01-31")];

        using var sent = await staff.SubmitAsync(Page, "main form", [Step("preview"), .. typed]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.StatusCode);
        var asked = await PageAsync(sent);
        Assert.Equal("EWA", asked.QuerySelector("#given")!.GetAttribute("value"));
        var offers = asked.QuerySelectorAll<IHtmlInputElement>("input[name='Entry.PersonId']").ToList();
        Assert.Equal([false, true], offers.Select(o => o.Value == "neu"));
        using var chosen = await staff.SubmitAsync(asked, Page, "main form", Step("preview"), ("Entry.PersonId", offers[0].Value));
        Assert.Equal(HttpStatusCode.OK, chosen.StatusCode);
        using var anew = await staff.SubmitAsync(asked, Page, "main form", Step("preview"), ("Entry.PersonId", "neu"));
        Assert.Equal(HttpStatusCode.OK, anew.StatusCode);
        using var confirmed = await staff.SubmitAsync(await PageAsync(anew), Page, "main form", Step("confirm"));
        Assert.Equal(2, await FoundAsync(staff));

        var change = Location(confirmed);
        using var undone = await staff.SubmitAsync(change, "main form");
        Assert.Equal(1, await FoundAsync(staff));
        Assert.Contains("Sie ist mit entfernt", await staff.TextAsync(Location(undone)));
        Assert.Contains("Sie ist mit entfernt", await staff.TextAsync(Seats + "/aenderungen"));
    }

    [Fact]
    public async Task Without_a_place_in_the_address_the_first_free_one_is_meant()
    {
        using var staff = await portal.SignedInAsync(Cast.Staff);

        Assert.Contains("platz=1", (await staff.PageAsync(Seats + "/sitze/13/besetzen")).QuerySelector("main form")!.GetAttribute("action"));
        Assert.Contains("kein Platz frei", await staff.TextAsync(Seats + "/sitze/1/besetzen"));
    }

    private static async Task<int> FoundAsync(Visitor staff) =>
        (await staff.PageAsync("/verwaltung/personen?q=nowicka")).QuerySelectorAll("main .card").Length;

    [Fact]
    public async Task Two_in_the_office_the_second_sees_what_changed_and_keeps_what_was_typed()
    {
        using var first = await portal.SignedInAsync(Cast.Staff);
        using var second = await portal.SignedInAsync(Cast.Administrator);
        var (page, own) = (await LinkAsync(first, 9, "beenden"), await LinkAsync(second, 9, "nachfolge"));
        var form = await second.PageAsync(own);
        using var done = await ConfirmAsync(first, page, ("Entry.LastDay", "2027-03-31"));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);

        using var stale = await second.SubmitAsync(form, own, "main form", Step("preview"), ("Entry.Given", "Neu"), ("Entry.Family", "Probe"), ("Entry.LastDay", "2027-02-28"));

        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        var shown = await PageAsync(stale);
        Assert.Contains("Tabea Wiesgrund", shown.QuerySelector("[role=alert]")!.TextContent);
        Assert.Contains("31. März 2027", shown.QuerySelector("[role=alert]")!.TextContent);
        Assert.Equal("Neu", shown.QuerySelector("#given")!.GetAttribute("value"));
        using var previewed = await second.SubmitAsync(shown, own, "main form", Step("preview"));
        Assert.Equal(HttpStatusCode.OK, previewed.StatusCode);
        using var confirmed = await second.SubmitAsync(await PageAsync(previewed), own, "main form", Step("confirm"));
        Assert.Contains("Neu Probe", await second.TextAsync(Location(confirmed)));
    }

    [Fact]
    public async Task Whose_place_is_gone_meanwhile_is_told_instead_of_finding_nothing()
    {
        using var first = await portal.SignedInAsync(Cast.Staff);
        using var second = await portal.SignedInAsync(Cast.Administrator);
        var page = await LinkAsync(first, 8, "beenden");
        var form = await second.PageAsync(page);
        using var done = await ConfirmAsync(first, page, ("Entry.LastDay", "2026-10-31"));

        using var stale = await second.SubmitAsync(form, page, "main form", Step("preview"), ("Entry.LastDay", "2026-12-31"));

        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Contains("31. Oktober 2026", await stale.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, await second.StatusAsync(page));
    }

    [Theory]
    [InlineData("", "2026-11-22", "", "#person-fehler")]
    [InlineData("Probe", "", "", "#from-fehler")]
    [InlineData("Probe", "22.11.2026", "", "#from-fehler")]
    [InlineData("Probe", "0026-11-22", "", "#from-fehler")]
    [InlineData("Probe", "2026-11-22", "2026-11-21", "#until-fehler")]
    public async Task Bad_input_is_named_at_its_field_and_kept(string given, string from, string until, string error)
    {
        using var staff = await portal.SignedInAsync(Cast.Staff);

        using var answer = await staff.SubmitAsync(
            Appoint13, "main form", Step("preview"), ("Entry.Given", given), ("Entry.Family", given), ("Entry.From", from), ("Entry.Until", until));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await PageAsync(answer);
        Assert.NotNull(page.QuerySelector(error));
        Assert.Equal(from, page.QuerySelector("#from")!.GetAttribute("value") ?? "");
        Assert.NotNull(page.QuerySelector(".error-summary"));
    }

    [Fact]
    public async Task A_taken_place_and_a_second_place_are_refused()
    {
        using var staff = await portal.SignedInAsync(Cast.Staff);
        using var taken = await staff.SubmitAsync(
            Seats + "/sitze/3/besetzen?platz=0", "main form", Step("preview"), ("Entry.Given", "Probe"), ("Entry.Family", "Platz"), ("Entry.From", "2026-11-22"));
        Assert.Contains("schon besetzt", (await PageAsync(taken)).QuerySelector("#from-fehler")!.TextContent);

        using var found = await staff.SubmitAsync(Appoint13, "main form", Step("search"), ("Entry.Search", "aylin"), ("Entry.From", "2026-11-22"));
        var list = await PageAsync(found);
        var person = list.QuerySelector<IHtmlInputElement>("input[name='Entry.PersonId']")!.Value;
        using var second = await staff.SubmitAsync(list, Appoint13, "main form", Step("preview"), ("Entry.PersonId", person));
        Assert.Contains("anderen Sitz", (await PageAsync(second)).QuerySelector("#person-fehler")!.TextContent);
    }

    [Fact]
    public async Task A_refused_form_token_shows_the_form_again_and_does_nothing()
    {
        using var staff = await portal.SignedInAsync(Cast.Staff);
        var council = await CouncilAsync(staff);

        using var answer = await staff.SubmitAsync(
            Appoint13, "main form", Step("confirm"), ("Entry.Given", "Ohne"), ("Entry.Family", "Marke"), ("Entry.From", "2026-11-22"), ("__RequestVerificationToken", "alt"));

        Assert.Equal("Ohne", (await PageAsync(answer)).QuerySelector("#given")!.GetAttribute("value"));
        Assert.Equal(council, await CouncilAsync(staff));
    }

    internal static (string, string) Step(string step) => ("Entry.Step", step);

    internal static async Task<IHtmlDocument> PageAsync(HttpResponseMessage answer) => Visitor.Parse(await answer.Content.ReadAsStringAsync());

    internal static string Location(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var to = answer.Headers.Location!;
        return to.IsAbsoluteUri ? to.PathAndQuery : to.OriginalString;
    }

    internal static async Task<string> LinkAsync(Visitor staff, int seat, string action) =>
        (await staff.PageAsync(Seats)).QuerySelector($"#sitz-{seat} a[href*='/{action}/']")!.GetAttribute("href")!;

    internal static async Task<HttpResponseMessage> ConfirmAsync(Visitor staff, string page, params (string, string)[] fields)
    {
        using var previewed = await staff.SubmitAsync(page, "main form", [Step("preview"), .. fields]);
        return await staff.SubmitAsync(await PageAsync(previewed), page, "main form", Step("confirm"));
    }

    private static async Task<string> SentenceAsync(Visitor visitor) => (await visitor.PageAsync("/")).QuerySelector(".figures-sentence")!.TextContent;

    private static async Task<string> CouncilAsync(Visitor visitor) => (await visitor.PageAsync("/beirat?stand=2026-11-22")).QuerySelector("main")!.TextContent;
}
