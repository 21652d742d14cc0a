using Beirat.Network.Common;
using Beirat.Network.Messages;
using Beirat.Network.Notices;
using Beirat.Network.Testing;
using Beirat.Network.Tests.AdviceRequests;
using Beirat.Network.Tests.Messages;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.Notices;

/// <summary>Who follows what, what they want to hear of it, and what the portal shows as new. On every store.</summary>
public abstract class FollowTests(Store store) : IAsyncLifetime
{
    private NetworkHost? _network;

    private NetworkHost Network => _network ??= store.Node(Correspondence.UseMail);

    public async ValueTask InitializeAsync() => await store.Demo().ForgetAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Whoever_begins_writes_is_called_or_asked_follows_from_there_and_nobody_else()
    {
        var thread = await Network.ThreadAsync(Cast.Staff);
        await Network.SayAsync(Cast.Staff, thread, "Eins");
        await Network.SayAsync(Cast.Administrator, thread, "Zwei, und @Aylin Demirtaş weiß es.");
        await Network.SayAsync(Cast.Staff, thread, "Drei", "Murat Kocabaş");
        await Network.LookAsync();

        await using var db = Network.Db();
        var follows = await db.ThreadFollows.Where(f => f.DiscussionId == thread).ToDictionaryAsync(f => f.PersonId, f => f.From);
        Assert.Equal(4, follows.Count);
        Assert.Equal(1, follows[Viewers.Member.PersonId!.Value]);
        Assert.Equal(2, follows[Viewers.Deputy.PersonId!.Value]);
    }

