using System.Net;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>A member edits their own profile: what is wrong is said at its field, and nothing typed is lost.</summary>
public sealed class ProfileTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Own = "/mitglieder/murat-kocabas";

    [Fact]
    public async Task What_is_entered_stands_on_the_page_as_text_not_as_markup()
    {
        using var deputy = await portal.SignedInAsync(Cast.Deputy);
        const string Evil = "<img src=x onerror=alert(1)>";

        await deputy.SaveAsync("/konto/profil/angaben", ("Entry.Headline", Evil), ("Entry.About", $"{Evil} **fett**"));
        await deputy.SaveAsync("/konto/profil/berufe", ("Entry.Rows[0].Title", $"Koch {Evil}"), ("Entry.Rows[0].Degree", Evil));
        await deputy.SaveAsync("/konto/profil/erfahrung", ("Entry.Rows[0].Title", Evil), ("Entry.Rows[0].Note", Evil), ("Entry.Rows[0].From", "2001"));
        await deputy.SaveAsync("/konto/profil/wirkungskreis", ("Entry.Districts", $"Ost\n{Evil}"), ("Entry.Communities", "Ελληνική κοινότητα\nالجالية العربية"));
        await deputy.SaveAsync("/konto/profil/verfuegbarkeit", ("Entry.Note", Evil));

        var page = await deputy.PageAsync(Own);
        Assert.Empty(page.QuerySelectorAll("main [onerror], main img[src='x']"));
        Assert.Contains(Evil, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelectorAll("main strong").FirstOrDefault(s => s.TextContent == "fett"));
        Assert.Contains("الجالية العربية", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/konto/profil/sprachen", "Entry.Rows[0].Code", "xx-unknown", "rows-0-code")]
    [InlineData("/konto/profil/erfahrung", "Entry.Rows[0].From", "gestern", "rows-0-from")]
    [InlineData("/konto/profil/angaben", "Entry.Email", "keine adresse", "email")]
    [InlineData("/konto/profil/angaben", "Entry.Phone", "0171 <b>", "phone")]
    [InlineData("/konto/profil/verfuegbarkeit", "Entry.From", "31.02.2026", "from")]
    [InlineData("/konto/profil/verfuegbarkeit", "Entry.Until", "2026-01-01", "from")]
    public async Task What_is_wrong_is_said_at_its_field(string page, string field, string value, string id)
    {
        using var deputy = await portal.SignedInAsync(Cast.Deputy);

        using var answer = await deputy.SubmitAsync(page, "main form", (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var shown = Visitor.Parse(await answer.Content.ReadAsStringAsync());
        Assert.NotNull(shown.QuerySelector($"#{id}-fehler"));
        Assert.NotNull(shown.QuerySelector($".error-summary a[href='#{id}']"));
    }

    [Fact]
    public async Task Dates_in_the_wrong_order_are_refused_and_kept()
    {
        using var deputy = await portal.SignedInAsync(Cast.Deputy);

        using var answer = await deputy.SubmitAsync(
            "/konto/profil/verfuegbarkeit", "main form", ("Entry.From", "2026-12-24"), ("Entry.Until", "2026-12-01"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var shown = Visitor.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal("2026-12-01", shown.QuerySelector("#until")!.GetAttribute("value"));
        Assert.NotNull(shown.QuerySelector("#until-fehler"));
    }

    [Fact]
    public async Task Who_comes_second_sees_what_changed_and_keeps_what_they_typed()
    {
        using var one = await portal.SignedInAsync(Cast.Deputy);
        using var other = await portal.SignedInAsync(Cast.Deputy);
        const string Page = "/konto/profil/angaben";
        var opened = await other.PageAsync(Page);
        await one.SaveAsync(Page, ("Entry.Headline", "Zuerst gespeichert"));

        using var second = await other.SubmitAsync(opened, Page, "main form", ("Entry.Headline", "Später getippt"));

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var shown = Visitor.Parse(await second.Content.ReadAsStringAsync());
        Assert.Equal("Später getippt", shown.QuerySelector("#headline")!.GetAttribute("value"));
        Assert.Contains("Zuerst gespeichert", shown.QuerySelector(".notice-warning")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Zuerst gespeichert", await one.TextAsync(Own), StringComparison.Ordinal);
        using var anyway = await other.SubmitAsync(shown, Page, "main form");
        Assert.Equal(HttpStatusCode.Redirect, anyway.StatusCode);
        Assert.Contains("Später getippt", await one.TextAsync(Own), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_are_added_changed_and_taken_away()
    {
        using var deputy = await portal.SignedInAsync(Cast.Deputy);
        const string Page = "/konto/profil/sprachen";
        var rows = (await deputy.PageAsync(Page)).QuerySelectorAll("select[id$='-code']").Length;

        await deputy.SaveAsync(Page, ($"Entry.Rows[{rows - 1}].Code", "am"), ($"Entry.Rows[{rows - 1}].Level", "A2"), ($"Entry.Rows[{rows - 1}].Interpret", "true"));
        Assert.Contains("Amharisch", await deputy.TextAsync(Own), StringComparison.Ordinal);
        var added = (await deputy.PageAsync(Page)).QuerySelectorAll("select[id$='-code'] option[selected][value='am']").Single().ParentElement!.Id!;
        await deputy.SaveAsync(Page, ($"Entry.Rows[{added.Split('-')[1]}].Code", string.Empty));

        Assert.DoesNotContain("Amharisch", await deputy.TextAsync(Own), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_without_an_account_gets_in()
    {
        using var anybody = portal.Visitor();

        foreach (var page in new[] { "/konto/profil", "/konto/profil/angaben", "/konto/profil/foto", "/konto/sichtbarkeit", "/konto/auffindbarkeit" })
            Assert.Equal(HttpStatusCode.Redirect, await anybody.StatusAsync(page));
    }
}
