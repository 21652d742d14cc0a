using System.Net;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>Nothing leads nowhere: people, organisations and topics know each other, and every link on every page answers.</summary>
public sealed class LinkTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const int MostPages = 1_500;

    [Theory]
    [InlineData("/mitglieder/rezan-aydogdu", "/organisationen/kurdischer-elternverein")]
    [InlineData("/mitglieder/yusuf-al-hamdani", "/themen/wohnungssuche")]
    [InlineData("/organisationen/kurdischer-elternverein", "/themen/kita")]
    public async Task Two_pages_that_belong_together_link_each_other(string one, string other)
    {
        using var visitor = portal.Visitor();
        Assert.NotNull((await visitor.PageAsync(one)).QuerySelector($"main a[href='{other}']"));
        Assert.NotNull((await visitor.PageAsync(other)).QuerySelector($"main a[href='{one}']"));
    }

    [Fact]
    public async Task Every_link_on_every_public_page_answers()
    {
        await portal.ReadyAsync();
        using var visitor = portal.Visitor();
        var (waiting, seen, broken) = (new Queue<(string From, string To)>([("", "/")]), new HashSet<string> { "/" }, new List<string>());
        while (waiting.TryDequeue(out var link))
        {
            using var answer = await visitor.Http.GetAsync(link.To);
            if (answer.StatusCode != HttpStatusCode.OK) broken.Add($"{link.From} -> {link.To}: {(int)answer.StatusCode}");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
            foreach (var to in LinksOf(await answer.Content.ReadAsStringAsync()).Where(seen.Add)) waiting.Enqueue((link.To, to));
            Assert.True(seen.Count < MostPages, "More pages than the demo council has: " + string.Join(
                ", ", seen.GroupBy(s => s.Split('?')[0].Split('/')[1] + (s.Contains('?', StringComparison.Ordinal) ? "?" : "")).OrderByDescending(g => g.Count()).Take(6).Select(g => $"{g.Key} {g.Count()} ({g.Last()})")));
        }

        Assert.True(broken.Count == 0, string.Join(Environment.NewLine, broken));
        Assert.True(seen.Count > 150);
    }

    [Theory]
    [InlineData("/mitglieder/niemand")]
    [InlineData("/organisationen/..%2f..%2fetc")]
    [InlineData("/themen/gibt-es-nicht")]
    [InlineData("/wissen/<script>")]
    [InlineData("/veranstaltungen/nie")]
    [InlineData("/diskussionen/5d694db7-2c60-57fe-9885-c00000000000")]
    [InlineData("/diskussionen/1")]
    [InlineData("/gibt/es/nicht")]
    [InlineData("/fehler")]
    public async Task An_unknown_address_gets_a_page_that_helps(string address)
    {
        using var visitor = portal.Visitor();
        using var answer = await visitor.Http.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var page = Visitor.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.NotNull(page.QuerySelector("main a[href='/']"));
        Assert.NotNull(page.QuerySelector(".masthead-search"));
        Assert.DoesNotContain(page.QuerySelectorAll("script"), s => s.TextContent.Length > 0);
    }

    // The views of a search are endless by design; their first page is enough. Of the entries of the glossary, all made alike, some are.
    private static IEnumerable<string> LinksOf(string html) => Visitor.Parse(html).QuerySelectorAll("a[href]:not([rel~=nofollow])")
        .Select(a => a.GetAttribute("href")!.Split('#')[0])
        .Where(h => h.StartsWith('/') && !h.Contains("zurueck=", StringComparison.Ordinal) && !h.Contains("ohne=", StringComparison.Ordinal) && !h.Contains("weite=", StringComparison.Ordinal)
            && (!h.StartsWith("/glossar/", StringComparison.Ordinal) || h.StartsWith("/glossar/be", StringComparison.Ordinal)));
}
