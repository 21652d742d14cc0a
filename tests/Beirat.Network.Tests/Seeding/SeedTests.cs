using System.Text.RegularExpressions;
using Beirat.Network.Common;
using Beirat.Network.Seeding;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.Seeding;

/// <summary>The demo council is of real substance, and what it promises is in it.</summary>
public sealed partial class SeedTests(SeededCouncil council) : IClassFixture<SeededCouncil>
{
    private static readonly SeedFolder Folder = new(NetworkHost.SeedFolder);

    [Fact]
    public void There_are_forty_articles_of_substance_in_five_languages()
    {
        var articles = Folder.Articles().ToList();

        Assert.True(articles.Count >= 40);
        Assert.Superset(new HashSet<string> { "de", "en", "tr", "ar", "uk" }, articles.Select(a => a["language"]).ToHashSet());
        Assert.All(articles, a => Assert.InRange(Words().Count(a.Text), 250, 900));
        Assert.All(articles, a => Assert.True(TextRules.IsWellFormed(a.Text)));
    }

    [Fact]
    public void Every_article_has_an_author_topics_and_a_day()
    {
        foreach (var article in Folder.Articles())
        {
            Assert.NotNull(article.Maybe("author"));
            Assert.NotNull(article.Day("published"));
            Assert.NotEmpty(article["topics"]);
            Assert.True(Enum.TryParse<Audience>(article["audience"], true, out _));
        }
    }

    [Fact]
    public async Task Discussions_are_many_and_long_and_in_several_languages()
    {
        var discussions = Folder.ReadAll<SeedDiscussion>("discussions").ToList();
        await using var db = council.Network.Db();

        Assert.True(discussions.Count >= 8);
        Assert.True(discussions.Sum(d => d.Posts.Count) >= 150);
        Assert.True(await db.Posts.CountAsync() >= 150, "Posts that lie in the future are not shown yet.");
        Assert.True(discussions.SelectMany(d => d.Posts).Select(p => p.Language).Distinct().Count() >= 5);
        Assert.All(discussions, d => Assert.Equal(d.Posts.OrderBy(p => p.At), d.Posts));
    }

    [Fact]
    public async Task About_twenty_organisations_have_people_who_speak_for_them()
    {
        await using var db = council.Network.Db();
        var community = await db.Organizations.Where(o => Organizations.Organization.CommunityKinds.Contains(o.Kind)).Select(o => o.Id).ToListAsync();

        Assert.InRange(community.Count, 12, 40);
        foreach (var id in community)
        {
            Assert.True(await db.Memberships.AnyAsync(m => m.OrganizationId == id && m.Until == null && Organizations.Membership.SpeakingRoles.Contains(m.Role)),
                $"Nobody speaks for {id}.");
        }
    }

    [Fact]
    public async Task Links_between_texts_lead_somewhere()
    {
        await using var db = council.Network.Db();
        var slugs = (await db.Articles.Select(a => a.Slug).ToListAsync()).ToHashSet();
        var links = Folder.Articles().SelectMany(a => ArticleLinks().Matches(a.Text)).Select(m => m.Groups[1].Value);

        Assert.All(links, slug => Assert.Contains(slug, slugs));
    }

    /// <summary>Each of these stands for a way of being found; a search without them could not be tried.</summary>
    [Theory]
    [InlineData("Integrationsthemen")]
    [InlineData("Integrationsarbeit")]
    [InlineData("Bundeszuwanderungs- und Integrationsrat")]
    [InlineData("Migrantenverein")]
    [InlineData("Migrantenorganisation")]
    [InlineData("Hochschul-dozent")]
    [InlineData("Innenarchitektin")]
    [InlineData("Innenarchitekt ")]
    [InlineData("Vertreter*innen")]
    [InlineData("Vertretung")]
    [InlineData("E-Learning-Kurs")]
    [InlineData("e-Learning-Modul")]
    [InlineData("Turmstraße")]
    [InlineData("Beteiligungsprozess")]
    [InlineData("Bürgerbeteiligung")]
    [InlineData("Teilhabe")]
    [InlineData("Partizipation")]
    [InlineData("Weiterbildung")]
    [InlineData("Schulung")]
    [InlineData("Workshop")]
    [InlineData("Chancengerechtigkeit")]
    [InlineData("Gemeinderat")]
    [InlineData("LAKA")]
    [InlineData("Landesverband")]
    [InlineData("Sprachrohr")]
    [InlineData("Bauingenieur")]
    [InlineData("Beratung")]
    public void A_word_that_search_is_measured_by_occurs(string word) => Assert.Contains(word, AllTexts.Value);

    private static readonly Lazy<string> AllTexts = new(() => string.Join('\n', Directory
        .EnumerateFiles(NetworkHost.SeedFolder, "*", SearchOption.AllDirectories)
        .Where(f => Path.GetExtension(f) is ".json" or ".md" && Path.GetFileName(f) != "README.md").Select(File.ReadAllText)
        .Select(text => text.Replace("\\", string.Empty, StringComparison.Ordinal))));

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:[-*'’\p{Mn}][\p{L}\p{N}]+)*")]
    private static partial Regex Words();

    [GeneratedRegex(@"\(/wissen/([a-z0-9-]+)")]
    private static partial Regex ArticleLinks();
}
