using Beirat.Network.Accounts;
using Beirat.Network.Common;
using Beirat.Network.Discussions;
using Beirat.Network.Seeding;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.Discussions;

/// <summary>"That helped me": once for each person, never of one's own, and only of what one may read. On every store.</summary>
public abstract class PostMarkTests(Store store)
{
    private static readonly Guid Thread = SeedIds.Of("discussion", "wohnungssuche-mit-grosser-familie");

    private NetworkHost Network => store.Demo();

    [Fact]
    public async Task A_mark_counts_once_for_each_person_and_can_be_taken_back()
    {
        var post = await PostAsync(Thread, p => p.AuthorId != Viewers.Member.PersonId && p.AuthorId != Viewers.Deputy.PersonId);
        var before = await HelpedAsync(post);

        foreach (var viewer in new[] { Viewers.Member, Viewers.Member, Viewers.Deputy }) Assert.IsType<Outcome<long>.Done>(await MarkAsync(viewer, post, true));
        Assert.Equal(before + 2, await HelpedAsync(post));

        foreach (var viewer in new[] { Viewers.Member, Viewers.Member }) Assert.IsType<Outcome<long>.Done>(await MarkAsync(viewer, post, false));
        Assert.Equal(before + 1, await HelpedAsync(post));
    }

    [Fact]
    public async Task Nobody_marks_their_own_post_nor_one_that_they_may_not_read_nor_one_that_is_removed()
    {
        var own = await PostAsync(Thread, p => p.AuthorId == SeedIds.Of("person", "yusuf-al-hamdani"));
        Assert.Equal(Refusal.OwnArticle, Assert.IsType<Outcome<long>.Refused>(await MarkAsync(Viewers.Of("yusuf-al-hamdani", AccountRole.ExpertMember), own, true)).Reason);
        Assert.Throws<InvalidOperationException>(() => new PostMark(own, own.AuthorId!.Value, default));

        var staffOnly = await PostAsync(SeedIds.Of("discussion", "pflege-der-kontaktliste"), _ => true);
        foreach (var other in new[] { Viewers.Member, Viewers.Organization, Viewers.Office }) Assert.IsType<Outcome<long>.NotFound>(await MarkAsync(other, staffOnly, true));
        Assert.Equal(Refusal.SignInFirst, Assert.IsType<Outcome<long>.Refused>(await MarkAsync(Viewer.Public, own, true)).Reason);
        Assert.IsType<Outcome<long>.NotFound>(await MarkAsync(Viewers.Member, own, true, SeedIds.Of("discussion", "dolmetschen-beim-arzt")));

        var removed = await PostAsync(Thread, p => p.AuthorId == SeedIds.Of("person", "layla-haddad"));
        await Network.AskAsync((PostRemovalHandler h) => h.RunAsync(Viewers.Staff, new PostRemoval(Thread, removed.Id, "Grund")));
        Assert.IsType<Outcome<long>.NotFound>(await MarkAsync(Viewers.Member, removed, true));
    }

    [Fact]
    public async Task The_button_pressed_many_times_at_once_is_one_mark()
    {
        var post = await PostAsync(Thread, p => p.AuthorId == SeedIds.Of("person", "ioana-marinescu"));
        var viewer = Viewers.Of("parwin-rahimi", AccountRole.ExpertMember);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => MarkAsync(viewer, post, true))));

        Assert.All(outcomes, o => Assert.IsType<Outcome<long>.Done>(o));
        await using var db = Network.Db();
        Assert.Equal(1, await db.PostMarks.CountAsync(m => m.PostId == post.Id && m.PersonId == viewer.PersonId));
    }

    private async Task<Post> PostAsync(Guid thread, Func<Post, bool> wanted)
    {
        await using var db = Network.Db();
        return (await db.Posts.AsNoTracking().Where(p => p.DiscussionId == thread && p.RemovedAt == null).OrderBy(p => p.Sequence).ToListAsync()).First(wanted);
    }

    private async Task<int> HelpedAsync(Post post) =>
        (await Network.AskAsync((ThreadQuery q) => q.ChangedAsync([post.Id]))).Single().Helped;

    private Task<Outcome<long>> MarkAsync(Viewer viewer, Post post, bool helped, Guid? thread = null) =>
        Network.AskAsync((PostMarkingHandler h) => h.RunAsync(viewer, new PostMarking(thread ?? post.DiscussionId, post.Id, helped)));
}

public sealed class PostMarksOnSqlite(SqliteNetwork store) : PostMarkTests(store), IClassFixture<SqliteNetwork>;

public sealed class PostMarksOnPostgres(PostgresNetwork store) : PostMarkTests(store), IClassFixture<PostgresNetwork>;
