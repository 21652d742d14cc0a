using Beirat.Network.Common;
using Beirat.Network.Discussions;
using Beirat.Network.Mail;
using Beirat.Network.Notices;
using Beirat.Network.Testing;
using Beirat.Network.Tests.AdviceRequests;
using Beirat.Network.Tests.Messages;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.Notices;

/// <summary>Mails about threads follow from the records: none twice, none lost, none to whom it is not due. On every store.</summary>
public abstract class ThreadNewsTests(Store store) : IAsyncLifetime
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
    public async Task What_stood_in_the_demo_council_from_the_beginning_makes_no_mail()
    {
        await Network.LookAsync();
        await Network.LookAsync(TimeSpan.FromDays(1));

        await using var db = Network.Db();
        // Threads of the other tests have no id of the seed.
        var seeded = await db.ThreadFollows.Where(f => f.Since < Network.Time.GetUtcNow().AddDays(-2)).Select(f => f.DiscussionId).Distinct().ToListAsync();
        var told = await db.OutgoingMails.Where(m => m.Subject == nameof(ThreadNews)).Select(m => m.Text).ToListAsync();
        Assert.NotEmpty(seeded);
        Assert.DoesNotContain(told, t => seeded.Any(d => t.Contains($"{d}", StringComparison.Ordinal)));
        Assert.NotEmpty(await Network.NewsAsync(Cast.Member));
    }

    [Fact]
    public async Task Somebody_is_told_of_a_post_once_however_many_nodes_look()
    {
        var other = store.Node(Correspondence.UseMail);
        await Network.WishAsync(Cast.Member, NoticePace.AtOnce);
        var thread = await Network.ThreadAsync(Cast.Member);
        await Network.SayAsync(Cast.Deputy, thread, "Eins");
        other.Time.Advance(TimeSpan.FromMinutes(2));
        Network.Time.Advance(TimeSpan.FromMinutes(2));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => (i % 2 == 0 ? Network : other).Get<NoticeCalendar>().RunAsync())));
        await Network.LookAsync();

        var line = Assert.Single(await Network.ToldAsync(Cast.Member, thread));
        Assert.Contains("Title = Ein Gespräch, Posts = 1, First = 1", line, StringComparison.Ordinal);
        Assert.Empty(await Network.ToldAsync(Cast.Deputy, thread));
        await Network.SayAsync(Cast.Deputy, thread, "Zwei");
        await Network.SayAsync(Cast.Deputy, thread, "Drei");
        await Network.LookAsync();
        Assert.Contains("Posts = 2, First = 2", (await Network.ToldAsync(Cast.Member, thread))[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_ends_after_it_wrote_a_mail_leaves_it_to_the_next_one_which_writes_no_second()
    {
        await Network.WishAsync(Cast.Member, NoticePace.AtOnce);
        var thread = await Network.ThreadAsync(Cast.Member);
        await Network.SayAsync(Cast.Deputy, thread, "Eins");
        await Network.LookAsync();
        await Network.StopAsync();

        var next = store.Node(Correspondence.UseMail);
        next.Time.Advance(TimeSpan.FromMinutes(5));
        await next.Get<NoticeCalendar>().RunAsync();
        await next.Get<MailDelivery>().RunAsync();

        var sent = ((TestTransport)next.Get<IMailTransport>()).Taken;
        Assert.Single(sent, l => l.Text.Text.Contains($"{thread}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_is_told_of_their_own_posts_nor_of_what_they_read_nor_of_what_is_gone_nor_of_people_whom_they_muted()
    {
        await Network.WishAsync(Cast.Member, NoticePace.AtOnce);
        var (member, staff) = (await Network.AccountAsync(Cast.Member), await Network.AccountAsync(Cast.Staff));
        var (own, read, gone, muted) = (await Network.ThreadAsync(Cast.Member), await Network.ThreadAsync(Cast.Member), await Network.ThreadAsync(Cast.Member), await Network.ThreadAsync(Cast.Member));
        await Network.SayAsync(Cast.Member, own, "Selbst");
        var last = await Network.SayAsync(Cast.Deputy, read, "Gelesen");
        await Network.AskAsync((ThreadReadHandler h) => h.RunAsync(member, new ReadThread(read, last)));
        await Network.SayAsync(Cast.Deputy, gone, "Weg");
        await using (var db = Network.Db())
        {
            var post = await db.Posts.SingleAsync(p => p.DiscussionId == gone);
            await Network.AskAsync((PostRemovalHandler h) => h.RunAsync(staff, new PostRemoval(gone, post.Id, "Grund")));
        }

        await Network.SayAsync(Cast.Staff, muted, "Stumm");
        await Network.AskAsync((ModerationHandler h) => h.RunAsync(member, new MutePerson("tabea-wiesgrund", true)));

        await Network.LookAsync();

        foreach (var thread in new[] { own, read, gone, muted }) Assert.Empty(await Network.ToldAsync(Cast.Member, thread));
    }

    [Fact]
    public async Task Whoever_may_not_read_a_thread_any_more_hears_nothing_of_it()
    {
        await Network.WishAsync(Cast.Organization, NoticePace.AtOnce);
        var thread = await Network.ThreadAsync(Cast.Staff, Audience.Organizations);
        await Network.FollowAsync(Cast.Organization, thread);
        await Network.ChangeAsync(async db => (await db.Discussions.SingleAsync(d => d.Id == thread)).ShowTo(Viewers.Staff, Audience.Members, false, "Grund", default));
        await Network.SayAsync(Cast.Staff, thread, "Nur noch für Mitglieder");

        await Network.LookAsync();

        Assert.Empty(await Network.ToldAsync(Cast.Organization, thread));
        Assert.DoesNotContain(await Network.NewsAsync(Cast.Organization), n => n.DiscussionId == thread);
        Assert.IsType<Outcome<bool>.NotFound>(await Network.FollowAsync(Cast.Organization, thread));
    }

    [Fact]
    public async Task In_quiet_hours_nothing_is_told_and_after_them_once()
    {
        await Network.WishAsync(Cast.Member, NoticePace.AtOnce);
        Network.Time.SetUtcNow(new DateTimeOffset(2026, 11, 22, 20, 0, 0, TimeSpan.Zero));
        var thread = await Network.ThreadAsync(Cast.Member);
        await Network.SayAsync(Cast.Deputy, thread, "Spät am Abend");
        for (var minutes = 0; minutes < 10 * 60 + 45; minutes += 15) await Network.LookAsync(TimeSpan.FromMinutes(15));
        Assert.Empty(await Network.ToldAsync(Cast.Member, thread));

        for (var i = 0; i < 3; i++) await Network.LookAsync(TimeSpan.FromMinutes(15));

        Assert.Single(await Network.ToldAsync(Cast.Member, thread));
    }

    [Fact]
    public async Task A_digest_comes_once_a_day_and_a_call_at_once_and_both_speak_of_a_post_once()
    {
        await Network.WishAsync(Cast.Member, NoticePace.Daily);
        var (quiet, called) = (await Network.ThreadAsync(Cast.Member, title: "Leise"), await Network.ThreadAsync(Cast.Staff, title: "Laut"));
        for (var i = 0; i < 3; i++) await Network.SayAsync(Cast.Deputy, quiet, $"Nummer {i}");
        await Network.SayAsync(Cast.Deputy, called, "Das weiß @Aylin Demirtaş.");
        await Network.LookAsync();
        Assert.Empty(await Network.ToldAsync(Cast.Member, quiet));
        Assert.Contains("Called = True, Asked = False", Assert.Single(await Network.ToldAsync(Cast.Member, called)), StringComparison.Ordinal);

        for (var hours = 0; hours < 48; hours++) await Network.LookAsync(TimeSpan.FromHours(1));

        Assert.Contains("Posts = 3", Assert.Single(await Network.ToldAsync(Cast.Member, quiet)), StringComparison.Ordinal);
        Assert.Single(await Network.ToldAsync(Cast.Member, called));
    }

    [Fact]
    public async Task A_question_reaches_whoever_never_saw_the_thread_and_never_means_never()
    {
        await Network.WishAsync(Cast.Member, NoticePace.Never, NoticePace.AtOnce);
        await Network.WishAsync(Cast.Deputy, NoticePace.Never, NoticePace.Never);
        var thread = await Network.ThreadAsync(Cast.Staff);
        await Network.SayAsync(Cast.Staff, thread, "Was meinen Sie?", "Aylin Demirtaş\nMurat Kocabaş");

        await Network.LookAsync();
        await Network.LookAsync(TimeSpan.FromDays(2));

        Assert.Contains("Asked = True", Assert.Single(await Network.ToldAsync(Cast.Member, thread)), StringComparison.Ordinal);
        Assert.Empty(await Network.ToldAsync(Cast.Deputy, thread));
        Assert.Contains(await Network.NewsAsync(Cast.Deputy), n => n.DiscussionId == thread && n.Asked);
    }

    [Fact]
    public async Task Of_a_closed_circle_a_mail_says_that_there_is_something_and_not_what_it_is_called()
    {
        await Network.WishAsync(Cast.Staff, NoticePace.AtOnce);
        var thread = await Network.ThreadAsync(Cast.Staff, Audience.Staff, "Vertraulich");
        await Network.SayAsync(Cast.Administrator, thread, "Geheim");

        await Network.LookAsync();

        var line = Assert.Single(await Network.ToldAsync(Cast.Staff, thread));
        Assert.DoesNotContain("Vertraulich", line, StringComparison.Ordinal);
        Assert.DoesNotContain("Geheim", line, StringComparison.Ordinal);
    }
}

public sealed class ThreadNewsOnSqlite(SqliteNetwork store) : ThreadNewsTests(store), IClassFixture<SqliteNetwork>;

public sealed class ThreadNewsOnPostgres(PostgresNetwork store) : ThreadNewsTests(store), IClassFixture<PostgresNetwork>;
