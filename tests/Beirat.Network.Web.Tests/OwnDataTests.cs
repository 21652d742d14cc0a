using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>Everything that is kept about somebody: to read, to take away, to erase. Each test has a portal of its own.</summary>
public sealed class OwnDataTests : IDisposable
{
    private const string Page = "/konto/daten/loeschen";

    private readonly PortalFactory _portal = new();

    public void Dispose() => _portal.Dispose();

    [Fact]
    public async Task The_page_tells_what_is_kept_and_the_files_hold_it()
    {
        using var member = await _portal.SignedInAsync(Cast.Member);
        var page = await member.PageAsync("/konto/daten");
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Contains("Einwilligungen", page.Body!.TextContent);

        var json = await member.JsonAsync("/konto/daten/meine-daten.json");
        Assert.Equal("Aylin", json.GetProperty("profile")[0].GetProperty("givenName").GetString());
        Assert.True(json.GetProperty("consents").GetArrayLength() > 3);
        Assert.Equal(JsonValueKind.Array, json.GetProperty("messages").ValueKind);
        var html = await member.PageAsync("/konto/daten/meine-daten.html");
        Assert.Contains("Aylin", html.Body!.TextContent);
        Assert.Contains("Vorname", html.Body.TextContent);
        var values = html.QuerySelectorAll("dd").Select(d => d.TextContent.Trim()).ToList();
        Assert.DoesNotContain(values, v => Regex.IsMatch(v, "^(c1|c2|native|advise|interpret|translate|none|ExpertMember|expertMember|speaker)(,.*)?$"));
        Assert.Contains(values, v => v.StartsWith("berät", StringComparison.OrdinalIgnoreCase));
        using var answer = await member.Http.GetAsync("/konto/daten/meine-daten.zip");
        Assert.True(answer.Headers.CacheControl!.NoStore);
        await using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        Assert.Equal(["meine-daten.html", "meine-daten.json"], zip.Entries.Select(e => e.Name).Where(n => n.StartsWith("meine", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public async Task Nobody_else_gets_them_and_nobody_gets_them_without_end()
    {
        using var anybody = _portal.Visitor();
        foreach (var file in new[] { "json", "html", "zip" })
        {
            using var answer = await anybody.Http.GetAsync($"/konto/daten/meine-daten.{file}");
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        }

        using var member = await _portal.SignedInAsync(Cast.Member);
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 20; i++) answers.Add(await member.StatusAsync("/konto/daten/meine-daten.json"));
        Assert.Equal(HttpStatusCode.OK, answers[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    [Fact]
    public async Task Who_sits_in_the_council_reads_whom_to_ask_and_finds_no_button()
    {
        using var member = await _portal.SignedInAsync(Cast.Member);
        var page = await member.PageAsync(Page);
        Assert.Contains("Stabsstelle", page.QuerySelector("#hindernis")!.TextContent);
        Assert.Null(page.QuerySelector("main form"));
    }

    [Fact]
    public async Task A_wrong_password_erases_nothing()
    {
        using var office = await _portal.SignedInAsync(Cast.Office);
        using var answer = await office.SubmitAsync(Page, "main form", ("Entry.Password", "falsch"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await office.StatusAsync("/konto/daten"));
    }

    [Fact]
    public async Task After_the_erasure_every_session_is_over_and_posts_are_of_a_former_member()
    {
        using var here = await _portal.SignedInAsync(Cast.Office);
        using var elsewhere = await _portal.SignedInAsync(Cast.Office);
        using var anybody = _portal.Visitor();
        var thread = await WriteAsync(here);
        var name = await AuthorAsync(anybody, thread);
        Assert.Contains(name, await anybody.TextAsync($"/diskussionen/{thread}"));

        using var done = await here.SubmitAsync(Page, "main form", ("Entry.Password", Cast.Password));

        Assert.EndsWith("/konto/anmelden?geloescht=1", done.Headers.Location!.OriginalString);
        Assert.Contains("gelöscht", await anybody.TextAsync("/konto/anmelden?geloescht=1"));
        Assert.Equal(HttpStatusCode.Found, await elsewhere.StatusAsync("/konto"));
        Assert.Equal("Ehemaliges Mitglied", await AuthorAsync(anybody, thread));
        Assert.DoesNotContain(name, await anybody.TextAsync($"/diskussionen/{thread}"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _portal.SignedInAsync(Cast.Office));
        using var staff = await _portal.SignedInAsync(Cast.Staff);
        Assert.DoesNotContain(name, await staff.TextAsync("/verwaltung/export/personen.csv"));
    }

    [Fact]
    public async Task Staff_erases_somebody_who_asked_for_it_by_typing_the_name()
    {
        using var staff = await _portal.SignedInAsync(Cast.Staff);
        const string address = "/verwaltung/personen/ottmar-fenzl/loeschen";
        using var office = await _portal.SignedInAsync(Cast.Office);
        using var slip = await staff.SubmitAsync(address, "main form", ("Entry.Name", "Falsch"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, slip.StatusCode);
        var name = (await staff.PageAsync("/mitglieder/ottmar-fenzl")).QuerySelector("h1")!.TextContent;

        using var done = await staff.SubmitAsync(address, "main form", ("Entry.Name", name));

        Assert.Contains("erledigt", done.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, await staff.StatusAsync(done.Headers.Location.OriginalString));
        Assert.Equal(HttpStatusCode.NotFound, await staff.StatusAsync("/mitglieder/ottmar-fenzl"));
        Assert.Equal(HttpStatusCode.Found, await office.StatusAsync("/konto"));
        var seated = await staff.PageAsync("/verwaltung/personen/aylin-demirtas/loeschen");
        Assert.NotNull(seated.QuerySelector("#hindernis"));
    }

    [Fact]
    public async Task Staff_is_told_once_where_the_name_of_somebody_erased_still_stands()
    {
        using var staff = await _portal.SignedInAsync(Cast.Staff);
        const string address = "/verwaltung/personen/ottmar-fenzl/loeschen";
        var name = (await staff.PageAsync("/mitglieder/ottmar-fenzl")).QuerySelector("h1")!.TextContent;
        using var written = await staff.SubmitAsync(
            "/organisationen/balkan-bruecke/angaben", "main form", ("Entry.Description", $"Danke an {name} für den Raum."));

        using var done = await staff.SubmitAsync(address, "main form", ("Entry.Name", name));

        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        Assert.True(done.Headers.CacheControl!.NoStore);
        var page = Visitor.Parse(await done.Content.ReadAsStringAsync());
        Assert.Contains("steht noch in 1 Text", page.QuerySelector("#genannt")!.TextContent);
        Assert.NotNull(page.QuerySelector("main a[href='/organisationen/balkan-bruecke']"));
        Assert.Equal(HttpStatusCode.NotFound, await staff.StatusAsync(address));
    }

    private static async Task<Guid> WriteAsync(Visitor visitor)
    {
        var page = await visitor.PageAsync("/diskussionen");
        foreach (var link in page.QuerySelectorAll("a[href^='/diskussionen/']").Select(a => a.GetAttribute("href")!))
        {
            if (!Guid.TryParse(link.Split('/')[2], out var thread)) continue;
            using var posted = await visitor.PostAsync(thread, "Ein Beitrag des Amts.");
            if (posted.StatusCode == HttpStatusCode.Created) return thread;
        }

        throw new InvalidOperationException("No thread takes a post.");
    }

    private static async Task<string> AuthorAsync(Visitor visitor, Guid thread)
    {
        var items = (await visitor.JsonAsync($"/api/diskussionen/{thread}/beitraege?nach=0&anzahl=200")).GetProperty("items");
        return items.EnumerateArray().Last(i => i.GetProperty("text").GetString() == "Ein Beitrag des Amts.").GetProperty("author").GetString()!;
    }
}
