using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests.AdviceRequests;

/// <summary>Forms that keep what was typed, lists, and wishes about mails.</summary>
public sealed class RequestPagesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task A_faulty_request_names_each_field_and_keeps_all_that_was_typed()
    {
        using var office = await portal.SignedInAsync(Cast.Office);
        const string question = "  <b>Frage</b> & \"Zeichen\"";
        using var answer = await office.SubmitAsync(
            "/beratung/anfragen/neu?an=aylin-demirtas&frage=Anfang", "#anfrage-formular",
            ("Entry.Question", question), ("Entry.Deadline", "22.11.2025"), ("Entry.Minutes", "viel"), ("Entry.Kind", ""), ("Entry.Confidentiality", "Nobody"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await RequestForms.DocumentAsync(answer);
        // In the order of the fields.
        Assert.Equal(["kind", "deadline", "minutes", "confidentiality", "topics"], page.QuerySelectorAll(".error-summary a").Select(a => a.GetAttribute("href")![1..]));
        Assert.Contains("(freiwillig): Bitte", page.QuerySelector(".error-summary a[href='#minutes']")!.TextContent, StringComparison.Ordinal);
        Assert.Distinct(page.QuerySelectorAll(".error-summary a").Select(a => a.TextContent));
        Assert.All(page.QuerySelectorAll(".error-summary a"), a => Assert.NotNull(page.QuerySelector(a.GetAttribute("href")!)));
        Assert.Equal(question, page.QuerySelector<IHtmlTextAreaElement>("#question")!.Value.TrimStart('\n'));
        Assert.Equal("22.11.2025", page.QuerySelector<IHtmlInputElement>("#deadline")!.Value);
        Assert.Equal("viel", page.QuerySelector<IHtmlInputElement>("#minutes")!.Value);
        Assert.True(page.QuerySelector<IHtmlInputElement>("[value=aylin-demirtas]")!.IsChecked);
    }

    [Fact]
    public async Task Without_a_good_token_no_form_does_anything_and_none_loses_its_text()
    {
        using var office = await portal.SignedInAsync(Cast.Office);
        using var member = await portal.SignedInAsync(Cast.Member);
        var page = await office.AskAsync("Für die Formulare", "Internal", "aylin-demirtas");
        await member.SendAsync($"{page}/antwort", "main form", ("Entry.Answer", "Accepted"));
        (Visitor Who, string Address, string Handler, string Field)[] forms =
        [
            (office, RequestForms.New, "anfrage", "Entry.Question"), (member, $"{page}/antwort", "antwort", "Entry.Reason"), (member, $"{page}/entwurf", "entwurf", "Entry.Text"),
            (member, $"{page}/entwurf", "kommentar", "Remark.Comment"), (office, "/konto/benachrichtigungen", "benachrichtigungen", "Entry.From"),
        ];
        foreach (var (who, address, handler, field) in forms)
        {
            using var answer = await who.Http.PostAsync(address, new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = handler, [field] = "Getippt" }));
            Assert.Equal((address, HttpStatusCode.Forbidden), (address, answer.StatusCode));
            var shown = await RequestForms.DocumentAsync(answer);
            var control = shown.QuerySelector($"[name='{field}']")!;
            Assert.Equal("Getippt", (control is IHtmlTextAreaElement area ? area.Value : ((IHtmlInputElement)control).Value).Trim());
        }

        Assert.Empty((await member.PageAsync($"{page}/entwurf")).QuerySelectorAll("#fassungen, #kommentare .card"));
    }

    [Fact]
    public async Task A_session_that_ended_while_somebody_wrote_costs_nothing()
    {
        using var office = await portal.SignedInAsync(Cast.Office);
        var page = await office.AskAsync("Für die Sitzung", "Internal", "aylin-demirtas");
        using var anybody = portal.Visitor();
        var token = (await anybody.PageAsync("/konto/anmelden")).QuerySelector<IHtmlInputElement>("main [name=__RequestVerificationToken]")!.Value;
        foreach (var (address, handler, field) in new[] { (RequestForms.New, "anfrage", "Entry.Question"), ($"{page}/antwort", "antwort", "Entry.Reason"), ($"{page}/entwurf", "entwurf", "Entry.Text"), ($"{page}/rueckmeldung", "rueckmeldung", "Entry.Reason") })
        {
            using var answer = await anybody.Http.PostAsync(address, new FormUrlEncodedContent(
                new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["_handler"] = handler, [field] = "Lange getippt" }));
            Assert.Equal((address, HttpStatusCode.Forbidden), (address, answer.StatusCode));
            var shown = await RequestForms.DocumentAsync(answer);
            Assert.Equal("Lange getippt", shown.QuerySelector<IHtmlTextAreaElement>($"[name='{field}']")!.Value.Trim());
            // A request that somebody may not see is not told by its form either.
            Assert.DoesNotContain("Für die Sitzung", shown.Body!.TextContent);
        }
    }

    [Fact]
    public async Task The_finder_leads_to_a_request_with_the_person_and_the_question_for_those_who_may_ask()
    {
        await portal.ReadyAsync();
        using var office = await portal.SignedInAsync(Cast.Office);
        using var anybody = portal.Visitor();
        var link = (await office.PageAsync("/beratung?q=Wohnungssuche")).QuerySelector<IHtmlAnchorElement>(".expert a[href*='/anfragen/neu']")!.GetAttribute("href")!;

        var form = await office.PageAsync(link);

        Assert.Single(form.QuerySelectorAll<IHtmlInputElement>("[name='Entry.People']:checked, [name='Entry.People'][checked]"));
        Assert.Equal("Wohnungssuche", form.QuerySelector<IHtmlTextAreaElement>("#question")!.Value.Trim());
        Assert.Null((await anybody.PageAsync("/beratung?q=Wohnungssuche")).QuerySelector(".expert a[href*='/anfragen/neu']"));
    }

    [Fact]
    public async Task A_public_answer_is_read_by_all_and_its_making_by_nobody_else()
    {
        using var anybody = portal.Visitor();
        var page = Pages.Request("wohnung-grosse-familien");
        Assert.Contains("Merkblatt", (await anybody.PageAsync(page)).QuerySelector("#antwort")!.TextContent);
        Assert.Contains("teilweise", (await anybody.PageAsync(page)).QuerySelector("#rueckmeldung")!.TextContent);
        Assert.DoesNotContain("Ottmar", await anybody.TextAsync(page));
        Assert.DoesNotContain("Minh Tran", await anybody.TextAsync(page));
        Assert.Null((await anybody.PageAsync(page)).QuerySelector("#gespraech"));
        Assert.Contains(page, await anybody.TextAsync("/beratung/anfragen"));
        foreach (var hidden in new[] { "dolmetschen-elternabende", "namen-der-strassen", "raum-fuer-proben" })
        {
            Assert.Equal(HttpStatusCode.NotFound, await anybody.StatusAsync(Pages.Request(hidden)));
            Assert.DoesNotContain(Pages.Request(hidden), await anybody.TextAsync("/beratung/anfragen?liste=alle"));
        }
    }

    [Fact]
    public async Task Wishes_about_mails_are_kept_and_two_windows_do_not_overwrite_each_other()
    {
        const string address = "/konto/benachrichtigungen";
        using var deputy = await portal.SignedInAsync(Cast.Deputy);
        var first = await deputy.PageAsync(address);
        Assert.Equal("20:00", first.QuerySelector<IHtmlInputElement>("#from")!.Value);
        using (var wrong = await deputy.SubmitAsync(address, "main form", ("Entry.From", "abends"), ("Entry.Until", "7.30")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
            var shown = await RequestForms.DocumentAsync(wrong);
            Assert.Equal(("abends", "7.30"), (shown.QuerySelector<IHtmlInputElement>("#from")!.Value, shown.QuerySelector<IHtmlInputElement>("#until")!.Value));
        }

        await deputy.SendAsync(address, "main form", ("Entry.From", "21:30"), ("Entry.Until", "7.30"), ("Entry.Weekly", "true"));
        using var late = await deputy.SubmitAsync(first, address, "main form", ("Entry.From", "23:00"));

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal("21:30", (await deputy.PageAsync(address)).QuerySelector<IHtmlInputElement>("#from")!.Value);
    }
}
