using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>Whoever finds nothing is led on, and nothing that is offered is empty again.</summary>
public sealed class SearchEmptyTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("/suche?q=Quarkbrotbäckerei")]
    [InlineData("/suche?q=Wohnung&art=event&textsprache=tr")]
    [InlineData("/suche?q=Wohnung+Anerkennung&art=topic&zeit=aelter")]
    [InlineData("/suche?q=Zwangsräumungsklage")]
    [InlineData("/suche?q=xyzzyqq")]
    public async Task No_search_is_a_dead_end(string address)
    {
        await portal.ReadyAsync();
        using var visitor = portal.Visitor();

        var page = await visitor.PageAsync(address);
        var empty = page.QuerySelector("section.empty")!;

        Assert.Equal(3, empty.QuerySelectorAll("ul:not([class]) a").Length);
        foreach (var link in empty.QuerySelectorAll("a.tag, a.button"))
            Assert.NotEmpty((await visitor.PageAsync(link.GetAttribute("href")!)).QuerySelectorAll(".hit"));
    }

    [Fact]
    public async Task A_search_that_its_filters_emptied_is_offered_without_them_and_with_fewer_words()
    {
        await portal.ReadyAsync();
        using var visitor = portal.Visitor();

        var page = await visitor.PageAsync("/suche?q=Wohnungssuche+Kopftuch&art=event");
        var empty = page.QuerySelector("section.empty");
        if (empty is null) Assert.Fail("There are hits.");

        Assert.Equal("/suche?q=Wohnungssuche%20Kopftuch", empty.QuerySelector("a.button")?.GetAttribute("href"));
        Assert.Contains("/suche?q=Wohnungssuche&art=event", empty.QuerySelectorAll("a.tag").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task A_concept_without_hits_leads_to_its_neighbours()
    {
        await portal.ReadyAsync();
        using var visitor = portal.Visitor();

        var empty = (await visitor.PageAsync("/suche?q=Wohnung&art=event&textsprache=tr")).QuerySelector("section.empty")!;

        Assert.Contains("Verwandte und ähnliche Begriffe", empty.QuerySelectorAll("h3").Select(h => h.TextContent));
        Assert.DoesNotContain("/suche?q=Wohnung", empty.QuerySelectorAll("a.tag").Select(a => a.GetAttribute("href")));
        Assert.Contains(empty.QuerySelectorAll("a.tag"), a => a.TextContent.StartsWith("Wohnen (", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("9999")]
    [InlineData("60")]
    public async Task A_page_behind_the_last_says_so_and_leads_to_the_last(string number)
    {
        await portal.ReadyAsync();
        using var visitor = portal.Visitor();

        var page = await visitor.PageAsync($"/suche?q=Verein&seite={number}");
        var notice = page.QuerySelector("main p.notice")!;
        var last = await visitor.PageAsync(notice.QuerySelector("a")!.GetAttribute("href")!);

        Assert.StartsWith($"Eine Seite {number} gibt es", notice.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(last.QuerySelectorAll(".hit"));
        Assert.Null(last.QuerySelector(".pager [rel=next]"));
        Assert.Empty(page.QuerySelectorAll(".hit"));
    }
}
