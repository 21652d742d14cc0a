using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Beirat.Network.Consents;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>The network as a picture and as a table, the matrix and its calls, as a browser without script gets them.</summary>
public sealed partial class NetworkTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string HostileName = "<script>alert(1)</script> \"Verein\" & Söhne";

    public static TheoryData<string> Views =>
        ["/netzwerk", "/netzwerk?thema=wohnen", "/netzwerk?spricht=ar&art=Association", "/netzwerk?mitte=person:yusuf-al-hamdani", "/netzwerk?mitte=topic:wohnungssuche&spricht=de",
         "/netzwerk?mitte=person:yusuf-al-hamdani&weite=2"];

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Picture_and_table_hold_the_same_ties(string address)
    {
        using var visitor = portal.Visitor();
        var page = await visitor.PageAsync(address);

        var lines = page.QuerySelectorAll("svg.network .network-ties path").Length;
        var rows = page.QuerySelectorAll("table.ties tbody tr");
        Assert.True(lines > 0);
        Assert.Equal(lines, rows.Length);
        var ends = page.QuerySelectorAll("svg.network a.node").ToDictionary(Name, n => n.QuerySelectorAll(".node-ties use").Length);
        foreach (var (name, ties) in ends)
            Assert.Equal(ties, rows.Count(r => r.QuerySelectorAll("a").Any(a => a.TextContent.Trim() == name)));
    }

    [Fact]
    public async Task Around_a_middle_the_direct_ties_come_alone_and_more_on_demand_with_a_table_that_folds()
    {
        using var visitor = portal.Visitor();
        var near = await visitor.PageAsync("/netzwerk?mitte=person:yusuf-al-hamdani");
        Assert.All(near.QuerySelectorAll("table.ties tbody tr"), r => Assert.Contains("Yusuf", r.TextContent));
        var wider = near.QuerySelector(".notice a[href*='weite=2']")!.GetAttribute("href")!;
        var far = await visitor.PageAsync(wider);
        Assert.True(far.QuerySelectorAll("table.ties tbody tr").Length > near.QuerySelectorAll("table.ties tbody tr").Length);
        Assert.Contains("Yusuf", far.QuerySelector("table.ties tbody tr")!.TextContent);
        Assert.NotNull(far.QuerySelector(".notice a[href*='mitte=']:not([href*='weite'])"));

        var all = await visitor.PageAsync("/netzwerk");
        Assert.Equal(20, all.QuerySelectorAll("table.ties")[0].QuerySelectorAll("tbody tr").Length);
        Assert.NotEmpty(all.QuerySelectorAll("details:not([open]) table.ties tbody tr"));
    }

    [Fact]
    public async Task Every_node_is_a_link_with_a_name_and_every_line_one_that_is_there()
    {
        using var visitor = portal.Visitor();
        var page = await visitor.PageAsync("/netzwerk?spricht=ar");
        var picture = page.QuerySelector("svg.network")!;

        Assert.All(picture.QuerySelectorAll("a"), a =>
        {
            Assert.Matches(@"^.+ \(.+\): \d+ Verbindung(en)?$", a.QuerySelector("title")!.TextContent);
            Assert.StartsWith("/netzwerk?spricht=ar&mitte=", a.GetAttribute("href"));
            Assert.NotEmpty(a.QuerySelectorAll("text tspan"));
        });
        Assert.All(picture.QuerySelectorAll("use"), u => Assert.NotNull(page.GetElementById(u.GetAttribute("href")![1..])));
        Assert.All(picture.GetAttribute("aria-labelledby")!.Split(' ').Append(picture.GetAttribute("aria-describedby")!), id => Assert.NotNull(page.GetElementById(id)));
        var skip = page.QuerySelector("#bild-hinweis a")!.GetAttribute("href")!;
        Assert.Equal("/netzwerk?spricht=ar#tabelle", skip);
        Assert.Empty(page.QuerySelectorAll("[style], svg script"));
    }

    [Fact]
    public async Task A_node_leads_into_the_middle_and_from_there_to_its_page()
    {
        using var visitor = portal.Visitor();
        var link = (await visitor.PageAsync("/mitglieder/yusuf-al-hamdani")).QuerySelector("main a[href^='/netzwerk']")!;

        var there = await visitor.PageAsync(link.GetAttribute("href")!);
        Assert.Equal("true", there.QuerySelector("a.node-centre")!.GetAttribute("aria-current"));
        Assert.NotNull(there.QuerySelector(".notice a[href='/mitglieder/yusuf-al-hamdani']"));
        Assert.Equal("person:yusuf-al-hamdani", there.QuerySelector<IHtmlSelectElement>("#mitte")!.Value);

        var unknown = await visitor.PageAsync("/netzwerk?mitte=person:gibt-es-nicht");
        Assert.NotNull(unknown.QuerySelector(".notice-warning"));
        Assert.NotEmpty(unknown.QuerySelectorAll("a.node"));
    }

    [Theory]
    [InlineData("/netzwerk?thema=%3Cscript%3E&spricht=%22%3E&stadtteil=%00&art=99&mitte=organization:%3Cb%3E")]
    [InlineData("/netzwerk?spricht=xx")]
    [InlineData("/netzwerk/abdeckung?stadtteil=%3Cscript%3E")]
    public async Task Whatever_is_asked_for_is_answered(string address)
    {
        using var visitor = portal.Visitor();

        Assert.Equal(HttpStatusCode.OK, await visitor.StatusAsync(address));
        Assert.DoesNotContain("<script>", (await visitor.PageAsync(address)).QuerySelector("main")!.InnerHtml);
    }

    [Fact]
    public async Task Names_are_text_wherever_they_come_from_and_relations_stand_on_both_pages()
    {
        await portal.AddOrganizationAsync("boeser-verein", HostileName, "wohnen", "laka");
        using var visitor = portal.Visitor();

        var page = await visitor.PageAsync("/netzwerk?mitte=organization:boeser-verein");
        Assert.Contains(HostileName, page.QuerySelector("a.node-centre title")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("main script"));
        Assert.Contains("<script>", page.QuerySelector("a.node-centre text")!.TextContent);
        var there = (await visitor.PageAsync("/organisationen/boeser-verein")).QuerySelector("#verbindungen")!;
        Assert.Contains("ist Mitglied bei", there.TextContent);
        Assert.NotNull(there.QuerySelector("a[href='/organisationen/laka']"));
        var back = (await visitor.PageAsync("/organisationen/laka")).QuerySelector("#verbindungen")!;
        Assert.Contains("hat als Mitglied", back.TextContent);
        Assert.NotNull(back.QuerySelector("a[href='/organisationen/boeser-verein']"));
        Assert.NotNull(back.QuerySelector("a[href^='/netzwerk?mitte=organization']"));
    }

    [Fact]
    public async Task What_a_person_hides_from_the_public_is_on_no_page_of_the_network()
    {
        const string slug = "paulo-teixeira";
        await portal.ShowToMembersAsync(slug, ProfileField.Topics, ProfileField.Roles, ProfileField.Languages);
        using var visitor = portal.Visitor();
        using var member = await portal.SignedInAsync(Cast.Member);

        var hidden = await visitor.PageAsync("/netzwerk");
        var shown = await member.PageAsync("/netzwerk");

        Assert.Empty(hidden.QuerySelectorAll($"svg.network a[href$='{slug}'], table.ties a[href$='{slug}']"));
        Assert.NotEmpty(shown.QuerySelectorAll($"table.ties a[href$='{slug}']"));
        static int Counted(IHtmlDocument page) => page.QuerySelectorAll("table.matrix td:not(.gap)").Sum(c => int.Parse(c.TextContent, System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(Counted(await visitor.PageAsync("/netzwerk/abdeckung")) < Counted(await member.PageAsync("/netzwerk/abdeckung")));
    }

    [Fact]
    public async Task A_number_leads_to_as_many_people_and_a_gap_to_a_call()
    {
        using var visitor = portal.Visitor();
        foreach (var address in new[] { "/netzwerk/abdeckung", "/netzwerk/abdeckung?stadtteil=B%C3%B6ckingen" })
        {
            var matrix = (await visitor.PageAsync(address)).QuerySelector("table.matrix")!;
            Assert.Equal(matrix.QuerySelectorAll("thead th[scope=col]").Length, matrix.QuerySelector("tbody tr")!.Children.Length);
            Assert.All(matrix.QuerySelectorAll("tbody tr"), r => Assert.NotNull(r.QuerySelector("th[scope=row]")));
            foreach (var cell in matrix.QuerySelectorAll("td:not(.gap) a").Where((_, i) => i % 9 == 0))
            {
                var list = await visitor.PageAsync(cell.GetAttribute("href")!);
                Assert.Equal(int.Parse(cell.TextContent, System.Globalization.CultureInfo.InvariantCulture), list.QuerySelectorAll(".card-list > .card").Length);
            }

            foreach (var gap in matrix.QuerySelectorAll("td.gap a").Where((_, i) => i % 25 == 0))
            {
                Assert.Contains("fehlt", gap.TextContent);
                var call = await visitor.PageAsync(gap.GetAttribute("href")!);
                var text = call.QuerySelector("textarea")!.TextContent;
                Assert.All(call.QuerySelectorAll(".call-wanted li"), line => Assert.Contains(line.TextContent, text));
                Assert.Equal(address.Contains("stadtteil", StringComparison.Ordinal) ? 3 : 2, call.QuerySelectorAll(".call-wanted li").Length);
            }
        }
    }

    [Theory]
    [InlineData("/netzwerk/abdeckung/aufruf")]
    [InlineData("/netzwerk/abdeckung/aufruf?stadtteil=Kernstadt")]
    [InlineData("/netzwerk/abdeckung/aufruf?thema=nichts&spricht=ar")]
    [InlineData("/netzwerk/abdeckung/aufruf?thema=wohnen&spricht=Bitte+anrufen")]
    [InlineData("/netzwerk/abdeckung/aufruf?thema=wohnen&stadtteil=Bitte+anrufen")]
    public async Task A_call_for_what_does_not_exist_is_not_found(string address)
    {
        using var visitor = portal.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusAsync(address));
    }

    [Theory]
    [InlineData("/beirat")]
    [InlineData("/mitglieder")]
    [InlineData("/organisationen")]
    public async Task The_network_is_found_from_the_lists(string address)
    {
        using var visitor = portal.Visitor();
        var page = await visitor.PageAsync(address);

        Assert.NotNull(page.QuerySelector("main a[href='/netzwerk']"));
        Assert.NotNull(page.QuerySelector("#navigation a[href='/netzwerk']"));
    }

    private static string Name(IElement node) => Label().Match(node.QuerySelector("title")!.TextContent).Groups[1].Value;

    [GeneratedRegex(@"^(.+) \([^)]*\)[:,]")]
    private static partial Regex Label();
}