    [Fact]
    public async Task Whoever_said_no_stays_untold_whatever_happens_there_and_yes_begins_anew()
    {
        await Network.WishAsync(Cast.Member, NoticePace.AtOnce);
        var thread = await Network.ThreadAsync(Cast.Member);
        await Network.FollowAsync(Cast.Member, thread, false);
        await Network.SayAsync(Cast.Member, thread, "Ich schreibe trotzdem.");
        await Network.SayAsync(Cast.Deputy, thread, "Hören Sie, @Aylin Demirtaş?");
        await Network.LookAsync();
        Assert.Empty(await Network.ToldAsync(Cast.Member, thread));
        Assert.DoesNotContain(await Network.NewsAsync(Cast.Member), n => n.DiscussionId == thread);

        await Network.FollowAsync(Cast.Member, thread);
        await Network.LookAsync();
        Assert.Empty(await Network.ToldAsync(Cast.Member, thread));
        await Network.SayAsync(Cast.Deputy, thread, "Und jetzt?");
        await Network.LookAsync();
        Assert.Contains("Posts = 1, First = 3", Assert.Single(await Network.ToldAsync(Cast.Member, thread)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saying_no_while_a_mail_is_written_holds_and_costs_nobody_an_error()
    {
        await Network.WishAsync(Cast.Member, NoticePace.AtOnce);
        for (var round = 0; round < 5; round++)
        {
            var thread = await Network.ThreadAsync(Cast.Member);
            await Network.SayAsync(Cast.Deputy, thread, "Neues");
            Network.Time.Advance(TimeSpan.FromMinutes(2));

            var looks = Enumerable.Range(0, 3).Select(_ => Task.Run(() => Network.Get<NoticeCalendar>().RunAsync()));
            var no = Enumerable.Range(0, 3).Select(_ => Task.Run(async () => Assert.IsType<Outcome<bool>.Done>(await Network.FollowAsync(Cast.Member, thread, false))));
            await Task.WhenAll([.. looks, .. no]);
            await Network.SayAsync(Cast.Deputy, thread, "Noch mehr");
            await Network.LookAsync();

            await using var db = Network.Db();
            Assert.False((await db.ThreadFollows.SingleAsync(f => f.DiscussionId == thread && f.PersonId == Viewers.Member.PersonId)).Follows);
            Assert.InRange((await Network.ToldAsync(Cast.Member, thread)).Count, 0, 1);
        }
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_or_may_not_read_a_thread_follows_nothing()
    {
        var thread = await Network.ThreadAsync(Cast.Staff, Audience.Staff);

        Assert.IsType<Outcome<bool>.NotFound>(await Network.FollowAsync(Cast.Member, thread));
        Assert.IsType<Outcome<bool>.NotFound>(await Network.FollowAsync(Cast.Member, Guid.NewGuid()));
        Assert.IsType<Outcome<bool>.Refused>(await Network.AskAsync((FollowThreadHandler h) => h.RunAsync(Viewer.Public, new FollowThread(thread, true))));
        await using var db = Network.Db();
        Assert.False(await db.ThreadFollows.AnyAsync(f => f.DiscussionId == thread && f.PersonId == Viewers.Member.PersonId));
    }

    [Fact]
    public async Task News_end_on_one_page_and_go_on_on_the_next_and_all_are_read_up_to_what_was_shown()
    {
        await Network.AskAsync((ReadAllNewsHandler h) => h.RunAsync(Viewers.Deputy, new ReadAllNews(Network.Time.GetUtcNow())));
        var threads = new List<Guid>();
        for (var i = 0; i < NewsQuery.PageSize + 2; i++)
        {
            threads.Add(await Network.ThreadAsync(Cast.Deputy));
            Network.Time.Advance(TimeSpan.FromSeconds(1));
            await Network.SayAsync(Cast.Member, threads[i], "Neues");
        }

        await Network.LookAsync();
        var deputy = await Network.AccountAsync(Cast.Deputy);
        var first = await Network.AskAsync((NewsQuery q) => q.RunAsync(deputy));
        var second = await Network.AskAsync((NewsQuery q) => q.RunAsync(deputy, Guid.Parse(first.Next!)));
        Assert.Equal(threads.AsEnumerable().Reverse(), first.Items.Concat(second.Items).Select(n => n.DiscussionId).Where(threads.Contains));
        Assert.Equal(NewsQuery.PageSize, first.Items.Count);
        Assert.Null(second.Next);
        Assert.True((await Network.AskAsync((UnreadQuery q) => q.RunAsync(deputy))).Threads >= threads.Count);

        var shown = Network.Time.GetUtcNow();
        Network.Time.Advance(TimeSpan.FromMinutes(1));
        await Network.SayAsync(Cast.Member, threads[4], "Nach der Seite");
        await Network.AskAsync((ReadAllNewsHandler h) => h.RunAsync(deputy, new ReadAllNews(shown)));

        var left = Assert.Single(await Network.NewsAsync(Cast.Deputy));
        Assert.Equal((threads[4], 1, 2L), (left.DiscussionId, left.Posts, left.First));
    }

    [Fact]
    public async Task Wishes_of_an_older_form_are_refused_and_ending_all_mails_works_from_any_state()
    {
        var member = await Network.AccountAsync(Cast.Member);
        var old = (await Network.AskAsync((NoticeWishesHandler h) => h.FindAsync(member)))!;
        await Network.WishAsync(Cast.Member, NoticePace.Weekly, NoticePace.Daily);

        var late = await Network.AskAsync((NoticeWishesHandler h) => h.RunAsync(member, new NoticeWishesChange(old.Version, NoticePace.AtOnce, NoticePace.AtOnce, false)));
        var empty = await Network.AskAsync((NoticeWishesHandler h) => h.RunAsync(member, new NoticeWishesChange(old.Version, null, null, false)));

        Assert.IsType<Outcome<Guid>.Stale>(late);
        Assert.Equal(["calls", "threads"], Assert.IsType<Outcome<Guid>.Invalid>(empty).Fields.Keys.Order());
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Network.AskAsync(async (NoticeWishesHandler h) => { await h.StopAsync(member.AccountId!.Value); return true; }))));
        var now = (await Network.AskAsync((NoticeWishesHandler h) => h.FindAsync(member)))!;
        Assert.Equal((NoticePace.Never, NoticePace.Never), (now.Threads, now.Calls));
        await Network.AskAsync(async (NoticeWishesHandler h) => { await h.StopAsync(Guid.NewGuid()); return true; });
    }
}

public sealed class FollowsOnSqlite(SqliteNetwork store) : FollowTests(store), IClassFixture<SqliteNetwork>;

public sealed class FollowsOnPostgres(PostgresNetwork store) : FollowTests(store), IClassFixture<PostgresNetwork>;
