using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests.AdviceRequests;

/// <summary>Files of requests by the forms of the pages.</summary>
public sealed class RequestFilesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly byte[] Words = Encoding.UTF8.GetBytes("Lageplan Erdgeschoss");

    [Fact]
    public async Task A_file_goes_with_the_question_and_is_handed_to_those_who_see_it_and_to_nobody_else()
    {
        using var office = await portal.SignedInAsync(Cast.Office);
        using var answer = await SendAsync(office, "Frage mit Lageplan", ("plan.txt", Words));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = PathOf(answer);
        using var member = await portal.SignedInAsync(Cast.Member);
        using var staff = await portal.SignedInAsync(Cast.Staff);
        using var deputy = await portal.SignedInAsync(Cast.Deputy);
        using var anybody = portal.Visitor();

        var link = (await member.PageAsync(page)).QuerySelector<IHtmlAnchorElement>(".post-files a")!;
        var file = link.GetAttribute("href")!;

        Assert.Equal("plan.txt", link.TextContent);
        foreach (var who in new[] { office, member, staff })
        {
            using var got = await who.Http.GetAsync(file);
            Assert.Equal(Words, await got.Content.ReadAsByteArrayAsync());
            Assert.Equal("attachment", got.Content.Headers.ContentDisposition!.DispositionType);
            Assert.True(got.Headers.CacheControl!.NoStore);
        }

        foreach (var who in new[] { deputy, anybody }) Assert.Equal(HttpStatusCode.NotFound, await who.StatusAsync(file));
        Assert.Null((await member.PageAsync(page)).QuerySelector(".post-files button"));
        Assert.Equal(page, await office.SendAsync(page, ".post-files form"));
        Assert.Equal(HttpStatusCode.NotFound, await office.StatusAsync(file));
    }

    [Fact]
    public async Task A_file_that_is_refused_is_named_at_its_field_and_all_that_was_typed_is_kept()
    {
        using var office = await portal.SignedInAsync(Cast.Office);

        using var answer = await SendAsync(office, "Eine lange Frage", ("schad.exe", [0x4D, 0x5A, 0, 1, 2, 0xFF]));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await RequestForms.DocumentAsync(answer);
        Assert.Equal(["#file"], page.QuerySelectorAll(".error-summary a").Select(a => a.GetAttribute("href")!));
        Assert.NotNull(page.QuerySelector("#file-fehler"));
        Assert.Equal("Eine lange Frage", page.QuerySelector<IHtmlTextAreaElement>("#question")!.Value.Trim());
        Assert.Equal("2026-12-06", page.QuerySelector<IHtmlInputElement>("#deadline")!.Value);
        Assert.True(page.QuerySelector<IHtmlInputElement>("[value=wohnungssuche]")!.IsChecked);
    }

    [Fact]
    public async Task Another_mistake_tells_that_the_file_has_to_be_chosen_again()
    {
        using var office = await portal.SignedInAsync(Cast.Office);

        using var answer = await SendAsync(office, " ", ("plan.txt", Words));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(["#question", "#file"], (await RequestForms.DocumentAsync(answer)).QuerySelectorAll(".error-summary a").Select(a => a.GetAttribute("href")!));
    }

    [Fact]
    public async Task Files_of_the_answer_are_chosen_at_the_draft_and_one_that_is_refused_costs_no_text()
    {
        using var office = await portal.SignedInAsync(Cast.Office);
        var page = await office.AskAsync("Antwort mit Anlage", "Internal", "aylin-demirtas");
        using var member = await portal.SignedInAsync(Cast.Member);
        await member.SendAsync($"{page}/antwort", "main form", ("Entry.Answer", "Accepted"));

        using var refused = await DraftAsync(member, page, "Erste Fassung", ("schad.exe", [0x4D, 0x5A, 0, 1, 2, 0xFF]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var shown = await RequestForms.DocumentAsync(refused);
        Assert.NotNull(shown.QuerySelector("#file-fehler"));
        Assert.Equal("Erste Fassung", shown.QuerySelector<IHtmlTextAreaElement>("#text")!.Value.Trim());
        Assert.Equal("1", shown.QuerySelector<IHtmlInputElement>("[name='Entry.BasedOn']")!.Value);

        using var taken = await DraftAsync(member, page, "Erste Fassung", ("plan.txt", Words));
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        var file = (await member.PageAsync($"{page}/entwurf")).QuerySelector<IHtmlAnchorElement>("#dateien a")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.NotFound, await office.StatusAsync(file));
        await member.SendAsync($"{page}/entwurf", "#freigabe form");
        using var staff = await portal.SignedInAsync(Cast.Staff);
        await staff.SendAsync(page, "form[action$='/zustellung']");

        Assert.Equal(file, (await office.PageAsync(page)).QuerySelector<IHtmlAnchorElement>("#antwort .post-files a")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.OK, await office.StatusAsync(file));
    }

    [Fact]
    public async Task A_finished_request_speaks_in_the_finder_with_a_link_for_those_who_see_it_and_a_month_for_others()
    {
        await portal.ReadyAsync();
        using var anybody = portal.Visitor();
        var row = (await anybody.PageAsync("/beratung?q=Wohnungssuche")).QuerySelectorAll(".evidence tbody tr").First(r => r.TextContent.Contains("Beantwortete Anfrage", StringComparison.Ordinal));

        Assert.Equal(Pages.Request("wohnung-grosse-familien"), row.QuerySelector("th a")!.GetAttribute("href"));
        Assert.Contains("5. Oktober 2026", row.TextContent);
    }

    private static async Task<HttpResponseMessage> SendAsync(Visitor visitor, string question, (string Name, byte[] Bytes) file)
    {
        var page = await visitor.PageAsync(RequestForms.New);
        string Value(string name) => page.QuerySelector<IHtmlInputElement>($"#anfrage-formular [name='{name}']")!.Value;
        using var form = With(file,
            ("__RequestVerificationToken", Value("__RequestVerificationToken")), ("_handler", "anfrage"), ("Entry.Id", Value("Entry.Id")), ("Entry.Organization", "amt-familie"),
            ("Entry.Question", question), ("Entry.Language", "de"), ("Entry.Kind", "Opinion"), ("Entry.Confidentiality", "Internal"), ("Entry.Deadline", "2026-12-06"),
            ("Entry.Minutes", "30"), ("Entry.Topics", "wohnungssuche"), ("Entry.People", "aylin-demirtas"));
        return await visitor.Http.PostAsync(RequestForms.New, form);
    }

    private static async Task<HttpResponseMessage> DraftAsync(Visitor visitor, string request, string text, (string Name, byte[] Bytes) file)
    {
        var page = await visitor.PageAsync($"{request}/entwurf");
        string Value(string name) => page.QuerySelector<IHtmlInputElement>($"#entwurf-formular [name='{name}']")!.Value;
        using var form = With(file,
            ("__RequestVerificationToken", Value("__RequestVerificationToken")), ("_handler", "entwurf"), ("Entry.BasedOn", Value("Entry.BasedOn")), ("Entry.Text", text), ("Entry.Language", "de"));
        return await visitor.Http.PostAsync($"{request}/entwurf", form);
    }

    private static MultipartFormDataContent With((string Name, byte[] Bytes) file, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(file.Bytes), "Entry.File", file.Name } };
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        return form;
    }

    private static string PathOf(HttpResponseMessage answer)
    {
        var location = answer.Headers.Location!;
        return (location.IsAbsoluteUri ? location.AbsolutePath : location.ToString()).Split('?')[0];
    }
}
