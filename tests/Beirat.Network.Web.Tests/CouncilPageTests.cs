using System.Net;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>The council as of a date, and what changed between dates.</summary>
public sealed class CouncilPageTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("2025-06-30", "31 Personen", "2026-01-01", "2024-10-01")]
    [InlineData("2026-01-15", "30 Personen", "2026-02-01", "2026-01-01")]
    [InlineData("2026-11-22", "31 Personen", null, "2026-09-01")]
    public async Task A_date_shows_its_count_and_leads_to_the_changes_before_and_after(string day, string persons, string? next, string previous)
    {
        using var visitor = portal.Visitor();

        var page = await visitor.PageAsync($"/beirat?stand={day}");

        Assert.Contains(persons, page.QuerySelector("main .figures-sentence")!.TextContent);
        Assert.Equal($"/beirat?stand={previous}", page.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal(next is null ? null : $"/beirat?stand={next}", page.QuerySelector("a[rel=next]")?.GetAttribute("href"));
    }

    [Fact]
    public async Task The_timeline_is_a_list_by_day_whose_entries_lead_to_the_council_of_that_day()
    {
        using var visitor = portal.Visitor();
        Assert.NotNull((await visitor.PageAsync("/beirat")).QuerySelector("a[href='/beirat/verlauf']"));

        var page = await visitor.PageAsync("/beirat/verlauf");

        var first = page.QuerySelectorAll("section[aria-labelledby='tag-2026-06-01']").Single();
        Assert.Contains("Goran Ilić", first.QuerySelector("li")!.TextContent);
        Assert.Contains("seitdem unbesetzt", first.TextContent);
        Assert.Equal(HttpStatusCode.OK, await visitor.StatusAsync(first.QuerySelector("p a")!.GetAttribute("href")!));
        Assert.Equal(HttpStatusCode.OK, await visitor.StatusAsync("/beirat/verlauf?nach=unsinn"));
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public async Task The_ends_of_the_calendar_are_days_like_others(string day)
    {
        using var visitor = portal.Visitor();

        Assert.Equal(HttpStatusCode.OK, await visitor.StatusAsync($"/beirat?stand={day}"));
    }
}
