using Beirat.Network.Accounts;
using Beirat.Network.Common;
using Beirat.Network.Discussions;
using Beirat.Network.Seeding;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.Discussions;

/// <summary>Questions to people by name, reports, hiding, muting and stops. On every store.</summary>
public abstract class ModerationTests(Store store)
{
    private static readonly Guid Thread = SeedIds.Of("discussion", "dolmetschen-beim-arzt");
    private static readonly Guid ForMembers = SeedIds.Of("discussion", "vorbereitung-der-sitzung-im-dezember");

    private NetworkHost Network => store.Demo();

    [Theory]
    [InlineData(QuestionState.Open, QuestionState.Answered, true, false)]
    [InlineData(QuestionState.Open, QuestionState.NotForMe, true, false)]
    [InlineData(QuestionState.NotForMe, QuestionState.Answered, true, false)]
    [InlineData(QuestionState.Answered, QuestionState.Accepted, false, true)]
    [InlineData(QuestionState.Answered, QuestionState.Open, false, true)]
    [InlineData(QuestionState.Open, QuestionState.Accepted, false, false)]
    [InlineData(QuestionState.Accepted, QuestionState.Open, false, false)]
    public void Each_step_of_a_question_is_for_one_side(QuestionState from, QuestionState to, bool asked, bool asker)
    {
        Assert.Equal(asked, PostQuestion.May(from, to, isAsked: true, isAsker: false));
        Assert.Equal(asker, PostQuestion.May(from, to, isAsked: false, isAsker: true));
        Assert.False(PostQuestion.May(from, to, isAsked: false, isAsker: false));
    }

    [Fact]
    public async Task A_question_goes_from_open_to_accepted_and_others_have_no_part_in_it()
    {
        var post = await AskAsync(Thread, "Murat Kocabaş\nlayla-haddad");
        Assert.Contains((await OwnAsync(Viewers.Deputy)).ToMe, c => c.PostId == post && c.State == QuestionState.Open);
        Assert.IsType<Outcome<long>.NotFound>(await AnswerAsync(Viewers.Of("yusuf-al-hamdani", AccountRole.ExpertMember), post, null, QuestionState.Answered));
        Assert.IsType<Outcome<long>.NotFound>(await AnswerAsync(Viewers.Deputy, post, null, QuestionState.Accepted));
        Assert.IsType<Outcome<long>.NotFound>(await AnswerAsync(Viewers.Member, post, "murat-kocabas", QuestionState.Answered));

        Assert.IsType<Outcome<long>.Done>(await AnswerAsync(Viewers.Deputy, post, null, QuestionState.Answered));
        Assert.IsType<Outcome<long>.Done>(await AnswerAsync(Viewers.Member, post, "murat-kocabas", QuestionState.Accepted));
        Assert.IsType<Outcome<long>.Done>(await AnswerAsync(Viewers.Organization, post, null, QuestionState.NotForMe, "Fragen Sie den Sprachdienst."));

        var view = (await Network.AskAsync((ThreadQuery q) => q.ChangedAsync([post]))).Single();
        Assert.Equal(
            [("Layla Haddad", QuestionState.NotForMe, "Fragen Sie den Sprachdienst."), ("Murat Kocabaş", QuestionState.Accepted, "")],
            view.Questions.Select(q => (q.Person!.Name, q.State, q.Hint)));
        Assert.Contains((await OwnAsync(Viewers.Member)).FromMe, c => c.PostId == post);
    }

    [Theory]
    [InlineData("Niemand Bekanntes", Refusal.NamesNotFound)]
    [InlineData("Layla Haddad", Refusal.OutsideAudience)]
    [InlineData("Aylin Demirtaş", Refusal.SamePerson)]
    [InlineData("a, b, c, d, e, f", Refusal.TooManyAsked)]
    public async Task Only_people_who_read_along_can_be_asked(string names, Refusal refusal)
    {
        var outcome = await Network.AskAsync((PostReplyHandler h) => h.RunAsync(Viewers.Member, new PostReply(ForMembers, new PostText("Frage", "de", Guid.NewGuid())) { Asked = names }));

        Assert.Equal(refusal, Assert.IsType<Outcome<PostReceipt>.Invalid>(outcome).Fields["asked"]);
    }

