using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests.AdviceRequests;

/// <summary>An office asks, two are asked, an answer is written, delivered and replied to: by forms, without script.</summary>
public sealed partial class RequestJourneyTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task From_the_question_of_an_office_to_its_official_reply()
    {
        using var office = await portal.SignedInAsync(Cast.Office);
        using var member = await portal.SignedInAsync(Cast.Member);
        using var deputy = await portal.SignedInAsync(Cast.Deputy);
        using var staff = await portal.SignedInAsync(Cast.Staff);
        var waiting = Waiting(await member.PageAsync("/konto"));
        var page = await office.AskAsync("Wie erreichen wir Familien?", "Internal", "aylin-demirtas", "murat-kocabas");
        Assert.Equal(waiting + 1, Waiting(await member.PageAsync("/konto")));

        await member.SendAsync($"{page}/antwort", "main form", ("Entry.Answer", "Accepted"));
        using (var silent = await deputy.SubmitAsync($"{page}/antwort", "main form", ("Entry.Answer", "Declined"), ("Entry.Hint", "dragan-petrovic")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
            Assert.NotNull((await RequestForms.DocumentAsync(silent)).QuerySelector("#reason-fehler"));
        }

        await deputy.SendAsync($"{page}/antwort", "main form", ("Entry.Answer", "NotMyTopic"), ("Entry.Hint", "dragan-petrovic"));
        var hinted = (await office.PageAsync(page)).QuerySelector<IHtmlAnchorElement>("#befragte a[href*='/weitergabe']")!.GetAttribute("href")!;
        await office.SendAsync(hinted, "main form");
        Assert.Equal(3, (await office.PageAsync(page)).QuerySelectorAll("#befragte .card").Length);

        var draft = $"{page}/entwurf";
        Assert.Equal(HttpStatusCode.NotFound, await office.StatusAsync(draft));
        Assert.Equal(HttpStatusCode.NotFound, await deputy.StatusAsync(draft));
        await member.SendAsync(draft, "#entwurf-formular", ("Entry.Text", "Erste Fassung"));
        await member.SendAsync(draft, "#kommentar-formular", ("Remark.Comment", "Bitte genauer"));
        var open = await member.PageAsync(draft);
        Assert.Null(open.QuerySelector("#freigabe form"));
        await member.SendAsync(draft, "#entwurf-formular", ("Entry.Text", "Zweite Fassung, genauer"));
        using (var late = await member.SubmitAsync(open, draft, "#entwurf-formular", ("Entry.Text", "Von der alten Seite")))
        {
            Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
            var both = await RequestForms.DocumentAsync(late);
            Assert.Contains("Zweite Fassung", both.QuerySelector("#inzwischen")!.TextContent);
            Assert.Contains("Von der alten Seite", both.QuerySelector<IHtmlTextAreaElement>("#text")!.Value);
        }

        Assert.Contains("genauer", (await member.PageAsync($"{page}/fassungen/vergleich?von=1&bis=2")).QuerySelector(".diff")!.TextContent);
        await member.SendAsync(draft, "#kommentare form");
        await member.SendAsync(draft, "#freigabe form");
        Assert.DoesNotContain("Zweite Fassung", await office.TextAsync(page));
        await staff.SendAsync(page, "#schritte form[action$='/zustellung']");

        Assert.Contains("Zweite Fassung", (await office.PageAsync(page)).QuerySelector("#antwort")!.TextContent);
        using (var empty = await office.SubmitAsync($"{page}/rueckmeldung", "main form", ("Entry.Reason", "Ohne Wahl")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
            Assert.Equal("Ohne Wahl", (await RequestForms.DocumentAsync(empty)).QuerySelector<IHtmlTextAreaElement>("#reason")!.Value);
        }

        await office.SendAsync($"{page}/rueckmeldung", "main form", ("Entry.Verdict", "Partly"), ("Entry.Reason", "Die Mittel reichen für einen Teil."));
        var end = await member.PageAsync(page);
        Assert.Contains("teilweise übernommen", end.QuerySelector("#rueckmeldung")!.TextContent);
        Assert.Equal(6, end.QuerySelectorAll(".chain li").Length);
        Assert.Equal(HttpStatusCode.NotFound, await office.StatusAsync($"{page}/rueckmeldung"));
    }

    [Fact]
    public async Task A_confidential_question_is_found_by_nobody_else_on_no_page_in_no_list_file_search_or_interface()
    {
        await portal.ReadyAsync();
        var word = $"Kanarie{Guid.NewGuid():N}"[..20];
        using var office = await portal.SignedInAsync(Cast.Office);
        using var member = await portal.SignedInAsync(Cast.Member);
        var page = await office.AskAsync($"{word} fragt", "Internal", "aylin-demirtas");
        var thread = (await member.PageAsync(page)).QuerySelector<IHtmlAnchorElement>("#gespraech a")!.GetAttribute("href")!;
        await member.SendAsync(page + "/antwort", "main form", ("Entry.Answer", "Declined"), ("Entry.Reason", $"{word} Grund"));
        using (var said = await member.SubmitAsync(thread, "#beitrag-formular", ("Entry.Text", $"{word} im Gespräch"))) Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);
        Assert.Contains(word, await office.TextAsync(thread));
        string[] addresses =
        [
            page, $"{page}/antwort", $"{page}/entwurf", $"{page}/weitergabe", $"{page}/rueckmeldung", $"{page}/fassungen/vergleich?von=1&bis=2", thread, thread.Replace("/diskussionen/", "/api/diskussionen/", StringComparison.Ordinal) + "/beitraege",
            "/", "/konto", "/diskussionen", "/beratung", "/beratung/anfragen", "/themen/wohnungssuche", "/organisationen/amt-familie", "/mitglieder/aylin-demirtas",
            .. new[] { "an-mich", "meine", "stelle", "offen", "veroeffentlicht", "alle" }.SelectMany(l => new[] { $"/beratung/anfragen?liste={l}", $"/beratung/anfragen/liste.csv?liste={l}" }),
            $"/beratung/anfragen?nach={page.Split('/')[^1]}", $"/api/suche?q={word}", "/konto/daten/meine-daten.json",
        ];
        // The word is what they search for: only titles and snippets would tell.
        foreach (var email in new[] { string.Empty, Cast.Organization, Cast.Deputy })
        {
            using var visitor = await AudienceCases.VisitorAsync(portal, email);
            foreach (var address in addresses)
            {
                var text = await visitor.TextAsync(address);
                Assert.DoesNotContain($"{word} fragt", text);
                Assert.DoesNotContain($"{word} im Gespräch", text);
                Assert.DoesNotContain($"{word} Grund", text);
            }

            await FindsNeitherAsync(visitor);
            Assert.DoesNotContain(thread, await visitor.TextAsync("/diskussionen"));
        }

        using var staff = await portal.SignedInAsync(Cast.Staff);
        await FindsNeitherAsync(staff);
        Assert.Contains($"{word} Grund", await staff.TextAsync(page));
        Assert.Contains($"{word} fragt", await staff.TextAsync("/beratung/anfragen/liste.csv?liste=offen"));
        Assert.Contains($"{word} Grund", await member.TextAsync("/konto/daten/meine-daten.json"));

        // A word of the kind may be near to others, so the search can find something: but neither request nor thread.
        async Task FindsNeitherAsync(Visitor visitor) => Assert.DoesNotContain(
            (await visitor.JsonAsync($"/api/suche?q={word}&anzahl=50")).GetProperty("hits").EnumerateArray().Select(h => h.GetProperty("url").GetString()!),
            url => url.StartsWith(thread, StringComparison.Ordinal) || url.StartsWith(page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_hidden_reads_like_what_is_not_there()
    {
        using var office = await portal.SignedInAsync(Cast.Office);
        var page = await office.AskAsync("Versteckt", "Internal", "aylin-demirtas");
        using var deputy = await portal.SignedInAsync(Cast.Deputy);
        var unknown = $"/beratung/anfragen/{Guid.NewGuid()}";
        foreach (var part in new[] { "", "/antwort", "/entwurf", "/weitergabe", "/rueckmeldung" })
        {
            var (one, other) = ((await deputy.PageAsync(page + part)).QuerySelector("main")!.TextContent, (await deputy.PageAsync(unknown + part)).QuerySelector("main")!.TextContent);
            Assert.Equal(HttpStatusCode.NotFound, await deputy.StatusAsync(page + part));
            Assert.Equal(other, one);
        }

        var token = (await deputy.PageAsync("/konto/benachrichtigungen")).QuerySelector<IHtmlInputElement>("main [name=__RequestVerificationToken]")!.Value;
        foreach (var step in new[] { "/zustellung", "/freigabe", "/freigabe/ruecknahme", "/rueckzug", $"/kommentare/{Guid.NewGuid()}/erledigung" })
        {
            using var good = await deputy.Http.PostAsync(page + step, new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["fassung"] = "1" }));
            using var forged = await office.Http.PostAsync(page + step, new FormUrlEncodedContent(new Dictionary<string, string> { ["fassung"] = "1" }));
            Assert.Equal(HttpStatusCode.NotFound, good.StatusCode);
            Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        }
    }

    private static int Waiting(IHtmlDocument account) =>
        int.Parse(FirstNumber().Match(account.QuerySelector("#anfragen")!.TextContent).Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\d+")]
    private static partial Regex FirstNumber();
}
