using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>Everybody sees the texts of their own audiences, and nothing tells that there are others.</summary>
public sealed partial class AudienceTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [MemberData(nameof(AudienceCases.Viewers), MemberType = typeof(AudienceCases))]
    public async Task Pages_lists_and_posts_open_for_their_audience_only(string email, string[] audiences)
    {
        using var visitor = await AudienceCases.VisitorAsync(portal, email);
        var articles = await AllPagesAsync(visitor, "/wissen");
        var discussions = await AllPagesAsync(visitor, "/diskussionen");
        foreach (var text in AudienceCases.Hidden)
        {
            var sees = audiences.Contains(text.Audience);
            var expected = sees ? HttpStatusCode.OK : HttpStatusCode.NotFound;
            Assert.Equal(expected, await visitor.StatusAsync($"/wissen/{text.Article}"));
            Assert.Equal(expected, await visitor.StatusAsync(Threads.Page(text.Discussion)));
            Assert.Equal(expected, await visitor.StatusAsync($"{Threads.Page(text.Discussion)}?beitrag=1"));
            Assert.Equal(expected, await visitor.StatusAsync(Threads.Api(text.Discussion)));
            Assert.Equal(sees, articles.Contains(text.Article, StringComparison.Ordinal));
            Assert.Equal(sees, discussions.Contains(text.Discussion.ToString(), StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(AudienceCases.Viewers), MemberType = typeof(AudienceCases))]
    public async Task Search_finds_for_their_audience_only_and_counts_what_it_shows(string email, string[] audiences)
    {
        using var visitor = await AudienceCases.VisitorAsync(portal, email);
        foreach (var text in AudienceCases.Hidden)
        {
            var sees = audiences.Contains(text.Audience);
            foreach (var question in new[] { text.ArticleTitle, text.Question })
            {
                var q = Uri.EscapeDataString(question);
                var answer = await visitor.JsonAsync($"/api/suche?q={q}&anzahl=50");
                var urls = answer.GetProperty("hits").EnumerateArray().Select(h => h.GetProperty("url").GetString()!).ToList();
                if (answer.GetProperty("total").GetInt32() <= 50) Assert.Equal(urls.Count, answer.GetProperty("total").GetInt32());
                var wanted = question == text.Question ? text.Discussion.ToString() : text.Article;
                Assert.Equal(sees, urls.Any(u => u.Contains(wanted, StringComparison.Ordinal)));
                Assert.Equal(sees, (await visitor.TextAsync($"/suche?q={q}")).Contains(wanted, StringComparison.Ordinal));
                if (!sees) Assert.DoesNotContain(wanted, answer.GetRawText(), StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [MemberData(nameof(AudienceCases.Viewers), MemberType = typeof(AudienceCases))]
    public async Task Evidence_and_pages_around_a_text_show_it_to_its_audience_only(string email, string[] audiences)
    {
        using var visitor = await AudienceCases.VisitorAsync(portal, email);
        foreach (var text in AudienceCases.Hidden.Where(t => !audiences.Contains(t.Audience)))
        {
            foreach (var question in new[] { text.ArticleTitle, text.Question })
            {
                var q = Uri.EscapeDataString(question);
                Hides(await visitor.TextAsync($"/api/beratung/vorschlaege?q={q}"), text);
                Hides(await visitor.TextAsync($"/beratung?q={q}"), text);
            }
        }

        string[] around =
        [
            "/", "/themen/vereinsarbeit", "/themen/kultur", "/themen/beiratsarbeit", "/themen/digitalisierung", "/themen/wohnungssuche",
            "/organisationen/coro-del-neckar", "/organisationen/beirat", "/organisationen/stabsstelle", "/mitglieder/linh-nguyen",
            "/mitglieder/yusuf-al-hamdani", "/mitglieder/aylin-demirtas", "/wissen?thema=beiratsarbeit", "/diskussionen?thema=kultur",
        ];
        foreach (var page in around)
        {
            var html = await visitor.TextAsync(page);
            foreach (var text in AudienceCases.Hidden.Where(t => !audiences.Contains(t.Audience))) Hides(html, text);
        }
    }

    [Fact]
    public async Task A_topic_page_and_the_evidence_do_show_a_hidden_text_to_its_audience()
    {
        using var member = await AudienceCases.VisitorAsync(portal, Cast.Member);

        Assert.Contains("gespraeche-mit-dem-amt-vorbereiten", await member.TextAsync("/themen/wohnungssuche"));
        Assert.Contains("gespraeche-mit-dem-amt-vorbereiten", await member.TextAsync("/mitglieder/yusuf-al-hamdani"));
        var q = Uri.EscapeDataString("Gespräche mit dem Amt vorbereiten");
        Assert.Contains("gespraeche-mit-dem-amt-vorbereiten", await member.TextAsync($"/api/beratung/vorschlaege?q={q}"));
    }

    [Fact]
    public async Task The_start_page_counts_only_what_its_reader_may_open()
    {
        foreach (var (email, more) in new[] { (string.Empty, 0), (Cast.Organization, 4), (Cast.Member, 8), (Cast.Staff, 10) })
        {
            using var visitor = await AudienceCases.VisitorAsync(portal, email);
            var listed = ArticleCard().Count(await AllPagesAsync(visitor, "/wissen"));
            var start = await visitor.PageAsync("/");
            Assert.Equal(listed, int.Parse(start.QuerySelectorAll(".figure dd")[^1].TextContent, CultureInfo.InvariantCulture));
            using var anybody = portal.Visitor();
            Assert.Equal(more, listed - ArticleCard().Count(await AllPagesAsync(anybody, "/wissen")));
        }
    }

    private static void Hides(string page, HiddenText text)
    {
        Assert.DoesNotContain($"/wissen/{text.Article}", page, StringComparison.Ordinal);
        Assert.DoesNotContain(text.Discussion.ToString(), page, StringComparison.Ordinal);
    }

    /// <summary>A list to its end, page after page.</summary>
    private static async Task<string> AllPagesAsync(Visitor visitor, string address)
    {
        var all = string.Empty;
        for (string? next = address; next is not null;)
        {
            var page = await visitor.PageAsync(next);
            all += page.QuerySelector("main")!.InnerHtml;
            next = page.QuerySelector(".pager a[href*='nach=']")?.GetAttribute("href");
        }

        return all;
    }

    [GeneratedRegex("card-title\"><a href=\"/wissen/")]
    private static partial Regex ArticleCard();
}
