using System.Net;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>The desk where staff looks after the search.</summary>
public sealed class SearchDeskTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Quality = "/verwaltung/suche/guete";
    private const string Words = "/verwaltung/suche/woerter";
    private const string Misses = "/verwaltung/suchen";

    [Theory]
    [InlineData("")]
    [InlineData(Cast.Member)]
    [InlineData(Cast.Office)]
    public async Task For_everybody_but_staff_there_is_no_desk_and_nothing_can_be_sent_to_it(string email)
    {
        using var staff = await portal.SignedInAsync(Cast.Staff);
        using var other = email.Length == 0 ? portal.Visitor() : await portal.SignedInAsync(email);
        var token = (await other.PageAsync("/konto/anmelden")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        foreach (var page in new[] { Quality, Words, Misses })
        {
            Assert.Single((await staff.PageAsync(page)).QuerySelectorAll("h1"));
            Assert.Equal(email.Length == 0 ? HttpStatusCode.Found : HttpStatusCode.NotFound, await other.StatusAsync(page));
        }

        foreach (var address in new[] { $"{Quality}/lauf", $"{Misses}/{Guid.NewGuid()}/entfernen", $"{Misses}/{Guid.NewGuid()}/stand", $"{Words}/{Guid.NewGuid()}/entfernen" })
        {
            using var sent = await other.Http.PostAsync(address, new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token }));
            Assert.Equal(HttpStatusCode.NotFound, sent.StatusCode);
        }

        using var forged = await staff.Http.PostAsync($"{Quality}/lauf", new FormUrlEncodedContent(new Dictionary<string, string> { ["x"] = "y" }));
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
    }

    [Fact]
    public async Task One_press_tries_every_expectation_and_the_table_says_it_in_words()
    {
        await portal.ReadyAsync();
        using var staff = await portal.SignedInAsync(Cast.Staff);
        using var run = await staff.SubmitAsync(Quality, $"form[action='{Quality}/lauf']");

        Assert.Equal((HttpStatusCode.SeeOther, Quality), (run.StatusCode, run.Headers.Location!.ToString()));
        var page = await staff.PageAsync(Quality);
        Assert.Contains("Alles in Ordnung", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        var row = page.QuerySelectorAll("tbody tr").First(r => r.QuerySelector("th a")!.TextContent == "مشاركة");
        Assert.Equal(("ar", "rtl"), (row.QuerySelector("th a")!.GetAttribute("lang"), row.QuerySelector("th a")!.GetAttribute("dir")));
        Assert.Equal("erfüllt", row.QuerySelector(".outcome-met")!.TextContent);
        Assert.All(page.QuerySelectorAll("tbody tr"), r => Assert.Null(r.QuerySelector("form")));
        Assert.Empty((await staff.PageAsync($"{Quality}?nur=rot")).QuerySelectorAll("tbody tr"));
        Assert.All((await staff.PageAsync($"{Quality}?sprache=tr")).QuerySelectorAll("tbody th a"), a => Assert.Equal("tr", a.GetAttribute("lang")));
    }

    [Fact]
    public async Task Staff_expects_a_page_by_its_address_sees_it_red_and_removes_it()
    {
        await portal.ReadyAsync();
        using var staff = await portal.SignedInAsync(Cast.Staff);
        using var wrong = await staff.SubmitAsync(Quality, "form[action$=guete]", ("Entry.Question", "Hebamme"), ("Entry.Page", "/wissen/gibt-es-nicht"), ("Entry.Within", "0"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var again = Visitor.Parse(await wrong.Content.ReadAsStringAsync());
        Assert.NotNull(again.QuerySelector("#page-fehler"));
        Assert.NotNull(again.QuerySelector(".error-summary a[href='#within']"));
        Assert.Equal("Hebamme", again.QuerySelector("#question")!.GetAttribute("value"));

        using var added = await staff.SubmitAsync(
            Quality, "form[action$=guete]", ("Entry.Question", "Hebamme"), ("Entry.Page", "https://beirat.example/themen/schulden?x=1"), ("Entry.Wanted", "ja"), ("Entry.Within", "3"));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        using var run = await staff.SubmitAsync(Quality, $"form[action='{Quality}/lauf']");

        var red = Assert.Single((await staff.PageAsync($"{Quality}?nur=rot")).QuerySelectorAll("tbody tr"));
        Assert.Equal("nicht erfüllt", red.QuerySelector(".outcome-missed")!.TextContent);
        Assert.Contains("/themen/schulden", red.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 Erwartung nicht erfüllt", await staff.TextAsync("/verwaltung"), StringComparison.Ordinal);
        using var removed = await staff.SubmitAsync(Quality, "tbody form");
        Assert.Equal(HttpStatusCode.SeeOther, removed.StatusCode);
        Assert.Empty((await staff.PageAsync($"{Quality}?nur=rot")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task A_word_is_tried_without_being_stored_then_stored_and_taken_over()
    {
        await portal.ReadyAsync();
        using var staff = await portal.SignedInAsync(Cast.Staff);
        using var tried = await staff.SubmitAsync(Words, "main form.stack", ("Entry.Word", "Brezelstraßenfest"), ("Entry.Parts", "Brezelstraße Fest"), ("Entry.Step", "preview"));
        var preview = Visitor.Parse(await tried.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, tried.StatusCode);
        Assert.Contains("Brezelstraßen + fest", preview.QuerySelector("#vorschau")!.TextContent.Replace("ss", "ß", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("Brezelstraße Fest", preview.QuerySelector("#parts")!.GetAttribute("value"));
        Assert.Empty((await staff.PageAsync(Words)).QuerySelectorAll("tbody tr"));

        using var wrong = await staff.SubmitAsync(Words, "main form.stack", ("Entry.Word", "Brezelstraßenfest"), ("Entry.Parts", "Fest Brezel"), ("Entry.Step", "save"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.NotNull(Visitor.Parse(await wrong.Content.ReadAsStringAsync()).QuerySelector("#parts-fehler"));
        using var saved = await staff.SubmitAsync(Words, "main form.stack", ("Entry.Word", "Brezelstraßenfest"), ("Entry.Parts", "Brezelstraße Fest"), ("Entry.Step", "save"));

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("Brezelstraße + Fest", (await staff.PageAsync(Words)).QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        await Wait.UntilAsync(async () => (await staff.PageAsync(Words)).QuerySelector("tbody tr")!.TextContent.Contains("gilt", StringComparison.Ordinal), "the word is taken over");
        using var removed = await staff.SubmitAsync(Words, "tbody form");
        Assert.Empty((await staff.PageAsync(Words)).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task What_visitors_do_not_find_comes_to_staff_without_a_cookie_and_leads_to_a_new_concept()
    {
        await portal.ReadyAsync();
        using var staff = await portal.SignedInAsync(Cast.Staff);
        for (var i = 0; i < 3; i++)
        {
            using var visitor = portal.Visitor();
            using var answer = await visitor.Http.GetAsync("/suche?q=Kichererbsenlotse");
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }

        await Wait.UntilAsync(async () => (await staff.TextAsync(Misses)).Contains("kichererbsenlotse", StringComparison.Ordinal), "the search is written down");
        var card = (await staff.PageAsync(Misses)).QuerySelectorAll("li.card").Single(c => c.QuerySelector("h2")!.TextContent == "kichererbsenlotse");
        Assert.Contains("3 Mal", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("Auch jetzt kein Treffer", card.TextContent, StringComparison.Ordinal);
        Assert.Equal("kichererbsenlotse", (await staff.PageAsync(card.QuerySelector("a[href^='/verwaltung/neuer-begriff']")!.GetAttribute("href")!)).QuerySelector("#names-de")!.TextContent);
        using var done = await staff.SubmitAsync(Misses, "form[action$='/stand']");
        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.Contains("kichererbsenlotse", await staff.TextAsync($"{Misses}?stand=erledigt"), StringComparison.Ordinal);
    }
}
