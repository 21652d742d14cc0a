using Beirat.Network.Accounts;
using Beirat.Network.Common;
using Beirat.Network.Discussions;
using Beirat.Network.Knowledge;
using Beirat.Network.Operations;
using Beirat.Network.Outbox;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.Discussions;

/// <summary>Beginning threads and leading them: who may, who reads them then, and what stays in order. On every store.</summary>
public abstract class ThreadLeadingTests(Store store)
{
    private NetworkHost Network => store.Demo();

    [Fact]
    public async Task A_thread_begins_with_its_first_post_and_the_same_form_twice_is_one_thread()
    {
        var command = New("Sprachcafé am Abend", "Members") with { FirstPost = "Wer macht mit?", Capacity = "private", About = new SubjectSlugs("bildung", "balkan-bruecke") };

        var ids = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => StartAsync(Viewers.Member, command))));

        Assert.All(ids, o => Assert.Equal(command.Id, Done(o)));
        var thread = (await ThreadAsync(Viewers.Deputy, command.Id))!;
        Assert.Equal(["Wer macht mit?"], thread.Posts.Select(p => p.Text));
        Assert.Equal(("balkan-bruecke", "bildung"), (thread.About.Organization!.Slug, thread.About.Topic!.Slug));
        Assert.Null(await ThreadAsync(Viewers.Organization, command.Id));
        Assert.IsType<Outcome<Guid>.NotFound>(await StartAsync(Viewers.Organization, command));
    }

    [Fact]
    public async Task What_is_wrong_is_told_at_its_field_and_nobody_begins_for_readers_they_are_not_among()
    {
        var faults = Assert.IsType<Outcome<Guid>.Invalid>(await StartAsync(Viewers.Organization, New("", "Members") with
        {
            Introduction = new string('x', 601), Language = "xx", About = new SubjectSlugs("gibt-es-nicht", Article: "auch-nicht"), FirstPost = "Hallo", Capacity = "member-1",
        })).Fields;
        Assert.Equal(
            [("article", Refusal.UnknownArticle), ("capacity", Refusal.CapacityNotHeld), ("introduction", Refusal.TooLong), ("language", Refusal.UnknownLanguage), ("reach", Refusal.UnknownAudience), ("title", Refusal.Empty), ("topic", Refusal.UnknownTopic)],
            faults.Select(f => (f.Key, f.Value)).OrderBy(f => f.Key, StringComparer.Ordinal));
        Assert.Equal(Refusal.MayNotStart, Assert.IsType<Outcome<Guid>.Refused>(await StartAsync(Viewers.Office, New("Titel", "Public"))).Reason);
        Assert.Equal(Refusal.SignInFirst, Assert.IsType<Outcome<Guid>.Refused>(await StartAsync(Viewer.Public, New("Titel", "Public"))).Reason);
        Assert.Equal(Refusal.StackedMarks, Assert.IsType<Outcome<Guid>.Invalid>(await StartAsync(Viewers.Member, New("Z" + new string('\u0335', 9), "Public"))).Fields["title"]);
    }

    [Fact]
    public async Task A_circle_is_read_by_those_who_are_named_and_the_office_and_by_nobody_else()
    {
        var command = New("Vertrauliche Frage", DiscussionReach.Circle) with { People = "Murat Kocabaş\nlayla-haddad", FirstPost = "Unter uns: Geheimwort Zwirbelfink." };
        Assert.Equal(Refusal.NamesNotFound, Assert.IsType<Outcome<Guid>.Invalid>(await StartAsync(Viewers.Member, command with { People = "Niemand Bekanntes" })).Fields["people"]);
        Assert.Equal(Refusal.NobodyNamed, Assert.IsType<Outcome<Guid>.Invalid>(await StartAsync(Viewers.Member, command with { People = " " })).Fields["people"]);
        Done(await StartAsync(Viewers.Member, command));

        foreach (var reader in new[] { Viewers.Member, Viewers.Deputy, Viewers.Organization, Viewers.Staff }) Assert.NotNull(await ThreadAsync(reader, command.Id));
        foreach (var other in new[] { Viewer.Public, Viewers.Office, Viewers.Of("yusuf-al-hamdani", AccountRole.ExpertMember) }) Assert.Null(await ThreadAsync(other, command.Id));
        Assert.Null((await ThreadAsync(Viewers.Organization, command.Id))!.RefusalToReply);
        await using var db = Network.Db();
        Assert.False(await db.Discussions.Searched().AnyAsync(d => d.Id == command.Id));
        Assert.Contains(command.Id, (await ListAsync(Viewers.Organization, new DiscussionFilter(Reach: DiscussionReach.Circle))).Select(d => d.Id));
    }

    [Fact]
    public async Task Only_staff_and_whoever_began_it_lead_a_thread_and_each_act_leaves_a_line()
    {
        var id = Done(await StartAsync(Viewers.Member, New("Radwege", "Public")));
        foreach (var other in new[] { Viewers.Deputy, Viewers.Organization, Viewers.Office })
            Assert.IsType<Outcome<Guid>.NotFound>(await LeadAsync(h => h.RunAsync(other, new CloseDiscussion(id, true, "Grund"))));
        Assert.IsType<Outcome<Guid>.NotFound>(await LeadAsync(h => h.RunAsync(Viewers.Member, new PinDiscussion(id, true))));
        Assert.Equal(Refusal.Empty, Assert.IsType<Outcome<Guid>.Invalid>(await LeadAsync(h => h.RunAsync(Viewers.Member, new CloseDiscussion(id, true, " ")))).Fields["reason"]);

        for (var i = 0; i < 2; i++) Done(await LeadAsync(h => h.RunAsync(Viewers.Staff, new CloseDiscussion(id, true, "Alles gesagt"))));
        Assert.Equal(Refusal.DiscussionClosed, Assert.IsType<Outcome<PostReceipt>.Refused>(await ReplyAsync(Viewers.Member, id, "Doch noch etwas")).Reason);
        Done(await LeadAsync(h => h.RunAsync(Viewers.Member, new CloseDiscussion(id, false, "Neues ist bekannt"))));
        Assert.IsType<Outcome<PostReceipt>.Done>(await ReplyAsync(Viewers.Member, id, "Die Karte ist da."));
        Done(await LeadAsync(h => h.RunAsync(Viewers.Staff, new PinDiscussion(id, true))));
        Done(await LeadAsync(h => h.RunAsync(Viewers.Staff, new MoveDiscussion(id, new SubjectSlugs("wohnen")))));

        var thread = (await ThreadAsync(Viewer.Public, id))!;
        Assert.Equal(
            [(DiscussionActKind.Closed, true, "Alles gesagt", 0L), (DiscussionActKind.Reopened, false, "Neues ist bekannt", 0), (DiscussionActKind.Pinned, true, "", 1), (DiscussionActKind.Moved, true, "", 1)],
            thread.Acts.Select(a => (a.Kind, a.ByStaff, a.Reason, a.AfterSequence)));
        Assert.Equal("Aylin Demirtaş", thread.Acts[1].By!.Name);
        Assert.Null(thread.Acts[0].By);
        Assert.Equal(id, (await ListAsync(Viewer.Public, new DiscussionFilter()))[0].Id);
        Done(await LeadAsync(h => h.RunAsync(Viewers.Staff, new PinDiscussion(id, false))));
    }

    [Fact]
    public async Task Two_who_change_the_title_at_once_lose_nothing()
    {
        var id = Done(await StartAsync(Viewers.Member, New("Erster Titel", "Public")));
        Done(await LeadAsync(h => h.RunAsync(Viewers.Member, new ReviseDiscussion(id, "Zweiter Titel", "Worum es geht", 0))));

        Assert.Equal(1, Assert.IsType<Outcome<Guid>.Stale>(await LeadAsync(h => h.RunAsync(Viewers.Staff, new ReviseDiscussion(id, "Dritter Titel", "", 0)))).Version);
        Done(await LeadAsync(h => h.RunAsync(Viewers.Staff, new ReviseDiscussion(id, "Dritter Titel", "", 1))));

        var thread = (await ThreadAsync(Viewer.Public, id))!;
        Assert.Equal(("Dritter Titel", 2), (thread.Title, thread.TextVersion));
        Assert.Equal(["Erster Titel", "Zweiter Titel"], thread.Acts.Select(a => a.From));
    }

    [Fact]
    public async Task A_wider_circle_needs_a_yes_after_who_gains_sight_was_told_and_a_narrower_one_ends_sight()
    {
        var id = Done(await StartAsync(Viewers.Member, New("Vorbereitung", "Members") with { FirstPost = "Noch vertraulich" }));

        var preview = (await Network.AskAsync((ReachQuery q) => q.RunAsync(Viewers.Staff, id, "Organizations", null)))!;
        Assert.True(preview is { IsWider: true, Everybody: false, Losses: 0 });
        Assert.Contains("Layla Haddad", preview.Gaining);
        Assert.Null(await Network.AskAsync((ReachQuery q) => q.RunAsync(Viewers.Member, id, "Public", null)));
        Assert.True((await Network.AskAsync((ReachQuery q) => q.RunAsync(Viewers.Staff, id, "Public", null)))!.Everybody);
        Assert.Equal(Refusal.NotConfirmed, Assert.IsType<Outcome<Guid>.Invalid>(await ShowAsync(Viewers.Staff, new ChangeReach(id, "Organizations", null, "Alle sollen es wissen", false))).Fields["confirmed"]);
        Assert.IsType<Outcome<Guid>.NotFound>(await ShowAsync(Viewers.Member, new ChangeReach(id, "Organizations", null, "Grund", true)));
        Assert.Null(await ThreadAsync(Viewers.Organization, id));

        Done(await ShowAsync(Viewers.Staff, new ChangeReach(id, "Organizations", null, "Alle sollen es wissen", true)));
        Assert.NotNull(await ThreadAsync(Viewers.Organization, id));

        var narrower = (await Network.AskAsync((ReachQuery q) => q.RunAsync(Viewers.Staff, id, "Staff", null)))!;
        Assert.Contains("Layla Haddad", narrower.Losing);
        Assert.Equal(["Aylin Demirtaş"], narrower.WritersLosing);
        Done(await ShowAsync(Viewers.Staff, new ChangeReach(id, "Staff", null, "Doch nicht", false)));
        Assert.Null(await ThreadAsync(Viewers.Member, id));
        Assert.Equal(["Members", "Organizations"], (await ThreadAsync(Viewers.Staff, id))!.Acts.Select(a => a.From));
    }

    [Fact]
    public async Task Merged_posts_keep_who_and_when_get_new_numbers_without_gaps_and_are_found_from_the_old_address()
    {
        var target = Done(await StartAsync(Viewers.Member, New("Ziel", "Members") with { FirstPost = "Ziel eins" }));
        var source = Done(await StartAsync(Viewers.Deputy, New("Quelle", "Members") with { FirstPost = "Quelle eins" }));
        await ReplyAsync(Viewers.Member, source, "Quelle zwei");
        var before = (await ThreadAsync(Viewers.Staff, source))!.Posts;
        var open = Done(await StartAsync(Viewers.Member, New("Offen", "Public")));

        Assert.Equal(Refusal.TargetIsWider, Assert.IsType<Outcome<Guid>.Invalid>(await MergeAsync(source, open)).Fields["target"]);
        Assert.Equal(Refusal.UnknownDiscussion, Assert.IsType<Outcome<Guid>.Invalid>(await MergeAsync(source, Guid.NewGuid())).Fields["target"]);
        Assert.Equal(Refusal.CannotMerge, Assert.IsType<Outcome<Guid>.Invalid>(await MergeAsync(source, source)).Fields["target"]);
        var writing = Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => ReplyAsync(Viewers.Member, target, $"Mitten hinein {i}"))));
        for (var i = 0; i < 2; i++) Assert.Equal(target, Done(await MergeAsync(source, target)));
        Assert.All(await writing, o => Assert.IsType<Outcome<PostReceipt>.Done>(o));

        var merged = (await ThreadAsync(Viewers.Staff, target))!;
        Assert.Equal(Enumerable.Range(1, 13).Select(i => (long)i), merged.Posts.Select(p => p.Sequence));
        var moved = merged.Posts.Where(p => p.Text.StartsWith("Quelle", StringComparison.Ordinal)).ToList();
        Assert.Equal(before.Select(p => (p.Id, p.AuthorId, p.At, p.Capacity, p.Text)), moved.Select(p => (p.Id, p.AuthorId, p.At, p.Capacity, p.Text)));
        Assert.Equal((target, moved[1].Sequence), await Network.AskAsync((ThreadQuery q) => q.MovedAsync(Viewers.Member, source, 2)));
        Assert.Null(await Network.AskAsync((ThreadQuery q) => q.MovedAsync(Viewers.Organization, source, 2)));
        Assert.Equal("Quelle", Assert.Single(merged.Acts, a => a.Kind == DiscussionActKind.Merged).From);
        Assert.Equal(Refusal.DiscussionMerged, Assert.IsType<Outcome<PostReceipt>.Refused>(await ReplyAsync(Viewers.Member, source, "Zu spät")).Reason);
        Assert.DoesNotContain(source, (await ListAsync(Viewers.Staff, new DiscussionFilter())).Select(d => d.Id));
        Assert.DoesNotContain(await Network.Get<NetworkCheck>().RunAsync(), f => f.Contains("posts, highest", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_list_goes_page_by_page_with_pinned_threads_first_and_filters_that_add_up()
    {
        var pinned = Done(await StartAsync(Viewers.Member, New("Ganz oben", "Public") with { FirstPost = "مرحبا بكم جميعا في هذا النقاش", Language = PostRules.AnyLanguage }));
        for (var i = 0; i < DiscussionListQuery.PageSize + 3; i++) Done(await StartAsync(Viewers.Member, New($"Liste {i}", "Public")));
        Done(await LeadAsync(h => h.RunAsync(Viewers.Staff, new PinDiscussion(pinned, true))));

        var seen = new List<Guid>();
        Guid? after = null;
        do
        {
            var page = await Network.AskAsync((DiscussionListQuery q) => q.RunAsync(Viewers.Member, new DiscussionFilter(), after));
            seen.AddRange(page.Items.Select(d => d.Id));
            after = page.Next is { } next ? Guid.Parse(next) : null;
        }
        while (after is not null);

        Assert.Equal(pinned, seen[0]);
        Assert.Distinct(seen);
        await using var db = Network.Db();
        Assert.Equal(await db.Discussions.ListedFor(Viewers.Member).CountAsync(), seen.Count);
        var arabic = (await ListAsync(Viewers.Member, new DiscussionFilter(Language: "ar", Mine: true))).ToList();
        Assert.Equal(pinned, arabic[0].Id);
        Assert.DoesNotContain(arabic, d => d.Title.StartsWith("Liste", StringComparison.Ordinal));
        Assert.All(await ListAsync(Viewers.Member, new DiscussionFilter(Open: false)), d => Assert.True(d.Closed));
        Done(await LeadAsync(h => h.RunAsync(Viewers.Staff, new PinDiscussion(pinned, false))));
    }

    [Fact]
    public async Task What_was_written_from_a_thread_names_it_also_when_it_was_merged()
    {
        var target = Done(await StartAsync(Viewers.Member, New("Ziel des Zusammenlegens", "Members") with { FirstPost = "Eins" }));
        var source = Done(await StartAsync(Viewers.Member, New("Quelle des Beitrags", "Members") with { FirstPost = "Zwei" }));
        Done(await MergeAsync(source, target));

        Task<OriginLink?> OriginAsync(Viewer viewer) => Network.AskAsync((ArticleOrigins o) => o.LinkAsync(viewer, new Subject(SubjectKind.Discussion, source), default));
        Assert.Equal("Quelle des Beitrags", (await OriginAsync(Viewers.Member))?.Title);
        Assert.Null(await OriginAsync(Viewers.Organization));
    }

    private static StartDiscussion New(string title, string reach) => new(Guid.CreateVersion7(), title, "", "de", reach, new SubjectSlugs()) { Key = Guid.NewGuid() };

    private static T Done<T>(Outcome<T> outcome) => Assert.IsType<Outcome<T>.Done>(outcome).Value;

    private Task<Outcome<Guid>> StartAsync(Viewer viewer, StartDiscussion command) => Network.AskAsync((StartDiscussionHandler h) => h.RunAsync(viewer, command));

    private Task<Outcome<Guid>> LeadAsync(Func<LeadDiscussionHandler, Task<Outcome<Guid>>> work) => Network.AskAsync(work);

    private Task<Outcome<Guid>> ShowAsync(Viewer viewer, ChangeReach command) => Network.AskAsync((ChangeReachHandler h) => h.RunAsync(viewer, command));

    private Task<Outcome<Guid>> MergeAsync(Guid source, Guid target) => Network.AskAsync((MergeDiscussionsHandler h) => h.RunAsync(Viewers.Staff, new MergeDiscussions(source, target, "Dasselbe Thema", true)));

    private Task<Outcome<PostReceipt>> ReplyAsync(Viewer viewer, Guid thread, string text) =>
        Network.AskAsync((PostReplyHandler h) => h.RunAsync(viewer, new PostReply(thread, new PostText(text, "de", Guid.NewGuid()))));

    private Task<ThreadView?> ThreadAsync(Viewer viewer, Guid id) => Network.AskAsync((ThreadQuery q) => q.RunAsync(viewer, id));

    private async Task<IReadOnlyList<DiscussionCard>> ListAsync(Viewer viewer, DiscussionFilter filter) => (await Network.AskAsync((DiscussionListQuery q) => q.RunAsync(viewer, filter))).Items;
}

public sealed class ThreadLeadingOnSqlite(SqliteNetwork store) : ThreadLeadingTests(store), IClassFixture<SqliteNetwork>;

public sealed class ThreadLeadingOnPostgres(PostgresNetwork store) : ThreadLeadingTests(store), IClassFixture<PostgresNetwork>;