    [Fact]
    public async Task A_report_is_decided_once_for_all_who_reported_and_both_sides_read_why()
    {
        var post = await WriteAsync("Etwas Gemeldetes");
        Assert.Equal(Refusal.SignInFirst, Assert.IsType<Outcome<long>.Refused>(await ReportAsync(Viewer.Public, post)).Reason);
        Assert.IsType<Outcome<long>.NotFound>(await ReportAsync(Viewers.Member, post));
        Assert.Equal(Refusal.Empty, Assert.IsType<Outcome<long>.Invalid>(await ReportAsync(Viewers.Deputy, post, ReportReason.Other)).Fields["text"]);
        Assert.IsType<Outcome<long>.Done>(await ReportAsync(Viewers.Deputy, post));
        Assert.IsType<Outcome<long>.Done>(await ReportAsync(Viewers.Organization, post));
        Assert.Equal(Refusal.AlreadyReported, Assert.IsType<Outcome<long>.Invalid>(await ReportAsync(Viewers.Deputy, post)).Fields["kind"]);

        var card = (await QueueAsync(Viewers.Staff, false)).First(r => r.Text == "Etwas Gemeldetes");
        Assert.Equal(2, card.Same);
        Assert.Empty(await QueueAsync(Viewers.Member, false));
        Assert.IsType<Outcome<Guid>.NotFound>(await DecideAsync(Viewers.Member, card.Id, ReportState.Hidden));
        Assert.Equal(Refusal.Empty, Assert.IsType<Outcome<Guid>.Invalid>(await DecideAsync(Viewers.Staff, card.Id, ReportState.Hidden, " ")).Fields["decision"]);
        Assert.IsType<Outcome<Guid>.Done>(await DecideAsync(Viewers.Staff, card.Id, ReportState.Hidden));
        Assert.Equal(Refusal.AlreadyDecided, Assert.IsType<Outcome<Guid>.Invalid>(await DecideAsync(Viewers.Staff, card.Id, ReportState.Left)).Fields["decision"]);

        Assert.DoesNotContain(await QueueAsync(Viewers.Staff, false), r => r.Id == card.Id);
        foreach (var reporter in new[] { Viewers.Deputy, Viewers.Organization })
            Assert.Equal((ReportState.Hidden, "Gegen die Regeln"), (await Network.AskAsync((ModerationQuery q) => q.OwnAsync(reporter))).Where(r => r.Sequence == card.Sequence).Select(r => (r.State, r.Decision)).First());
        Assert.Equal("Gegen die Regeln", (await ThreadAsync(Viewers.Member)).Own.Reasons[post]);
        Assert.True((await Network.AskAsync((ThreadQuery q) => q.ChangedAsync([post]))).Single() is { Removed: true, Hidden: true, Text: "" });
    }

    [Fact]
    public async Task What_the_office_hid_it_can_show_again_but_its_writer_cannot()
    {
        var post = await WriteAsync("Zu Unrecht verborgen");
        await ReportAsync(Viewers.Deputy, post);
        var card = (await QueueAsync(Viewers.Staff, false)).First(r => r.Text == "Zu Unrecht verborgen");
        await DecideAsync(Viewers.Staff, card.Id, ReportState.Hidden);
        Network.Time.Advance(TimeSpan.FromDays(1));
        await Network.Get<RemovedTextCalendar>().RunAsync();

        Assert.IsType<Outcome<long>.NotFound>(await Network.AskAsync((PostRemovalHandler h) => h.RunAsync(Viewers.Member, new PostUndo(Thread, post))));
        Assert.IsType<Outcome<long>.Done>(await Network.AskAsync((PostRemovalHandler h) => h.RunAsync(Viewers.Staff, new PostUndo(Thread, post))));
        Assert.Equal("Zu Unrecht verborgen", (await Network.AskAsync((ThreadQuery q) => q.ChangedAsync([post]))).Single().Text);
    }

    [Fact]
    public async Task Muting_is_for_oneself_alone_and_can_be_said_twice()
    {
        foreach (var muted in new[] { true, true, false, false, true })
            Assert.IsType<Outcome<bool>.Done>(await Network.AskAsync((ModerationHandler h) => h.RunAsync(Viewers.Deputy, new MutePerson("aylin-demirtas", muted))));

        var folded = await Network.AskAsync((ModerationQuery q) => q.MutedAsync(Viewers.Deputy));
        Assert.Equal([Viewers.Member.PersonId!.Value], folded.People);
        await using (var db = Network.Db())
            Assert.Equal(await db.Users.Where(a => a.PersonId == Viewers.Member.PersonId).Select(a => a.Id).ToListAsync(), folded.Accounts);
        Assert.Empty((await Network.AskAsync((ModerationQuery q) => q.MutedAsync(Viewers.Organization))).People);
        Assert.IsType<Outcome<bool>.NotFound>(await Network.AskAsync((ModerationHandler h) => h.RunAsync(Viewers.Deputy, new MutePerson("murat-kocabas", true))));
    }

