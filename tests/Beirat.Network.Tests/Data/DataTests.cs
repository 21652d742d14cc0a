using System.Globalization;
using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Discussions;
using Beirat.Network.Knowledge;
using Beirat.Network.Outbox;
using Beirat.Network.People;
using Beirat.Network.Seeding;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.Data;

/// <summary>One model, two databases that behave alike.</summary>
public abstract class DataTests(Store store)
{
    private NetworkHost Network => store.Demo();

    [Fact]
    public async Task The_migrations_hold_the_whole_model()
    {
        await using var db = Network.Db();

        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task Migrating_and_seeding_again_change_nothing()
    {
        await using var db = Network.Db();
        var before = (await db.People.CountAsync(), await db.Posts.CountAsync(), await db.Users.CountAsync());

        await Network.MigrateAsync();

        Assert.False(await Network.SeedAsync());
        Assert.Equal(before, (await db.People.CountAsync(), await db.Posts.CountAsync(), await db.Users.CountAsync()));
    }

    [Fact]
    public async Task The_seed_arrives_whole()
    {
        await using var db = Network.Db();

        // Other tests of this class add people of their own.
        Assert.True(await db.People.CountAsync() >= 38);
        Assert.Equal((20, 74, 6), (await db.Seats.CountAsync(), await db.Topics.CountAsync(), await db.Users.CountAsync()));
        Assert.All(await db.Discussions.ToListAsync(), d => Assert.Equal(d.LastSequence, db.Posts.Count(p => p.DiscussionId == d.Id)));
    }

    [Fact]
    public async Task An_article_comes_back_as_it_was_saved()
    {
        var published = new DateTimeOffset(2026, 3, 14, 15, 9, 26, 535, TimeSpan.FromHours(2));
        var text = new ArticleText("Мова · لغة · Straße \U0001F600", "Zeile 1\nZeile 2 'mit' \"Zeichen\" % _ \\", "uk", Audience.Organizations);
        var article = new Article(Guid.CreateVersion7(), $"probe-{Guid.NewGuid():N}", text, published);
        article.Document(null, null, new DateOnly(2027, 2, 28));
        article.File([SeedIds.Of("topic", "schule"), SeedIds.Of("topic", "sprache")]);

        await Network.ChangeAsync(d => d.Articles.AddAsync(article).AsTask());

        await using var db = Network.Db();
        var read = await db.Articles.Include(a => a.Topics).SingleAsync(a => a.Id == article.Id);
        Assert.Equal((text.Title, text.Text, text.Language, text.Audience), (read.Title, read.Text, read.Language, read.Audience));
        Assert.Equal((published, TimeSpan.Zero), (read.PublishedAt, read.PublishedAt.Offset));
        Assert.Equal((null, null, new DateOnly(2027, 2, 28)), (read.ExternalId, read.AuthorId, read.ReviewOn));
        Assert.Equal(2, read.Topics.Count);
    }

    [Fact]
    public async Task A_person_comes_back_with_lists_levels_and_uses()
    {
        var person = new Person(Guid.CreateVersion7(), $"p-{Guid.NewGuid():N}", "Zoë", "Łuczak");
        person.Describe("Zeile", "Text");
        person.Reach(["Böckingen", "Sontheim", "Böckingen"], ["Eltern"]);
        person.Speak("ar", LanguageLevel.C1, LanguageUses.Advise | LanguageUses.Translate);
        person.Practise("Innenarchitektin", null);
        person.BeAway(new Period(new DateOnly(2026, 1, 1), null));

        await Network.ChangeAsync(d => d.People.AddAsync(person).AsTask());

        await using var db = Network.Db();
        var read = await db.People.Include(p => p.Languages).Include(p => p.Professions).SingleAsync(p => p.Id == person.Id);
        Assert.Equal(["Böckingen", "Sontheim"], read.Districts);
        Assert.Equal(LanguageUses.Advise | LanguageUses.Translate, Assert.Single(read.Languages).Uses);
        Assert.Equal(("luczak zoe", null, null), (read.SortName, read.Professions[0].Degree, read.AbsentUntil));
        Assert.True(await db.People.AnyAsync(p => p.Id == person.Id && p.Districts.Contains("Sontheim")));
    }

    [Fact]
    public async Task A_capacity_comes_back_as_it_was_frozen()
    {
        await using var db = Network.Db();
        var organization = await db.Posts.Where(p => p.Capacity.Kind == CapacityKind.Organization).Select(p => p.Capacity).FirstAsync();
        var seat = await db.Posts.Where(p => p.Capacity.Kind == CapacityKind.Member).Select(p => p.Capacity).FirstAsync();

        Assert.NotNull(organization.OrganizationName);
        Assert.NotNull(organization.Role);
        Assert.InRange(seat.SeatNumber!.Value, 1, 20);
        Assert.Null(seat.OrganizationId);
    }

    [Fact]
    public async Task Moments_are_sorted_by_time_and_not_by_how_they_were_written()
    {
        string[] moments = ["2026-03-29T00:30:00Z", "2026-03-29T03:15:00+02:00", "2026-03-29T00:45:00+01:00", "2025-12-31T23:59:59-05:00", "2026-01-01T05:00:00Z"];
        var language = "sq";
        await Network.ChangeAsync(d => d.Articles.AddRangeAsync(moments.Select((m, i) => new Article(
            Guid.CreateVersion7(), $"zeit-{i}", new ArticleText($"Zeit {i}", "Text", language, Audience.Staff), DateTimeOffset.Parse(m, CultureInfo.InvariantCulture)))));

        await using var db = Network.Db();
        var read = await db.Articles.Where(a => a.Language == language).OrderBy(a => a.PublishedAt).Select(a => a.PublishedAt).ToListAsync();
        var limit = DateTimeOffset.Parse("2026-03-29T01:00:00+01:00", CultureInfo.InvariantCulture);

        Assert.Equal(moments.Select(m => DateTimeOffset.Parse(m, CultureInfo.InvariantCulture)).Order(), read);
        Assert.Equal(2, await db.Articles.CountAsync(a => a.Language == language && a.PublishedAt > limit));
    }

    [Fact]
    public async Task A_change_and_its_note_are_saved_together_or_not_at_all()
    {
        var article = new Article(Guid.CreateVersion7(), $"notiz-{Guid.NewGuid():N}", new ArticleText("Notiz", "Text", "de", Audience.Public), Network.Time.GetUtcNow());
        await Network.ChangeAsync(d => d.Articles.AddAsync(article).AsTask());
        var twin = new Article(Guid.CreateVersion7(), article.Slug, new ArticleText("Zwilling", "Text", "de", Audience.Public), Network.Time.GetUtcNow());

        await Assert.ThrowsAsync<DbUpdateException>(() => Network.ChangeAsync(d => d.Articles.AddAsync(twin).AsTask()));

        Assert.Equal((1, 0), (await NotesAsync(article.Id), await NotesAsync(twin.Id)));
    }

    [Fact]
    public async Task Two_who_change_the_same_do_not_overwrite_each_other()
    {
        var id = SeedIds.Of("article", "ankommen-in-heilbronn");
        await using var one = Network.Db();
        await using var other = Network.Db();
        (await one.Articles.SingleAsync(a => a.Id == id)).Document(null, "eins", null);
        (await other.Articles.SingleAsync(a => a.Id == id)).Document(null, "zwei", null);

        await one.SaveChangesAsync();

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => other.SaveChangesAsync());
    }

