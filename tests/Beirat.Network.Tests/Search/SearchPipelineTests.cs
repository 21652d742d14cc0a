using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Discussions;
using Beirat.Network.Knowledge;
using Beirat.Network.Outbox;
using Beirat.Network.Search;
using Beirat.Network.Seeding;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.Search;

/// <summary>What is saved is found, what was changed is found by its new words only, what is gone is not found.</summary>
public sealed class SearchPipelineTests(RunningCouncil council) : IClassFixture<RunningCouncil>
{
    // Letters only, and an end that no stemmer takes off: the same word in the text and in the index.
    // Consonants only: "ae" and the like are one letter to the German analysis.
    private readonly string _word = "Zwetsch" + string.Concat(Guid.NewGuid().ToByteArray()[..8].Select(b => "bdfgklmprtvwz"[b % 13])) + "muk";

    private NetworkHost Network => council.Network;

    [Fact]
    public async Task An_article_is_found_as_soon_as_it_is_saved()
    {
        var article = await SaveAsync(Audience.Public, _word);

        var hit = Assert.Single(await FindAsync(Viewer.Public, _word));
        Assert.Equal((SubjectKind.Article, article), (hit.Kind, hit.Id));
        Assert.Contains(hit.Snippet, p => p.Marked && p.Text == _word);
    }

    [Fact]
    public async Task A_changed_article_is_found_by_its_new_word_and_no_more_by_the_old_one()
    {
        var article = await SaveAsync(Audience.Public, _word);

        await Network.ChangeAsync(async db => (await db.Articles.SingleAsync(a => a.Id == article)).Revise(Text(Audience.Public, "Quittengelee" + _word), Network.Time.GetUtcNow()));
        await Network.IndexedAsync();

        Assert.Empty(await FindAsync(Viewers.Staff, _word));
        Assert.Single(await FindAsync(Viewer.Public, "Quittengelee" + _word));
    }

    [Fact]
    public async Task A_deleted_article_is_gone()
    {
        var article = await SaveAsync(Audience.Public, _word);

        await Network.ChangeAsync(async db => db.Articles.Remove(await db.Articles.SingleAsync(a => a.Id == article)));
        await Network.IndexedAsync();

        Assert.Empty(await FindAsync(Viewers.Staff, _word));
        Assert.Equal(0, Network.Get<SearchIndex>().Search((s, _) => new { Hits = s.Search(Subject(article), 1).TotalHits })!.Hits);
    }

    [Fact]
    public async Task Somebody_whose_article_is_withdrawn_from_the_public_is_not_found_by_it_even_before_the_index_knows()
    {
        var article = await SaveAsync(Audience.Public, _word);
        await Network.StopAsync();

        await Network.ChangeAsync(async db => (await db.Articles.SingleAsync(a => a.Id == article)).Revise(Text(Audience.Staff, _word), Network.Time.GetUtcNow()));

        var result = await Network.AskAsync((SearchQuery q) => q.RunAsync(Viewer.Public, new SearchRequest(_word)));
        await Network.StartAsync();
        Assert.Empty(result.Hits);
        Assert.Equal(0, result.Total);
    }

    [Theory]
    [InlineData(Audience.Public, "public office organization member deputy staff")]
    [InlineData(Audience.Organizations, "organization member deputy staff")]
    [InlineData(Audience.Members, "member deputy staff")]
    [InlineData(Audience.Staff, "staff")]
    public async Task An_article_and_a_post_are_found_by_their_audience_and_by_nobody_else(Audience audience, string finders)
    {
        await SaveAsync(audience, _word);
        await PostAsync(audience, _word);

        foreach (var (who, viewer) in Everybody)
        {
            var expected = finders.Split(' ').Contains(who) ? new[] { SubjectKind.Article, SubjectKind.Post } : [];
            Assert.Equal(expected, (await FindAsync(viewer, _word)).Select(h => h.Kind).Order());
        }
    }

    [Fact]
    public async Task What_is_filed_under_a_topic_is_found_by_the_topics_new_name_at_once()
    {
        var topic = SeedIds.Of("topic", "schwimmen");
        await Network.StopAsync();
        await Network.StartOnlyAsync<IndexFeed>();

        await Network.ChangeAsync(async db => (await db.Topics.Include(t => t.Labels).SingleAsync(t => t.Id == topic))
            .Describe("de", Topics.TopicLabelKind.Preferred, _word));
        await Network.IndexedAsync();

        var found = Network.Get<SearchIndex>().Search((s, _) => new { Articles = s.Search(new Lucene.Net.Search.BooleanQuery
        {
            { new Lucene.Net.Search.TermQuery(new Lucene.Net.Index.Term(SearchField.Head, _word.ToLowerInvariant())), Lucene.Net.Search.Occur.MUST },
            { new Lucene.Net.Search.TermQuery(new Lucene.Net.Index.Term(SearchField.Kind, "Article")), Lucene.Net.Search.Occur.MUST },
        }, 10).TotalHits })!;
        Assert.NotEqual(0, found.Articles);
        await Network.StopAsync();
        await Network.StartAsync();
    }

