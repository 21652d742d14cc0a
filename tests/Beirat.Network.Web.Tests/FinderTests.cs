using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>The finder as people use it: by its address alone, without script.</summary>
public sealed class FinderTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Every_proposal_says_why_it_stands_above_the_next_and_its_lines_add_up()
    {
        using var visitor = await VisitorAsync();
        var page = await visitor.PageAsync("/beratung?q=Wohnungssuche+Familien");

        var experts = page.QuerySelectorAll(".expert").ToList();
        Assert.True(experts.Count > 3);
        var folded = 0;
        for (var i = 0; i < experts.Count; i++)
        {
            var sum = experts[i].QuerySelectorAll(".evidence:has(tfoot) tbody td.number").Sum(Points);
            Assert.Equal(i >= 3, experts[i].QuerySelector(".evidence:has(tfoot)")!.Closest("details") is not null);
            if (experts[i].QuerySelector(".evidence-weak") is { } weak)
            {
                folded++;
                Assert.Contains(experts[i].QuerySelectorAll(".evidence:has(tfoot) tbody td.number"), td => Points(td) == weak.QuerySelectorAll("td.number").Sum(Points));
                Assert.Equal(4, experts[i].QuerySelectorAll(".evidence:has(tfoot) tbody td.number").Count(td => Points(td) > 0));
            }

            Assert.Equal(Points(experts[i].QuerySelector(".evidence tfoot td")!), sum);
            Assert.Equal(Points(experts[i].QuerySelector(".expert-score strong")!), sum);
            if (i + 1 == experts.Count) Assert.Null(experts[i].QuerySelector(".expert-lead"));
            else Assert.Contains(experts[i + 1].QuerySelector("h3")!.TextContent, experts[i].QuerySelector(".expert-lead")!.TextContent.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal));
        }

        Assert.NotEqual(0, folded);
    }

    [Theory]
    [InlineData("Wohnungssuche Familien")]
    [InlineData("житло")]
    public async Task A_concept_that_is_taken_away_is_gone_and_counts_no_more(string question)
    {
        using var visitor = await VisitorAsync();
        var all = await visitor.PageAsync($"/beratung?q={Uri.EscapeDataString(question)}");
        var without = await visitor.PageAsync(all.QuerySelector(".chip-remove")!.GetAttribute("href")!);

        Assert.NotEmpty(Scores(all));
        Assert.NotEqual(Scores(all), Scores(without));
        Assert.Equal(all.QuerySelectorAll(".chip").Length - 1, without.QuerySelectorAll(".chip").Length);
        Assert.Equal(question, without.QuerySelector("#q")!.TextContent);

        static string Scores(IDocument page) => string.Join(", ", page.QuerySelectorAll(".expert-head").Select(e => e.TextContent.Trim()));
    }

    [Fact]
    public async Task Filters_are_kept_in_the_form_and_narrow_the_list()
    {
        using var visitor = await VisitorAsync();
        var page = await visitor.PageAsync("/beratung?q=Beratung+Familien+Schule&spricht=ar&einsatz=uebersetzen&thema=mietrecht&da=ja");

        Assert.Equal(["yusuf-al-hamdani"], page.QuerySelectorAll(".expert h3 a").Select(a => a.GetAttribute("href")!.Split('/')[^1]));
        foreach (var (name, value) in new[] { ("spricht", "ar"), ("einsatz", "uebersetzen"), ("thema", "mietrecht") })
            Assert.Equal(value, page.QuerySelector($"select[name={name}] option[selected]")!.GetAttribute("value"));
        Assert.True(page.QuerySelector("input[name=da]")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task A_shortlist_lives_in_the_address_and_is_kept_by_the_next_question()
    {
        using var visitor = await VisitorAsync();
        var page = await visitor.PageAsync("/beratung?q=Wohnungssuche&liste=linh-nguyen&liste=niemand&liste=tilmann-brezing");
        var add = page.QuerySelectorAll(".expert a[rel=nofollow]")[0].GetAttribute("href")!;

        Assert.Equal(["linh-nguyen", "tilmann-brezing"], page.QuerySelectorAll("form.filters input[name=liste]").Select(i => i.GetAttribute("value")));
        var more = await visitor.PageAsync(add);
        Assert.Equal(3, more.QuerySelectorAll("#merkliste .chip").Length);
        Assert.Equal("/beratung/anfragen/neu?an=linh-nguyen&an=tilmann-brezing&an=yusuf-al-hamdani&frage=Wohnungssuche", more.QuerySelectorAll("#merkliste p a")[^1].GetAttribute("href"));
        var fewer = await visitor.PageAsync(more.QuerySelector("#merkliste .chip-remove")!.GetAttribute("href")!);
        Assert.Equal(2, fewer.QuerySelectorAll("#merkliste .chip").Length);

        var beside = await visitor.PageAsync(more.QuerySelector("#merkliste p a")!.GetAttribute("href")!);
        Assert.Equal(["linh-nguyen", "tilmann-brezing", "yusuf-al-hamdani"], beside.QuerySelectorAll("thead th a").Select(a => a.GetAttribute("href")!.Split('/')[^1]));
        Assert.Contains("kein Beleg", beside.QuerySelectorAll("tbody tr")[0].QuerySelectorAll("td")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_has_room_for_six_and_people_who_are_there()
    {
        using var visitor = await VisitorAsync();
        var seven = string.Join('&', new[] { "yusuf-al-hamdani", "linh-nguyen", "hanan-darwisch", "selam-haile", "minh-tran", "paulo-teixeira", "rezan-aydogdu" }.Select(s => $"liste={s}"));

        var page = await visitor.PageAsync($"/beratung?q=Familie+Schule&{seven}");
        Assert.Equal(6, page.QuerySelectorAll("#merkliste .chip").Length);
        Assert.DoesNotContain(page.QuerySelectorAll(".expert a[rel=nofollow]"), a => a.TextContent.StartsWith("Auf die Merkliste", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, await visitor.StatusAsync("/beratung/vergleich"));
        Assert.NotNull((await visitor.PageAsync("/beratung/vergleich?liste=niemand&liste=<script>")).QuerySelector(".empty"));
    }

    [Fact]
    public async Task Who_finds_nobody_is_shown_topics_people_and_the_way_without_filters()
    {
        using var visitor = await VisitorAsync();

        var narrowed = await visitor.PageAsync("/beratung?q=Erinnerung&spricht=tr");
        Assert.NotNull(narrowed.QuerySelector(".empty"));
        Assert.NotEmpty((await visitor.PageAsync(narrowed.QuerySelector("main p > a.button[rel=nofollow]")!.GetAttribute("href")!)).QuerySelectorAll(".expert"));
        Assert.Contains(narrowed.QuerySelectorAll(".card-title a"), a => a.GetAttribute("href") == "/mitglieder/elena-sokolowa");

        var unknown = await visitor.PageAsync("/beratung?q=Quantenchromodynamik");
        var topics = unknown.QuerySelectorAll("[aria-labelledby=nahe-themen] a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.NotEmpty(topics);
        Assert.NotEmpty((await visitor.PageAsync(topics[0])).QuerySelectorAll(".expert"));
    }

    [Theory]
    [InlineData("ا", 5_000)]
    [InlineData("Wohnung ", 600)]
    [InlineData("<script>alert(1)</script>\"'&", 150)]
    [InlineData("🙂\u202E\u0000%", 300)]
    public async Task A_question_of_any_length_and_any_letters_gets_a_page(string piece, int times)
    {
        using var visitor = await VisitorAsync();
        var question = string.Concat(Enumerable.Repeat(piece, times));

        using var answer = await visitor.Http.GetAsync($"/beratung?q={Uri.EscapeDataString(question[..Math.Min(question.Length, 5_000)])}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = Visitor.Parse(await answer.Content.ReadAsStringAsync());
        Assert.DoesNotContain(page.QuerySelectorAll("script"), s => s.TextContent.Length > 0);
        Assert.Equal(question.Trim().Length > 2_000, page.QuerySelector("main .notice-warning") is not null);
    }

    [Fact]
    public async Task The_interface_for_programs_takes_the_same_filters()
    {
        using var visitor = await VisitorAsync();
        var hits = (await visitor.JsonAsync("/api/beratung/vorschlaege?q=Beratung+Familien+Schule&sprache=ar&einsatz=uebersetzen&thema=mietrecht")).GetProperty("hits");

        Assert.Equal("/mitglieder/yusuf-al-hamdani", hits.EnumerateArray().Single().GetProperty("person").GetProperty("url").GetString());
        Assert.Equal(0, hits[0].GetProperty("openRequests").GetInt32());
        Assert.Equal(hits[0].GetProperty("score").GetDecimal(), hits[0].GetProperty("evidence").EnumerateArray().Sum(e => e.GetProperty("points").GetDecimal()));
    }

    private async Task<Visitor> VisitorAsync()
    {
        await portal.ReadyAsync();
        return portal.Visitor();
    }

    private static decimal Points(IElement cell) => decimal.Parse(cell.TextContent.Trim(), CultureInfo.GetCultureInfo("de"));
}
