using Beirat.Network.Common;
using Beirat.Network.Discussions;
using Beirat.Network.Seeding;
using Beirat.Network.Tests.Setting;
using Xunit;

namespace Beirat.Network.Tests.Discussions;

/// <summary>How far somebody has read, what they began to write, and posts by language. On every store.</summary>
public abstract class ThreadReadingTests(Store store)
{
    private static readonly Guid Thread = SeedIds.Of("discussion", "wohnungssuche-mit-grosser-familie");
    private static readonly Guid ForMembers = SeedIds.Of("discussion", "vorbereitung-der-sitzung-im-dezember");

    private NetworkHost Network => store.Demo();

    [Fact]
    public async Task The_mark_moves_forward_only_and_counts_what_is_unread()
    {
        var last = (await ThreadAsync(Viewers.Deputy)).LastSequence;
        Assert.Equal(last, await UnreadAsync(Viewers.Deputy));
        Assert.Equal(3, Done(await ReadAsync(Viewers.Deputy, 3)));
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => ReadAsync(Viewers.Organization, 2))));
        await ReadAsync(Viewers.Deputy, 1);
        await ReadAsync(Viewers.Deputy, -5);

        Assert.Equal(last - 3, await UnreadAsync(Viewers.Deputy));
        Assert.Equal(last - 2, await UnreadAsync(Viewers.Organization));
        Assert.Equal(3, (await ThreadAsync(Viewers.Deputy)).Read);
        Assert.Equal(last, Done(await ReadAsync(Viewers.Deputy, long.MaxValue)));
        Assert.DoesNotContain(Thread, (await ListAsync(Viewers.Deputy, new DiscussionFilter(Unread: true))).Select(d => d.Id));
        Assert.IsType<Outcome<long>.NotFound>(await ReadAsync(Viewer.Public, 3));
        Assert.IsType<Outcome<long>.NotFound>(await Network.AskAsync((ThreadReadHandler h) => h.RunAsync(Viewers.Organization, new ReadThread(ForMembers, 1))));
        Assert.All(await ListAsync(Viewer.Public, new DiscussionFilter()), d => Assert.Null(d.Unread));
    }

    [Fact]
    public async Task Own_words_are_read_by_their_writer_unless_something_was_skipped()
    {
        var thread = SeedIds.Of("discussion", "schwimmkurse-fuer-frauen-und-kinder");
        async Task<long?> WrittenAsync(Viewer writer)
        {
            await Network.AskAsync((PostReplyHandler h) => h.RunAsync(writer, new PostReply(thread, new PostText("Von mir", "de", Guid.NewGuid()))));
            return (await ListAsync(writer, new DiscussionFilter())).First(d => d.Id == thread).Unread;
        }

        await Network.AskAsync((ThreadReadHandler h) => h.RunAsync(Viewers.Member, new ReadThread(thread, long.MaxValue)));

        Assert.Equal(0, await WrittenAsync(Viewers.Member));
        Assert.Equal(0, await WrittenAsync(Viewers.Member));
        var all = await WrittenAsync(Viewers.Deputy);
        Assert.True(all > 2);
        Assert.Equal(2, await WrittenAsync(Viewers.Member));
    }

    [Fact]
    public async Task A_draft_is_its_writers_alone_and_goes_when_it_is_sent()
    {
        Assert.IsType<Outcome<DateTimeOffset?>.Done>(await KeepAsync(Viewers.Member, ForMembers, "Angefangen"));
        Assert.IsType<Outcome<DateTimeOffset?>.Done>(await KeepAsync(Viewers.Member, ForMembers, "Angefangen und weiter"));
        Assert.IsType<Outcome<DateTimeOffset?>.NotFound>(await KeepAsync(Viewers.Organization, ForMembers, "Fremd"));
        Assert.Equal(Refusal.TooLong, Assert.IsType<Outcome<DateTimeOffset?>.Invalid>(await KeepAsync(Viewers.Member, ForMembers, new string('x', Post.MaxTextLength + 1))).Fields["text"]);

        Assert.Equal("Angefangen und weiter", (await DraftAsync(Viewers.Member, ForMembers))!.Text);
        Assert.Null(await DraftAsync(Viewers.Deputy, ForMembers));
        Assert.Contains(await Network.AskAsync((PostDrafts d) => d.OwnAsync(Viewers.Member)), d => d.Draft.DiscussionId == ForMembers && d.Title is not null);
        Assert.Empty(await Network.AskAsync((PostDrafts d) => d.OwnAsync(Viewers.Deputy)));
        await Network.AskAsync((PostReplyHandler h) => h.RunAsync(Viewers.Member, new PostReply(ForMembers, new PostText("Fertig", "de", Guid.NewGuid()))));
        Assert.Null(await DraftAsync(Viewers.Member, ForMembers));

        await KeepAsync(Viewers.Member, Thread, "Noch einer");
        await KeepAsync(Viewers.Member, Thread, "  ");
        Assert.Null(await DraftAsync(Viewers.Member, Thread));
    }

    [Fact]
    public async Task Posts_by_language_say_how_many_others_there_are()
    {
        var all = await ThreadAsync(Viewer.Public);
        Assert.True(all.Languages.Count > 1);

        var some = (await Network.AskAsync((ThreadQuery q) => q.RunAsync(Viewer.Public, Thread, 1, ["de"])))!;

        Assert.NotEmpty(some.Posts);
        Assert.All(some.Posts, p => Assert.True(p.Removed || p.Language == "de"));
        Assert.Equal(all.Posts.Count(p => p.Sequence <= some.To), some.Posts.Count + some.Hidden);
        Assert.True(some.Hidden > 0);
    }

    private static long Done(Outcome<long> outcome) => Assert.IsType<Outcome<long>.Done>(outcome).Value;

    private async Task<long?> UnreadAsync(Viewer viewer) => (await ListAsync(viewer, new DiscussionFilter())).First(d => d.Id == Thread).Unread;

    private Task<Outcome<long>> ReadAsync(Viewer viewer, long sequence) => Network.AskAsync((ThreadReadHandler h) => h.RunAsync(viewer, new ReadThread(Thread, sequence)));

    private Task<Outcome<DateTimeOffset?>> KeepAsync(Viewer viewer, Guid thread, string text) => Network.AskAsync((PostDrafts d) => d.RunAsync(viewer, new KeepDraft(thread, text, "de", "private")));

    private Task<DraftView?> DraftAsync(Viewer viewer, Guid thread) => Network.AskAsync((PostDrafts d) => d.FindAsync(viewer, thread));

    private async Task<ThreadView> ThreadAsync(Viewer viewer) => (await Network.AskAsync((ThreadQuery q) => q.RunAsync(viewer, Thread)))!;

    private async Task<IReadOnlyList<DiscussionCard>> ListAsync(Viewer viewer, DiscussionFilter filter) => (await Network.AskAsync((DiscussionListQuery q) => q.RunAsync(viewer, filter))).Items;
}

public sealed class ThreadReadingOnSqlite(SqliteNetwork store) : ThreadReadingTests(store), IClassFixture<SqliteNetwork>;

public sealed class ThreadReadingOnPostgres(PostgresNetwork store) : ThreadReadingTests(store), IClassFixture<PostgresNetwork>;
