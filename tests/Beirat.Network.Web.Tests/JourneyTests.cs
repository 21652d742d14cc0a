using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>The first ways through the portal: who represents us, who can advise, who sits where and when.</summary>
public sealed class JourneyTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de");

    [Theory]
    [InlineData("Hevi", "Kurdischer Elternverein Hêvî e. V.", "Rezan Aydoğdu")]
    [InlineData("hevi", "Kurdischer Elternverein Hêvî e. V.", "Rezan Aydoğdu")]
    [InlineData("Lusitania", "Portugiesischer Sportclub Lusitânia e. V.", "Paulo Teixeira")]
    public async Task An_organisation_is_found_without_special_letters_and_says_who_represents_it(string typed, string name, string person)
    {
        await portal.ReadyAsync();
        using var visitor = portal.Visitor();
        var form = (await visitor.PageAsync("/organisationen")).QuerySelector<IHtmlFormElement>("form[role=search][action='/suche'].filters")!;
        var kind = form.QuerySelector<IHtmlInputElement>("[name=art]")!.Value;

        var found = (await visitor.PageAsync($"/suche?art={kind}&q={typed}")).QuerySelector(".hit-title a")!;

        Assert.Equal(name, found.TextContent);
        var panel = (await visitor.PageAsync(found.GetAttribute("href")!)).QuerySelector("#vertretung")!;
        Assert.Contains(person, panel.QuerySelectorAll(".card-title a").Select(a => a.TextContent));
        Assert.Contains("Sitz", panel.TextContent);
        Assert.Contains("Vorsitz", panel.TextContent);
        Assert.DoesNotContain("@", panel.TextContent);
    }

    [Fact]
    public async Task Advisers_are_shown_with_points_that_add_up_and_filters_that_hold()
    {
        await portal.ReadyAsync();
        using var visitor = portal.Visitor();
        var all = (await visitor.PageAsync("/beratung?q=Wohnungssuche+Familien")).QuerySelectorAll(".expert").Length;

        var page = await visitor.PageAsync("/beratung?q=Wohnungssuche+Familien&spricht=ar");

        var experts = page.QuerySelectorAll(".expert").ToList();
        Assert.InRange(experts.Count, 2, all - 1);
        foreach (var expert in experts)
        {
            var shown = Points(expert.QuerySelector(".expert-score strong")!);
            Assert.Equal(shown, expert.QuerySelectorAll("table:has(tfoot) tbody .number").Sum(Points));
            Assert.Equal(shown, Points(expert.QuerySelector("tfoot .number")!));
            Assert.Contains("Arabisch", expert.QuerySelector(".expert-state")!.TextContent);
        }

        Assert.Equal("ar", page.QuerySelector<IHtmlSelectElement>("[name=spricht]")!.Value);
        Assert.Equal("Wohnungssuche Familien", page.QuerySelector<IHtmlTextAreaElement>("textarea[name=q]")!.Value);
        var chip = page.QuerySelector(".chip-remove")!.GetAttribute("href")!;
        Assert.NotEqual(page.QuerySelector(".expert-list")!.TextContent, (await visitor.PageAsync(chip)).QuerySelector(".expert-list")?.TextContent);
    }

    [Theory]
    [InlineData("2025-06-30", 11, "Ewa Nowicka", 31)]
    [InlineData("2026-01-15", 11, "unbesetzt", 30)]
    [InlineData("2026-11-22", 11, "Katarzyna Wolska", 31)]
    public async Task The_council_is_shown_as_of_a_day(string day, int seat, string holder, int persons)
    {
        using var visitor = portal.Visitor();
        var page = await visitor.PageAsync($"/beirat?stand={day}");

        Assert.Contains(holder, page.QuerySelector($"#sitz-{seat} .seat-holder")!.TextContent);
        Assert.Equal(20, page.QuerySelectorAll(".seat").Length);
        Assert.Equal(day, page.QuerySelector<IHtmlInputElement>("#stand")!.GetAttribute("value"));
        Assert.Equal(persons, Figure(page, 1));
    }

    [Theory]
    [InlineData("31.01.2026")]
    [InlineData("2026-02-30")]
    [InlineData("\"><script>")]
    public async Task A_day_that_is_none_is_named_at_the_field_and_stays_there(string typed)
    {
        using var visitor = portal.Visitor();
        using var answer = await visitor.Http.GetAsync($"/beirat?stand={Uri.EscapeDataString(typed)}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = Visitor.Parse(await answer.Content.ReadAsStringAsync());
        Assert.NotNull(page.QuerySelector("#stand-fehler"));
        Assert.Equal(typed, page.QuerySelector("#stand")!.GetAttribute("value"));
        Assert.Equal("true", page.QuerySelector("#stand")!.GetAttribute("aria-invalid"));
        Assert.Equal(20, page.QuerySelectorAll(".seat").Length);
    }

    [Fact]
    public async Task Start_page_and_council_page_count_alike()
    {
        using var visitor = portal.Visitor();
        var (start, council) = (await visitor.PageAsync("/"), await visitor.PageAsync("/beirat"));

        Assert.Equal(31, Figure(start, 0));
        Assert.Equal(Figure(council, 1), Figure(start, 0));
        Assert.Equal(Figure(council, 0), Figure(start, 1));
        Assert.Equal((await visitor.PageAsync("/organisationen")).QuerySelectorAll(".card").Length, Figure(start, 3));
    }

    [Fact]
    public async Task Filters_narrow_lists_and_unknown_ones_do_no_harm()
    {
        using var visitor = portal.Visitor();
        var all = (await visitor.PageAsync("/organisationen")).QuerySelectorAll(".card").Length;
        var some = await visitor.PageAsync("/organisationen?spricht=ar");
        Assert.InRange(some.QuerySelectorAll(".card").Length, 1, all - 1);
        Assert.All(some.QuerySelectorAll(".card"), c => Assert.Contains("Arabisch", c.TextContent));
        foreach (var address in new[] { "/organisationen?art=unsinn&thema=nix&spricht=xx&nach=zz", "/mitglieder?spricht=xx", "/wissen?thema=nix&nach=zz", "/diskussionen?nach=1" })
            Assert.Equal(HttpStatusCode.OK, await visitor.StatusAsync(address));
    }

    [Fact]
    public async Task A_long_thread_is_read_page_by_page_without_gaps()
    {
        using var visitor = portal.Visitor();
        var newest = await visitor.PageAsync(Threads.Page(Threads.Tower));
        var earlier = newest.QuerySelector(".pager a")!.GetAttribute("href")!;

        var numbers = (await visitor.PageAsync(earlier)).QuerySelectorAll("article.post").Concat(newest.QuerySelectorAll("article.post"))
            .Select(p => int.Parse(p.GetAttribute("data-sequence")!, CultureInfo.InvariantCulture)).Distinct();

        Assert.Equal(Enumerable.Range(1, 60), numbers.Order());
        Assert.NotNull((await visitor.PageAsync($"{Threads.Page(Threads.Tower)}?beitrag=3")).GetElementById("beitrag-3"));
    }

    private static decimal Points(IElement cell) => decimal.Parse(cell.TextContent.Replace('\u2212', '-'), German);

    private static int Figure(IHtmlDocument page, int place) => int.Parse(page.QuerySelectorAll(".figure dd")[place].TextContent, CultureInfo.InvariantCulture);
}