    [Fact]
    public async Task A_removed_post_is_not_found()
    {
        var post = await PostAsync(Audience.Public, _word);
        Assert.Single(await FindAsync(Viewer.Public, _word));

        await Network.ChangeAsync(async db => (await db.Posts.SingleAsync(p => p.Id == post)).Remove(Viewers.Staff, Network.Time.GetUtcNow()));
        await Network.IndexedAsync();

        Assert.Empty(await FindAsync(Viewers.Staff, _word));
    }

    [Fact]
    public async Task Somebody_who_gets_a_role_is_found_by_staff_and_by_others_once_they_agreed()
    {
        var person = new Beirat.Network.People.Person(Guid.CreateVersion7(), _word.ToLowerInvariant(), "Ada", _word);
        await Network.ChangeAsync(db => db.People.AddAsync(person).AsTask());
        await Network.IndexedAsync();
        Assert.Empty(await FindAsync(Viewer.Public, _word));

        await Network.ChangeAsync(db => db.Memberships.AddAsync(new Organizations.Membership(
            Guid.CreateVersion7(), person.Id, SeedIds.Of("organization", "balkan-bruecke"), Organizations.MembershipRole.Chair, new Period(new DateOnly(2026, 1, 1), null))).AsTask());
        await Network.IndexedAsync();
        Assert.Equal(person.Id, Assert.Single(await FindAsync(Viewers.Staff, _word)).Id);
        Assert.Empty(await FindAsync(Viewer.Public, _word));

        await Network.ChangeAsync(async db =>
        {
            var stored = await db.People.Include(p => p.Consents).SingleAsync(p => p.Id == person.Id);
            stored.Allow(ProfileField.Roles, ConsentPurpose.Showing, Audience.Public, new ConsentTerms(1, Network.Time.GetUtcNow(), null));
        });
        await Network.IndexedAsync();

        Assert.Equal(person.Id, Assert.Single(await FindAsync(Viewer.Public, _word)).Id);
    }

    private static (string Who, Viewer Viewer)[] Everybody =>
    [
        ("public", Viewer.Public), ("office", Viewers.Office), ("organization", Viewers.Organization),
        ("member", Viewers.Member), ("deputy", Viewers.Deputy), ("staff", Viewers.Staff),
    ];

    private static Lucene.Net.Search.TermQuery Subject(Guid article) =>
        new(new Lucene.Net.Index.Term(SearchField.Subject, new Subject(SubjectKind.Article, article).ToString()));

    private static ArticleText Text(Audience audience, string word) => new("Ein Rezept", $"Darin steht {word} und sonst wenig.", "de", audience);

    private async Task<Guid> SaveAsync(Audience audience, string word)
    {
        var article = new Article(Guid.CreateVersion7(), $"rezept-{Guid.NewGuid():N}", Text(audience, word), Network.Time.GetUtcNow());
        await Network.ChangeAsync(db => db.Articles.AddAsync(article).AsTask());
        await Network.IndexedAsync();
        return article.Id;
    }

    private async Task<Guid> PostAsync(Audience audience, string word)
    {
        var thread = new Discussion(Guid.CreateVersion7(), "Rezepte", "Worum es geht", "de", audience, Network.Time.GetUtcNow());
        await Network.ChangeAsync(db => db.Discussions.AddAsync(thread).AsTask());
        var outcome = await Network.AskAsync((PostReplyHandler h) => h.RunAsync(
            Viewers.Staff, new PostReply(thread.Id, new PostText($"Ich empfehle {word}.", "de", Guid.CreateVersion7()))));
        await Network.IndexedAsync();
        return Assert.IsType<Outcome<PostReceipt>.Done>(outcome).Value.Id;
    }

    private async Task<IReadOnlyList<SearchHit>> FindAsync(Viewer viewer, string word) =>
        (await Network.AskAsync((SearchQuery q) => q.RunAsync(viewer, new SearchRequest(word)))).Hits;
}