    [Fact]
    public async Task Stopped_writing_ends_after_its_last_day_and_leaves_all_else()
    {
        var viewer = Viewers.Of("goran-ilic", AccountRole.ExpertMember);
        Task<Outcome<bool>> Stop(Viewer by, int days, string reason = "Wiederholte Beleidigungen") => Network.AskAsync((ModerationHandler h) =>
            h.RunAsync(by, new StopWriting("goran-ilic", DateOnly.FromDateTime(Network.Time.GetUtcNow().UtcDateTime).AddDays(days), reason)));
        Assert.IsType<Outcome<bool>.NotFound>(await Stop(Viewers.Member, 2));
        Assert.Equal(Refusal.DayPassed, Assert.IsType<Outcome<bool>.Invalid>(await Stop(Viewers.Staff, -1)).Fields["until"]);
        Assert.Equal(Refusal.Empty, Assert.IsType<Outcome<bool>.Invalid>(await Stop(Viewers.Staff, 2, "")).Fields["reason"]);
        Assert.IsType<Outcome<bool>.Done>(await Stop(Viewers.Staff, 2));

        Assert.Equal(Refusal.WritingStopped, Assert.IsType<Outcome<PostReceipt>.Refused>(await ReplyAsync(viewer, "Nein")).Reason);
        Assert.Equal("Wiederholte Beleidigungen", (await Network.AskAsync((ModerationQuery q) => q.OwnStopAsync(viewer)))!.Reason);
        Assert.Equal(Refusal.WritingStopped, Assert.IsType<Outcome<Guid>.Refused>(await Network.AskAsync((StartDiscussionHandler h) =>
            h.RunAsync(viewer, new StartDiscussion(Guid.CreateVersion7(), "Titel", "", "de", "Public", new SubjectSlugs())))).Reason);
        Assert.NotNull(await Network.AskAsync((ThreadQuery q) => q.RunAsync(viewer, Thread)));
        Network.Time.Advance(TimeSpan.FromDays(3));
        Assert.IsType<Outcome<PostReceipt>.Done>(await ReplyAsync(viewer, "Wieder da"));
    }

    private Task<(IReadOnlyList<QuestionCard> ToMe, IReadOnlyList<QuestionCard> FromMe)> OwnAsync(Viewer viewer) => Network.AskAsync((QuestionHandler h) => h.OwnAsync(viewer));

    private async Task<Guid> AskAsync(Guid thread, string names) => Assert.IsType<Outcome<PostReceipt>.Done>(await Network.AskAsync((PostReplyHandler h) =>
        h.RunAsync(Viewers.Member, new PostReply(thread, new PostText("Wer weiß das?", "de", Guid.NewGuid())) { Asked = names }))).Value.Id;

    private async Task<Guid> WriteAsync(string text) => Assert.IsType<Outcome<PostReceipt>.Done>(await ReplyAsync(Viewers.Member, text)).Value.Id;

    private Task<Outcome<PostReceipt>> ReplyAsync(Viewer viewer, string text) => Network.AskAsync((PostReplyHandler h) => h.RunAsync(viewer, new PostReply(Thread, new PostText(text, "de", Guid.NewGuid()))));

    private Task<Outcome<long>> AnswerAsync(Viewer viewer, Guid post, string? person, QuestionState state, string? hint = null) =>
        Network.AskAsync((QuestionHandler h) => h.RunAsync(viewer, new AnswerQuestion(Thread, post, person, state, hint)));

    private Task<Outcome<long>> ReportAsync(Viewer viewer, Guid post, ReportReason reason = ReportReason.Insult) =>
        Network.AskAsync((ModerationHandler h) => h.RunAsync(viewer, new ReportPost(Thread, post, reason, null)));

    private Task<Outcome<Guid>> DecideAsync(Viewer viewer, Guid report, ReportState state, string decision = "Gegen die Regeln") =>
        Network.AskAsync((ModerationHandler h) => h.RunAsync(viewer, new DecideReport(report, state, decision)));

    private async Task<IReadOnlyList<ReportCard>> QueueAsync(Viewer viewer, bool decided) => (await Network.AskAsync((ModerationQuery q) => q.QueueAsync(viewer, decided))).Items;

    private async Task<ThreadView> ThreadAsync(Viewer viewer) => (await Network.AskAsync((ThreadQuery q) => q.RunAsync(viewer, Thread)))!;
}

public sealed class ModerationOnSqlite(SqliteNetwork store) : ModerationTests(store), IClassFixture<SqliteNetwork>;

public sealed class ModerationOnPostgres(PostgresNetwork store) : ModerationTests(store), IClassFixture<PostgresNetwork>;
