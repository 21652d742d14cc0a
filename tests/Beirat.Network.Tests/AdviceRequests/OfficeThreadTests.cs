using Beirat.Network.Accounts;
using Beirat.Network.Common;
using Beirat.Network.Discussions;
using Beirat.Network.Messages;
using Beirat.Network.Notices;
using Beirat.Network.Organizations;
using Beirat.Network.People;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.AdviceRequests;

/// <summary>Whoever speaks for the office that asked reads and writes in the thread of the request, on the days on which they do.</summary>
public abstract class OfficeThreadTests(Store store)
{
    private NetworkHost Network => store.Demo();

    [Theory]
    [InlineData(MembershipRole.Contact, -30, null, true)]
    [InlineData(MembershipRole.Chair, 0, 0, true)]
    [InlineData(MembershipRole.Contact, -30, -1, false)]
    [InlineData(MembershipRole.Contact, 1, null, false)]
    [InlineData(MembershipRole.Member, -30, null, false)]
    public async Task A_colleague_reads_and_writes_as_long_as_they_speak_for_the_office(MembershipRole role, int from, int? until, bool reads)
    {
        var colleague = await ColleagueAsync("amt-familie", role, from, until);
        var thread = await ThreadAsync();
        await SayAsync(Viewers.Office, thread);

        var read = await Network.AskAsync((ThreadQuery q) => q.RunAsync(colleague, thread));
        var said = await SayAsync(colleague, thread);

        Assert.Equal(reads, read is not null);
        Assert.Equal(reads, said is Outcome<PostReceipt>.Done);
        Assert.Equal(reads, !(said is Outcome<PostReceipt>.NotFound));
        Assert.Equal(reads, (await Network.AskAsync((ThreadQuery q) => q.VisibleAsync(colleague, [thread]))).Contains(thread));
        Assert.Equal(reads, await Network.AskAsync((ThreadReadHandler h) => h.RunAsync(colleague, new ReadThread(thread, 1))) is Outcome<long>.Done);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(-1, false)]
    public async Task A_colleague_hears_of_new_posts_as_long_as_they_speak_for_the_office(int? until, bool hears)
    {
        var colleague = await ColleagueAsync("amt-familie", MembershipRole.Contact, -30, until);
        var thread = await ThreadAsync();
        await SayAsync(Viewers.Office, thread);
        // What somebody chose stays when they stop speaking for the office; what it brings them does not.
        await Network.ChangeAsync(db =>
        {
            db.ThreadFollows.Add(new ThreadFollow(colleague.PersonId!.Value, thread, 0, Network.Time.GetUtcNow()));
            return Task.CompletedTask;
        });
        Network.Time.Advance(TimeSpan.FromMinutes(2));

        var news = await Network.AskAsync((NewsQuery q) => q.RunAsync(colleague));
        var unseen = await Network.AskAsync((UnreadQuery q) => q.RunAsync(colleague));
        var told = await Network.AskAsync((ThreadNewsFinder f) => f.FindAsync(colleague, NoticeWay.Mail, default));
        var follows = await Network.AskAsync((FollowThreadHandler h) => h.RunAsync(colleague, new FollowThread(thread, true)));
        var read = await Network.AskAsync((ReadAllNewsHandler h) => h.RunAsync(colleague, new ReadAllNews(Network.Time.GetUtcNow())));

        Assert.Equal(hears, news.Items.Any(n => n.DiscussionId == thread));
        Assert.Equal(hears ? 1 : 0, unseen.Threads);
        Assert.Equal(hears, told.Any(t => t.Line.DiscussionId == thread));
        Assert.Equal(hears, follows is Outcome<bool>.Done);
        Assert.Equal(hears ? 1 : 0, Assert.IsType<Outcome<int>.Done>(read).Value);
    }

    [Fact]
    public async Task Another_organisation_and_a_person_without_an_account_read_nothing_and_lists_stay_as_they_are()
    {
        var thread = await ThreadAsync();
        var colleague = await ColleagueAsync("amt-familie", MembershipRole.Contact, -30, null);

        foreach (var viewer in new[] { await ColleagueAsync("balkan-bruecke", MembershipRole.Chair, -30, null), new Viewer(null, colleague.PersonId, [AccountRole.CityOffice]) })
            Assert.Null(await Network.AskAsync((ThreadQuery q) => q.RunAsync(viewer, thread)));
        Assert.DoesNotContain((await Network.AskAsync((DiscussionListQuery q) => q.RunAsync(colleague, new DiscussionFilter()))).Items, d => d.Id == thread);
    }

    [Fact]
    public async Task The_page_of_the_request_leads_a_colleague_to_its_thread_and_they_can_be_called_there()
    {
        var colleague = await ColleagueAsync("amt-familie", MembershipRole.Contact, -30, null);
        var id = await Network.AskedAsync();
        var thread = (await Network.SeeAsync(colleague, id))!.Thread!.Id;
        await using var db = Network.Db();
        var name = (await db.People.SingleAsync(p => p.Id == colleague.PersonId)).Name;

        var suggested = await Network.AskAsync((MentionQuery q) => q.SuggestAsync(Viewers.Member, thread, name.Split(' ')[^1]));
        var called = await Network.AskAsync((PostReplyHandler h) => h.RunAsync(Viewers.Member, new PostReply(thread, new PostText($"@{name} weiß es.", "de", Guid.NewGuid()))));

        Assert.Contains(suggested!, p => p.Id == colleague.PersonId);
        var post = Assert.IsType<Outcome<PostReceipt>.Done>(called).Value.Id;
        Assert.Equal([name], (await Network.AskAsync((ThreadQuery q) => q.RunAsync(colleague, thread)))!.Posts.Single(p => p.Id == post).Mentions.Select(m => m.Name));
    }

    private async Task<Guid> ThreadAsync() => (await Network.SeeAsync(Viewers.Office, await Network.AskedAsync()))!.Thread!.Id;

    private Task<Outcome<PostReceipt>> SayAsync(Viewer viewer, Guid thread) =>
        Network.AskAsync((PostReplyHandler h) => h.RunAsync(viewer, new PostReply(thread, new PostText("Ein Wort", "de", Guid.NewGuid()))));

    private async Task<Viewer> ColleagueAsync(string organization, MembershipRole role, int from, int? until)
    {
        var (id, today) = (Guid.CreateVersion7(), Network.Time.Today());
        await Network.ChangeAsync(async db =>
        {
            var office = await db.Organizations.Where(o => o.Slug == organization).Select(o => o.Id).SingleAsync();
            db.People.Add(new Person(id, $"kim-amt{id:N}", "Kim", $"Amt{id:N}"));
            db.Memberships.Add(new Membership(Guid.CreateVersion7(), id, office, role, new Period(today.AddDays(from), until is { } days ? today.AddDays(days) : null)));
        });
        return new Viewer(Guid.CreateVersion7(), id, [AccountRole.CityOffice]);
    }
}

public sealed class OfficeThreadsOnSqlite(SqliteNetwork store) : OfficeThreadTests(store), IClassFixture<SqliteNetwork>;

public sealed class OfficeThreadsOnPostgres(PostgresNetwork store) : OfficeThreadTests(store), IClassFixture<PostgresNetwork>;
