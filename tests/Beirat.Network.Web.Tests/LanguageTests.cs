using System.Net.Http.Headers;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>The language of the interface: asked for, remembered, guessed from the browser, and never a second address.</summary>
public sealed class LanguageTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("tr", "ltr", "Üyeler")]
    [InlineData("ar", "rtl", "الأعضاء")]
    [InlineData("uk", "ltr", "Члени ради")]
    [InlineData("fr", "ltr", "Membres")]
    public async Task An_address_may_ask_for_a_language_and_the_next_pages_keep_it(string language, string direction, string members)
    {
        using var visitor = portal.Visitor();
        using var answer = await visitor.Http.GetAsync($"/beirat?sprache={language}");
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith($"sprache={language};", StringComparison.Ordinal));
        Assert.Equal([language], answer.Content.Headers.ContentLanguage);

        var next = await visitor.PageAsync("/mitglieder");

        Assert.Equal(language, next.DocumentElement.GetAttribute("lang"));
        Assert.Equal(direction, next.DocumentElement.GetAttribute("dir"));
        Assert.Contains(members, next.QuerySelector("#navigation")!.TextContent);
        Assert.Equal("de", (await visitor.PageAsync("/mitglieder?sprache=de")).DocumentElement.GetAttribute("lang"));
        Assert.Equal("de", (await visitor.PageAsync("/mitglieder")).DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("tr-TR,tr;q=0.9,de;q=0.5", "tr")]
    [InlineData("ja,ro-MD;q=0.8", "ro")]
    [InlineData("ja", "de")]
    public async Task Without_a_choice_the_browsers_languages_decide_and_no_cookie_is_set(string accepted, string language)
    {
        using var visitor = portal.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/organisationen");
        foreach (var part in accepted.Split(',')) request.Headers.AcceptLanguage.Add(StringWithQualityHeaderValue.Parse(part));
        using var answer = await visitor.Http.SendAsync(request);

        Assert.Equal(language, Visitor.Parse(await answer.Content.ReadAsStringAsync()).DocumentElement.GetAttribute("lang"));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("/beirat?sprache=xx")]
    [InlineData("/beirat?sprache=../../etc")]
    [InlineData("/beirat?sprache=")]
    [InlineData("/api/suche?q=Schule&sprache=tr")]
    public async Task What_is_no_wish_for_a_language_of_ours_changes_nothing(string address)
    {
        using var visitor = portal.Visitor();
        using var answer = await visitor.Http.GetAsync(address);
        Assert.True(answer.IsSuccessStatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal("de", (await visitor.PageAsync("/beirat")).DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Every_language_is_offered_under_its_own_name_at_the_same_address()
    {
        using var visitor = portal.Visitor();
        var links = (await visitor.PageAsync("/mitglieder?thema=wohnen&spricht=ar&sprache=en")).QuerySelectorAll(".languages-list a");

        Assert.Equal(["de", "en", "tr", "ar", "uk", "ru", "fr", "ro"], links.Select(l => l.GetAttribute("hreflang")!));
        Assert.All(links, l => Assert.Equal($"/mitglieder?thema=wohnen&spricht=ar&sprache={l.GetAttribute("lang")}", l.GetAttribute("href")));
        Assert.Equal("English", Assert.Single(links, l => l.HasAttribute("aria-current")).TextContent);
    }

    [Fact]
    public async Task Kept_pages_of_different_languages_are_kept_apart()
    {
        using var german = portal.Visitor();
        using var arabic = portal.Visitor();
        (await arabic.Http.GetAsync("/?sprache=ar")).Dispose();
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal("ltr", (await german.PageAsync("/themen")).DocumentElement.GetAttribute("dir"));
            Assert.Equal("rtl", (await arabic.PageAsync("/themen")).DocumentElement.GetAttribute("dir"));
        }
    }
}
