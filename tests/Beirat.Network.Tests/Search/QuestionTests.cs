using System.Diagnostics;
using Beirat.Network.Common;
using Beirat.Network.Knowledge;
using Beirat.Network.Outbox;
using Beirat.Network.Search;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.Search;

/// <summary>What people type, and what others type on purpose.</summary>
public sealed class QuestionTests(RunningCouncil council) : IClassFixture<RunningCouncil>
{
    public static TheoryData<string> Hostile =>
    [
        new string('a', 100_000),
        string.Join(' ', Enumerable.Range(0, 20_000).Select(i => $"wort{i}")),
        "* ? ** *:* [* TO *] a* *a ~ a~2 \"a b\"~5",
        "+ - && || ! ( ) { } [ ] ^ \" ~ * ? : \\ /",
        "AND OR NOT (((((((((",
        "kind:Article audience:Staff",
        ". , ; : ! ? … – — « » „ “ ' \"",
        "\U0001F600 \U0001F1E9\U0001F1EA \U0001F468‍\U0001F469‍\U0001F467",
        "\0\u0001\u202E\uFFFD",
        "allein \uD83D \uDE00",
        string.Concat(Enumerable.Repeat("\U0001F600", 1_500)),
        new string('x', 1_999) + "\U0001F600",
        "a" + new string('\u0337', 3_000),
        "------------------------------",
        "' OR 1=1; DROP TABLE Articles; --",
        "<script>alert(1)</script>",
        "der die das und",
        "",
        "   ",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Whatever_is_typed_is_answered_soon(string text)
    {
        var clock = Stopwatch.StartNew();

        var result = await RunAsync(text);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{clock.Elapsed} for {text.Length} characters.");
        Assert.InRange(result.Query.Length, 0, 2_000);
        Assert.InRange(result.Hits.Count, 0, SearchQuery.MaxCount);
    }

    [Theory]
    [InlineData("...")]
    [InlineData("\U0001F600\U0001F600")]
    [InlineData("---")]
    public async Task Nothing_is_found_where_nothing_was_asked(string text) => Assert.Equal(0, (await RunAsync(text)).Total);

    [Fact]
    public async Task A_wildcard_is_not_an_operator() =>
        Assert.Equal(0, (await RunAsync("Turmstr*")).Hits.Count(h => h.Reasons.Any(r => r.Word.Equals("Turmstraße", StringComparison.OrdinalIgnoreCase))));

    [Theory]
    [InlineData("katılım")]
    [InlineData("участь")]
    [InlineData("участие")]
    [InlineData("مشاركة")]
    [InlineData("participation")]
    [InlineData("Partizipation")]
    [InlineData("Teilhabe")]
    public async Task A_concept_in_any_language_finds_the_german_items(string word)
    {
        var result = await RunAsync(word, count: 50);

        Assert.Contains(result.Concepts, c => c.Id == "teilhabe");
        var expected = await GermanItemsAsync();
        Assert.Subset(result.Hits.Select(h => h.Id).ToHashSet(), expected);
        Assert.Contains(result.Hits, h => h.Kind == SubjectKind.Topic && h.Key == "teilhabe");
    }

    [Fact]
    public async Task Without_the_concept_only_the_word_itself_counts()
    {
        var result = await council.Network.AskAsync((SearchQuery q) =>
            q.RunAsync(Viewer.Public, new SearchRequest("участь", Count: 50) { Without = ["teilhabe"] }));

        Assert.Empty(result.Concepts);
        var german = await GermanItemsAsync();
        Assert.DoesNotContain(result.Hits, h => german.Contains(h.Id));
    }

    [Theory]
    [InlineData("Turmstrasse", "Turmstraße")]
    [InlineData("turmstraße", "Turmstraße")]
    [InlineData("Hochschuldozent", "Hochschul-dozent")]
    [InlineData("elearning", "E-Learning")]
    [InlineData("e learning", "Learning")]
    public async Task Spellings_meet(string typed, string written)
    {
        var result = await RunAsync(typed);

        Assert.Contains(result.Hits, h => h.Reasons.Any(r => r.Word.StartsWith(written, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Kind_and_language_narrow_and_pages_do_not_overlap()
    {
        var first = await RunAsync("Beirat", page: 1, count: 5);
        var second = await RunAsync("Beirat", page: 2, count: 5);
        var narrowed = await council.Network.AskAsync((SearchQuery q) =>
            q.RunAsync(Viewer.Public, new SearchRequest("Heilbronn", SubjectKind.Article, "en")));

        Assert.Equal(10, first.Hits.Concat(second.Hits).Select(h => h.Id).Distinct().Count());
        Assert.NotEmpty(narrowed.Hits);
        Assert.All(narrowed.Hits, h => Assert.Equal((SubjectKind.Article, "en"), (h.Kind, h.Language)));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-5, -5)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public async Task A_page_beyond_the_edge_is_no_fault(int page, int count) => Assert.NotNull(await RunAsync("Beirat", page, count));

    private Task<SearchResult> RunAsync(string text, int page = 1, int count = 20) =>
        council.Network.AskAsync((SearchQuery q) => q.RunAsync(Viewer.Public, new SearchRequest(text, Page: page, Count: count)));

    private async Task<HashSet<Guid>> GermanItemsAsync()
    {
        await using var db = council.Network.Db();
        var topic = await db.Topics.Where(t => t.Slug == "teilhabe").Select(t => t.Id).SingleAsync();
        var articles = await db.Articles.VisibleTo(Viewer.Public).Where(a => a.Language == "de" && a.Topics.Any(t => t.TopicId == topic)).Select(a => a.Id).ToListAsync();
        Assert.NotEmpty(articles);
        return [.. articles];
    }
}
