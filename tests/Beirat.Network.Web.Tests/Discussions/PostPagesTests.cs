using System.Net;
using System.Net.Http.Json;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Beirat.Network.Testing;
using Beirat.Network.Web.Tests.Knowledge;
using Xunit;

namespace Beirat.Network.Web.Tests.Discussions;

/// <summary>Changing, quoting, signing and translating posts, files and drafts, all without script.</summary>
public sealed class PostPagesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Form = "#beitrag-formular";

    [Fact]
    public async Task A_changed_post_says_so_and_shows_what_changed_and_an_older_form_keeps_its_text()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        using var anybody = portal.Visitor();
        var (thread, post) = await WriteAsync(member, "Die Halle ist montags frei.");
        var edit = $"{thread}/beitraege/{post}/bearbeiten";
        Assert.Equal(HttpStatusCode.NotFound, await anybody.StatusAsync(edit));
        var old = await member.PageAsync(edit);

        using var first = await member.SubmitAsync(edit, "#aenderung-formular", ("Entry.Text", "Die Halle ist dienstags frei."));
        Assert.Contains("#beitrag-", first.Target(), StringComparison.Ordinal);
        using var late = await member.SubmitAsync(old, edit, "#aenderung-formular", ("Entry.Text", "Die Halle ist mittwochs frei."));

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var page = Visitor.Parse(await late.Content.ReadAsStringAsync());
        Assert.Contains("dienstags", page.QuerySelector("#inzwischen")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("mittwochs", page.QuerySelector<IHtmlTextAreaElement>("#text")!.Value, StringComparison.Ordinal);
        var link = (await anybody.PageAsync(first.Target())).QuerySelector("a[href$='/fassungen']")!.GetAttribute("href")!;
        var history = await anybody.PageAsync(link);
        Assert.Contains("montags", history.QuerySelector("del")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("dienstags", history.QuerySelector("ins")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_removed_oneself_comes_back_by_a_button_and_what_the_office_removed_does_not()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        using var staff = await portal.SignedInAsync(Cast.Staff);
        using var deputy = await portal.SignedInAsync(Cast.Deputy);
        var (thread, post) = await WriteAsync(member, "Versehentlich weg");
        var removal = $"{thread}/beitraege/{post}/entfernen";
        using var removed = await member.SubmitAsync(removal, "main form");
        Assert.DoesNotContain("Versehentlich weg", await deputy.TextAsync(thread), StringComparison.Ordinal);
        Assert.Null((await deputy.PageAsync(thread)).QuerySelector("button[formaction$='/rueckholung']"));

        using var undone = await PressAsync(member, thread, "button[formaction$='/rueckholung']");
        Assert.Equal(HttpStatusCode.SeeOther, undone.StatusCode);
        Assert.Contains("Versehentlich weg", await deputy.TextAsync(thread), StringComparison.Ordinal);

        using var unsaid = await staff.SubmitAsync(removal, "main form");
        Assert.NotNull((await staff.PageAsync(unsaid.Target())).QuerySelector("#reason-fehler"));
        using var done = await staff.SubmitAsync(removal, "main form", ("reason", "Gegen die Regeln"));
        Assert.Contains("Gegen die Regeln", (await member.PageAsync(thread)).QuerySelector(".thread .notice")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Gegen die Regeln", await deputy.TextAsync(thread), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quotation_stands_in_the_form_with_a_link_to_its_source()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        using var deputy = await portal.SignedInAsync(Cast.Deputy);
        var (thread, _) = await WriteAsync(member, "Erste Zeile\n\nZweite [Zeile]");

        var link = (await deputy.PageAsync(thread)).QuerySelectorAll("a[data-zitat]")[^1].GetAttribute("href")!;
        var text = (await deputy.PageAsync(link)).QuerySelector<IHtmlTextAreaElement>("#text")!.Value;

        Assert.StartsWith("> [Aylin Demirtaş, Beitrag 1](/diskussionen/", text.Trim(), StringComparison.Ordinal);
        Assert.Contains("\n> Zweite [Zeile]", text, StringComparison.Ordinal);
        using var sent = await deputy.SubmitAsync(thread, Form, ("Entry.Text", text + "Dazu eine Frage."));
        var quoted = (await deputy.PageAsync(sent.Target())).QuerySelectorAll("article.post blockquote a")[^1];
        Assert.Equal($"{thread}?beitrag=1#beitrag-1", quoted.GetAttribute("href"));
    }

    [Fact]
    public async Task A_sign_is_given_and_taken_back_by_a_button_that_says_which_it_is()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        using var deputy = await portal.SignedInAsync(Cast.Deputy);
        var (thread, post) = await WriteAsync(member, "Für Zeichen");
        Assert.Null((await member.PageAsync(thread)).QuerySelector("button[aria-pressed]"));

        using var given = await PressAsync(deputy, thread, "button[formaction$='/zeichen/Thanks']");
        var page = await deputy.PageAsync(given.Target());
        Assert.Equal("Danke 1", page.QuerySelector("article.post .post-signs .tag")!.TextContent.Trim());
        Assert.Equal("true", page.QuerySelector($"button[formaction*='{post}/zeichen/Thanks']")!.GetAttribute("aria-pressed"));
        using var taken = await PressAsync(deputy, thread, "button[formaction$='/zeichen/Thanks/entfernung']");
        Assert.Null((await deputy.PageAsync(thread)).QuerySelector(".post-signs"));
    }

    [Fact]
    public async Task Somebody_called_who_cannot_read_along_is_named_and_the_text_stays()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        var thread = await ThreadPagesTests.StartAsync(member, "Unter Mitgliedern", "Members");

        using var answer = await member.SubmitAsync(thread, Form, ("Entry.Text", "Das weiß @Layla Haddad."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = Visitor.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Contains("Layla Haddad", page.QuerySelector("#text-fehler")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("@Layla Haddad", page.QuerySelector<IHtmlTextAreaElement>("#text")!.Value, StringComparison.Ordinal);
        using var fine = await member.SubmitAsync(thread, Form, ("Entry.Text", "Das weiß @Murat Kocabaş."));
        Assert.NotNull((await member.PageAsync(fine.Target())).QuerySelector("article.post .card-meta a[href='/mitglieder/murat-kocabas']"));
    }

    [Fact]
    public async Task A_file_is_handed_to_readers_alone_and_its_words_are_found()
    {
        await portal.ReadyAsync();
        using var member = await portal.SignedInAsync(Cast.Member);
        using var deputy = await portal.SignedInAsync(Cast.Deputy);
        using var organization = await portal.SignedInAsync(Cast.Organization);
        var thread = await ThreadPagesTests.StartAsync(member, "Mit Anlage", "Members");

        using var wrong = await UploadAsync(member, thread, "Siehe Anlage", "plan.pdf", [1, 2, 3, 0]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var kept = Visitor.Parse(await wrong.Content.ReadAsStringAsync());
        Assert.NotNull(kept.QuerySelector("#file-fehler"));
        Assert.Contains("Siehe Anlage", kept.QuerySelector<IHtmlTextAreaElement>("#text")!.Value, StringComparison.Ordinal);
        using var sent = await UploadAsync(member, thread, "Siehe Anlage", "plan.txt", Encoding.UTF8.GetBytes("Der Krummstabplan für Montag"));

        var link = (await deputy.PageAsync(sent.Target())).QuerySelector(".post-files a")!.GetAttribute("href")!;
        using var file = await deputy.Http.GetAsync(link);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("no-store", file.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("nosniff", file.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(HttpStatusCode.NotFound, await organization.StatusAsync(link));
        await Wait.UntilAsync(async () => (await deputy.PageAsync("/suche?q=Krummstabplan")).QuerySelectorAll(".hit").Length == 1, "the file's words are found");
        Assert.Empty((await organization.PageAsync("/suche?q=Krummstabplan")).QuerySelectorAll(".hit"));
    }

    [Fact]
    public async Task A_draft_is_kept_by_a_button_and_by_the_page_and_waits_in_the_account()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        var thread = await ThreadPagesTests.StartAsync(member, "Für Entwürfe", "Public");
        using var kept = await member.SubmitAsync(thread, Form, ("Entry.Text", "Halb fertig"), ("Entry.Step", "draft"));
        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        Assert.Equal("Halb fertig", (await member.PageAsync(thread)).QuerySelector<IHtmlTextAreaElement>("#text")!.Value.Trim());
        Assert.Equal(0, await member.LastAsync(Guid.Parse(thread.Split('/')[^1])));

        using var byPage = await member.Http.PostAsJsonAsync($"/api{thread}/entwurf", new { text = "Fast fertig", language = "de" });
        Assert.Equal(HttpStatusCode.OK, byPage.StatusCode);
        using var anybody = portal.Visitor();
        using var refused = await anybody.Http.PostAsJsonAsync($"/api{thread}/entwurf", new { text = "Fremd" });
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Contains("Fast fertig", await member.TextAsync("/konto/entwuerfe"), StringComparison.Ordinal);
        using var sent = await member.SubmitAsync(thread, Form, ("Entry.Text", "Fertig"));
        Assert.DoesNotContain("Fast fertig", await member.TextAsync("/konto/entwuerfe"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unread_posts_are_counted_jumped_to_and_read_by_reading()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        using var deputy = await portal.SignedInAsync(Cast.Deputy);
        using var anybody = portal.Visitor();
        var thread = await ThreadPagesTests.StartAsync(member, "Zum Lesen", "Public", "Eins");
        await deputy.PageAsync(thread);
        foreach (var text in new[] { "Zwei", "Drei" })
        {
            using var sent = await member.SubmitAsync(thread, Form, ("Entry.Text", text));
        }

        Assert.Equal("2 ungelesene Beiträge", (await deputy.PageAsync("/diskussionen")).QuerySelector($"a[href^='{thread}?ungelesen']")!.TextContent);
        Assert.Null((await anybody.PageAsync("/diskussionen")).QuerySelector("a[href*='ungelesen']"));
        var page = await deputy.PageAsync(thread);
        Assert.Equal("#beitrag-2", page.QuerySelector("#ungelesen a")!.GetAttribute("href"));
        Assert.Equal("beitrag-2", page.QuerySelector("#neu")!.ParentElement!.NextElementSibling!.QuerySelector("article")!.Id);
        Assert.Null((await deputy.PageAsync(thread)).QuerySelector("#ungelesen"));
    }

    [Fact]
    public async Task A_translation_stands_marked_under_its_original()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        using var deputy = await portal.SignedInAsync(Cast.Deputy);
        var (thread, post) = await WriteAsync(member, "Die Halle ist frei.");
        var page = $"{thread}/beitraege/{post}/uebersetzung";
        using var wrong = await deputy.SubmitAsync(page, "#uebersetzung-formular", ("Entry.Language", "de"), ("Entry.Text", "القاعة متاحة"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var done = await deputy.SubmitAsync(page, "#uebersetzung-formular", ("Entry.Language", "ar"), ("Entry.Kind", "Person"), ("Entry.Text", "القاعة متاحة"));

        var text = (await member.PageAsync(done.Target())).QuerySelector(".post-translation .post-text")!;
        Assert.Equal(("ar", "rtl"), (text.GetAttribute("lang"), text.GetAttribute("dir")));
        using var anybody = portal.Visitor();
        Assert.Equal(HttpStatusCode.Found, await anybody.StatusAsync(page));
    }

    [Fact]
    public async Task Posts_of_other_languages_are_never_hidden_silently()
    {
        using var anybody = portal.Visitor();

        var page = await anybody.PageAsync($"{Threads.Page(Threads.Housing)}?sprachen=de");

        Assert.All(page.QuerySelectorAll("article.post > .post-text.rich"), t => Assert.Equal("de", t.GetAttribute("lang")));
        Assert.Matches("^[0-9]+ Beitr", page.QuerySelector("#ausgeblendet")!.TextContent.Trim());
    }

    internal static async Task<(string Thread, string Post)> WriteAsync(Visitor visitor, string text)
    {
        var thread = await ThreadPagesTests.StartAsync(visitor, $"Faden {Guid.NewGuid():N}", "Public", text);
        return (thread, (await visitor.JsonAsync($"/api{thread}/beitraege")).GetProperty("items")[0].GetProperty("id").GetString()!);
    }

    /// <summary>Presses a button that names its own address, as a browser would.</summary>
    internal static async Task<HttpResponseMessage> PressAsync(Visitor visitor, string page, string button)
    {
        var document = await visitor.PageAsync(page);
        var address = document.QuerySelector(button)!.GetAttribute("formaction")!;
        document.QuerySelector("#hilfreich")!.SetAttribute("action", address);
        return await visitor.SubmitAsync(document, page, "#hilfreich");
    }

    private static async Task<HttpResponseMessage> UploadAsync(Visitor visitor, string page, string text, string name, byte[] bytes)
    {
        var form = (await visitor.PageAsync(page)).QuerySelector<IHtmlFormElement>(Form)!;
        using var content = new MultipartFormDataContent();
        foreach (var field in form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]")) content.Add(new StringContent(field.Value), field.Name!);
        content.Add(new StringContent(text), "Entry.Text");
        content.Add(new StringContent("de"), "Entry.Language");
        content.Add(new StringContent("private"), "Entry.Capacity");
        content.Add(new ByteArrayContent(bytes), "Entry.File", name);
        return await visitor.Http.PostAsync(page, content);
    }
}
