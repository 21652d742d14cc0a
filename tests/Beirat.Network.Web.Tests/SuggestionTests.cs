using System.Net;
using System.Text.Json;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>What is suggested while somebody types: quickly, a few, and nothing that the reader may not see.</summary>
public sealed class SuggestionTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [MemberData(nameof(AudienceCases.Viewers), MemberType = typeof(AudienceCases))]
    public async Task A_title_is_suggested_to_its_audience_only(string email, string[] audiences)
    {
        using var visitor = await AudienceCases.VisitorAsync(portal, email);
        foreach (var text in AudienceCases.Hidden)
        {
            foreach (var (title, address) in new[] { (text.ArticleTitle, text.Article), (text.DiscussionTitle, text.Discussion.ToString()) })
            {
                var urls = (await SuggestAsync(visitor, title[..^2])).Select(s => s.GetProperty("url").GetString());
                Assert.Equal(audiences.Contains(text.Audience), urls.Any(u => u?.EndsWith(address, StringComparison.Ordinal) == true));
            }
        }
    }

    [Fact]
    public async Task A_person_who_is_no_longer_shown_to_everybody_is_suggested_to_nobody_else_from_that_moment_on()
    {
        await portal.ReadyAsync();
        using var anybody = portal.Visitor();
        using var staff = await portal.SignedInAsync(Cast.Staff);
        using var representative = await portal.SignedInAsync(Cast.Organization);
        const string own = "/mitglieder/layla-haddad";
        const string name = "layla had";
        await representative.ShowAsync("Roles", "Public");
        Assert.Contains(own, await UrlsAsync(anybody, name));

        await representative.ShowAsync("Roles", "Members");

        Assert.DoesNotContain(own, await UrlsAsync(anybody, name));
        Assert.Contains(own, await UrlsAsync(staff, name));
    }

    [Theory]
    [InlineData("aylin dem", "/mitglieder/aylin-demirtas")]
    [InlineData("Demirtaş", "/mitglieder/aylin-demirtas")]
    [InlineData("türkisch-deutscher fra", "/organisationen/tuerkisch-deutscher-frauenverein")]
    [InlineData("turkisch frau", "/organisationen/tuerkisch-deutscher-frauenverein")]
    public async Task Beginnings_of_words_lead_to_a_page_however_umlauts_and_marks_are_typed(string typed, string address)
    {
        await portal.ReadyAsync();
        using var visitor = portal.Visitor();

        Assert.Contains(address, await UrlsAsync(visitor, typed));
    }

    [Theory]
    [InlineData("wohnungss", "de", "ltr")]
    [InlineData("ev ar", "tr", "ltr")]
    [InlineData("الاع", "ar", "rtl")]
    [InlineData("визнан", "uk", "ltr")]
    public async Task A_concept_is_suggested_in_the_language_in_which_it_is_typed(string typed, string language, string direction)
    {
        await portal.ReadyAsync();
        using var visitor = portal.Visitor();

        var concepts = (await SuggestAsync(visitor, typed)).Where(s => s.GetProperty("url").ValueKind == JsonValueKind.Null).ToList();

        Assert.Contains(concepts, c => c.GetProperty("language").GetString() == language && c.GetProperty("direction").GetString() == direction);
        Assert.All(concepts, c => Assert.Equal("Begriff", c.GetProperty("kind").GetString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData(" - ")]
    [InlineData("xyzzyqq")]
    public async Task Too_little_or_nothing_known_is_answered_by_nothing(string typed)
    {
        await portal.ReadyAsync();
        using var visitor = portal.Visitor();

        Assert.Empty(await SuggestAsync(visitor, typed));
    }

    [Fact]
    public async Task At_most_eight_come_with_room_for_more_than_one_kind_and_no_cache_keeps_them()
    {
        await portal.ReadyAsync();
        using var member = await portal.SignedInAsync(Cast.Member);

        var kinds = (await SuggestAsync(member, "be")).Select(s => s.GetProperty("kind").GetString()).ToList();
        using var answer = await member.Http.GetAsync("/suche/vorschlaege?q=be");

        Assert.Equal(8, kinds.Count);
        Assert.True(kinds.Distinct().Count() > 1);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Another_site_gets_none()
    {
        using var visitor = portal.Visitor();
        visitor.Http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        Assert.Equal(HttpStatusCode.Forbidden, await visitor.StatusAsync("/suche/vorschlaege?q=be"));
    }

    [Fact]
    public async Task Whoever_asks_far_too_often_has_to_wait()
    {
        using var one = new PortalFactory();
        using var visitor = one.Visitor();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 610; i++) statuses.Add(await visitor.StatusAsync("/suche/vorschlaege?q=x"));

        Assert.Equal(HttpStatusCode.OK, statuses[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        Assert.Equal(HttpStatusCode.OK, await visitor.StatusAsync("/suche?q=x"));
    }

    private static async Task<List<JsonElement>> SuggestAsync(Visitor visitor, string typed) =>
        [.. (await visitor.JsonAsync($"/suche/vorschlaege?q={Uri.EscapeDataString(typed)}")).GetProperty("suggestions").EnumerateArray()];

    private static async Task<IEnumerable<string?>> UrlsAsync(Visitor visitor, string typed) => (await SuggestAsync(visitor, typed)).Select(s => s.GetProperty("url").GetString());
}