    [Fact]
    public async Task What_was_loaded_can_be_given_something_new()
    {
        var seat = SeedIds.Of("seat", "13");
        await Network.ChangeAsync(async d => (await d.Seats.Include(s => s.Assignments).SingleAsync(s => s.Id == seat))
            .Assign(SeedIds.Of("person", "goran-ilic"), 1, new Period(new DateOnly(2027, 1, 1), null)));
        await Network.ChangeAsync(async d => (await d.People.Include(p => p.Professions).SingleAsync(p => p.Slug == "goran-ilic")).Practise("Bäcker", null));

        await using var db = Network.Db();
        Assert.Equal(2, await db.SeatAssignments.CountAsync(a => a.SeatId == seat));
        Assert.True(await db.People.AnyAsync(p => p.Professions.Any(w => w.Title == "Bäcker")));
    }

    [Fact]
    public async Task Rows_that_point_to_nothing_are_refused() => await Assert.ThrowsAsync<DbUpdateException>(() =>
        Network.ChangeAsync(db => db.Memberships.AddAsync(new Organizations.Membership(
            Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Organizations.MembershipRole.Chair, new Period(DateOnly.MinValue, null))).AsTask()));

    [Fact]
    public async Task A_sound_database_has_no_faults() => Assert.Empty(await Network.Get<INetworkStore>().FindFaultsAsync());

    private async Task<int> NotesAsync(Guid subject)
    {
        await using var db = Network.Db();
        return await db.Outbox.CountAsync(e => e.SubjectId == subject && e.Kind == SubjectKind.Article);
    }
}

public sealed class DataOnSqlite(SqliteNetwork store) : DataTests(store), IClassFixture<SqliteNetwork>
{
    [Fact]
    public async Task It_knows_how_its_data_lies_once_it_has_looked()
    {
        var network = store.Demo();

        await network.Get<INetworkStore>().LearnAsync();

        await using var db = network.Db();
        Assert.Contains("Articles", await db.Database.SqlQueryRaw<string>("SELECT DISTINCT tbl AS Value FROM sqlite_stat1").ToListAsync());
    }
}

public sealed class DataOnPostgres(PostgresNetwork store) : DataTests(store), IClassFixture<PostgresNetwork>;
