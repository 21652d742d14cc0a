using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>Filters of the search: what a link promises is what it leads to, for everybody.</summary>
public sealed partial class SearchFacetTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("", "Verein")]
    [InlineData("", "Kultur")]
    [InlineData(Cast.Member, "Kultur")]
    [InlineData(Cast.Staff, "Schule")]
    public async Task Every_filter_leads_to_as_many_hits_as_it_says(string email, string question)
    {
        using var visitor = await AudienceCases.VisitorAsync(portal, email);
        var page = await visitor.PageAsync($"/suche?q={question}");
        var links = page.QuerySelectorAll(".facets a.tag");

        Assert.Equal(3, page.QuerySelectorAll(".facets details").Length);
        Assert.All(page.QuerySelectorAll(".facets details"), d => Assert.InRange(d.QuerySelectorAll("a").Length, 1, 8));
        foreach (var link in links)
        {
            Assert.Equal("nofollow", link.GetAttribute("rel"));
            var narrowed = await visitor.PageAsync(link.GetAttribute("href")!);
            Assert.Equal((link.TextContent, CountOf(link)), (link.TextContent, TotalOf(narrowed)));
            Assert.Single(narrowed.QuerySelectorAll("[aria-labelledby=filter] .chip"));
        }
    }

    [Fact]
    public async Task Filters_add_up_in_the_address_and_each_can_be_taken_away_again()
    {
        await portal.ReadyAsync();
        using var visitor = portal.Visitor();

        var page = await visitor.PageAsync("/suche?q=Wohnung&art=article&textsprache=de&thema=wohnungssuche&zeit=aelter");
        var chips = page.QuerySelectorAll("[aria-labelledby=filter] .chip-remove");

        Assert.Equal(["Filter „Wissen“ entfernen", "Filter „Deutsch“ entfernen", "Filter „Wohnungssuche“ entfernen", "Filter „Älter“ entfernen"], chips.Select(c => c.GetAttribute("aria-label")));
        Assert.Equal("/suche?q=Wohnung&art=article&textsprache=de&zeit=aelter", chips[2].GetAttribute("href"));
        Assert.Equal("/suche?q=Wohnung", page.QuerySelector("[aria-labelledby=filter] a.tag")!.GetAttribute("href"));
        Assert.Equal(["thema", "zeit"], page.QuerySelectorAll("main form input[type=hidden]").Select(i => i.GetAttribute("name")));
    }

    [Fact]
    public async Task A_language_that_leaves_nothing_stays_chosen_in_the_form()
    {
        await portal.ReadyAsync();
        using var visitor = portal.Visitor();

        var page = await visitor.PageAsync("/suche?q=Wohnung&art=event&textsprache=tr");

        Assert.Equal("tr", page.QuerySelector("#textsprache option[selected]")?.GetAttribute("value"));
    }

    [Theory]
    [InlineData("thema=gibt-es-nicht")]
    [InlineData("organisation=gibt-es-nicht")]
    [InlineData("zeit=morgen")]
    public async Task A_filter_that_does_not_exist_narrows_nothing(string filter)
    {
        await portal.ReadyAsync();
        using var visitor = portal.Visitor();

        var page = await visitor.PageAsync($"/suche?q=Kultur&{filter}");

        Assert.Equal(TotalOf(await visitor.PageAsync("/suche?q=Kultur")), TotalOf(page));
        Assert.Empty(page.QuerySelectorAll("[aria-labelledby=filter]"));
    }

    [Fact]
    public async Task A_person_is_not_found_by_an_organisation_whose_role_they_keep_to_themselves()
    {
        await portal.ReadyAsync();
        using var member = await portal.SignedInAsync(Cast.Member);
        using var anybody = portal.Visitor();
        const string Search = "/suche?q=aylin+demirtas&organisation=tuerkisch-deutscher-frauenverein";
        await member.ShowAsync("Roles", "Public");
        Assert.Contains("href=\"/mitglieder/aylin-demirtas\"", await anybody.TextAsync(Search), StringComparison.Ordinal);

        await member.ShowAsync("Roles", "Members");

        Assert.DoesNotContain("href=\"/mitglieder/aylin-demirtas\"", await anybody.TextAsync(Search), StringComparison.Ordinal);
        using var deputy = await portal.SignedInAsync(Cast.Deputy);
        Assert.Contains("href=\"/mitglieder/aylin-demirtas\"", await deputy.TextAsync(Search), StringComparison.Ordinal);
    }

    private static int TotalOf(IParentNode page) => int.Parse(Number().Match(page.QuerySelector("main p[role=status]")!.TextContent).Value, CultureInfo.InvariantCulture);

    private static int CountOf(INode link) => int.Parse(Number().Matches(link.TextContent)[^1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
