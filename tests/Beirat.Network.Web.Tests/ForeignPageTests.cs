using System.Text.RegularExpressions;
using System.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>In a page of another language everything German is marked as German; names need no mark (WCAG 2.2, 3.1.2).</summary>
public sealed partial class ForeignPageTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task No_public_page_in_Turkish_shows_German_words_that_are_not_marked() =>
        NoneIn(await UnmarkedAsync(portal.Visitor(),
        [
            .. Pages.Public, Pages.Thread("turmstrasse-was-wurde-daraus"), "/beirat/verlauf", "/glossar", "/glossar?q=Amt", "/wissen/sammlungen/die-ersten-monate-in-heilbronn",
            "/mitglieder/yusuf-al-hamdani", "/organisationen/stabsstelle-chancengerechtigkeit", "/themen/stadtentwicklung", "/wissen?thema=wohnen", "/netzwerk?thema=wohnen",
        ]));

    [Fact]
    public async Task No_page_of_a_member_in_Turkish_shows_German_words_that_are_not_marked() =>
        NoneIn(await UnmarkedAsync(await portal.SignedInAsync(Cast.Member), Pages.OfMembers));

    [Fact]
    public async Task No_page_of_the_city_office_in_Turkish_shows_German_words_that_are_not_marked() =>
        NoneIn(await UnmarkedAsync(await portal.SignedInAsync(Cast.Staff), Pages.OfStaff));

    [Theory]
    [InlineData("/organisationen/balkan-bruecke", ".rich")]
    [InlineData("/mitglieder/aylin-demirtas", ".lead")]
    [InlineData("/veranstaltungen/beteiligung-turmstrasse", "h1")]
    [InlineData("/wissen/sammlungen", ".card-title a")]
    public async Task German_in_an_Arabic_page_has_language_and_direction_and_in_a_German_page_no_mark(string address, string selector)
    {
        await portal.ReadyAsync();
        using var visitor = portal.Visitor();
        var german = (await visitor.PageAsync(address)).QuerySelector(selector)!;
        var arabic = (await visitor.PageAsync($"{address}?sprache=ar")).QuerySelector(selector)!;

        Assert.False(german.HasAttribute("lang"));
        Assert.Equal(("de", "ltr"), (arabic.GetAttribute("lang"), arabic.GetAttribute("dir")));
        Assert.Equal(german.TextContent, arabic.TextContent);
    }

    [Fact]
    public async Task A_topic_has_its_name_in_the_language_of_the_page()
    {
        using var visitor = portal.Visitor();
        var page = await visitor.PageAsync("/mitglieder?sprache=uk");
        var german = (await visitor.PageAsync("/mitglieder?sprache=de")).QuerySelectorAll("#thema option").Skip(1).ToDictionary(o => o.GetAttribute("value")!, o => o.TextContent);

        Assert.All(page.QuerySelectorAll("#thema option").Skip(1), o => Assert.NotEqual(german[o.GetAttribute("value")!], o.TextContent));
        Assert.All(page.QuerySelectorAll("a.tag[href^='/themen/']"), t => Assert.Equal("uk", t.GetAttribute("lang")));
    }

    // What was found is said whole: Assert.Empty cuts it.
    private static void NoneIn(List<string> found) => Assert.True(found.Count == 0, string.Join('\n', found));

    private async Task<List<string>> UnmarkedAsync(Visitor visitor, IEnumerable<string> addresses)
    {
        await portal.ReadyAsync();
        using (visitor)
        {
            (await visitor.Http.GetAsync("/?sprache=tr")).Dispose();
            var names = await NamesAsync(visitor, "/organisationen", "/mitglieder");
            var found = new List<string>();
            foreach (var address in addresses)
            {
                var page = await visitor.PageAsync(address);
                Assert.Equal("tr", page.DocumentElement.GetAttribute("lang"));
                // What the reader typed is shown as typed, whatever language it is in.
                var typed = HttpUtility.ParseQueryString(new Uri(new Uri("http://here"), address).Query)["q"];
                var own = typed is null ? names : [.. names, .. typed.Split(' ')];
                found.AddRange(TextsIn(page, "tr").Select(t => own.Aggregate(t, (text, name) => text.Replace(name, string.Empty, StringComparison.Ordinal)))
                    .Where(t => German().IsMatch(t)).Distinct().Select(t => $"{address}: {t}"));
            }

            return found;
        }
    }

    /// <summary>What is said to be in a language; but not the picture, which holds parts of names, nor single words that a search found, nor what stands in a field, which may be a quote.</summary>
    private static IEnumerable<string> TextsIn(IHtmlDocument page, string language) => page.Body!.Descendants<IText>()
        .Where(t => !string.IsNullOrWhiteSpace(t.Data) && t.ParentElement is { } parent && parent.Closest(".hit-why, .evidence td, .network, .languages") is null
            && parent is not IHtmlTextAreaElement && parent.Closest("[lang]")?.GetAttribute("lang") == language)
        .Select(t => t.Data.Trim());

    private static async Task<List<string>> NamesAsync(Visitor visitor, params string[] lists)
    {
        var names = new List<string>();
        foreach (var list in lists)
        {
            for (var next = list; next is not null;)
            {
                var page = await visitor.PageAsync(next);
                names.AddRange(page.QuerySelectorAll(".card-title a").Select(a => a.TextContent));
                next = page.QuerySelector(".pager a")?.GetAttribute("href");
            }
        }

        return names;
    }

    /// <summary>Letters that Turkish has not, and words that are in nearly every German sentence.</summary>
    [GeneratedRegex(@"[äßÄ]|\b(der|die|das|und|für|mit|von|ist|sind|wird|wer|wie|ein|eine|oder|zu|zum|zur|im|nicht|sich|Sie|wir|über|Verein|Stadt)\b")]
    private static partial Regex German();
}
