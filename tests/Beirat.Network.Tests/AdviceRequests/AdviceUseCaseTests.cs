using Beirat.Network.Accounts;
using Beirat.Network.AdviceRequests;
using Beirat.Network.Common;
using Beirat.Network.Discussions;
using Beirat.Network.Knowledge;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.AdviceRequests;

/// <summary>From the question to the answer, on both databases.</summary>
public abstract class AdviceUseCaseTests(Store store)
{
    private NetworkHost Network => store.Demo();

    [Fact]
    public async Task Whoever_asks_is_asked_or_keeps_the_office_sees_an_internal_request_and_nobody_else()
    {
        var word = $"Kanarie{Guid.NewGuid():N}";
        var id = await Network.AskedAsync(Asking.Question(word, people: ["aylin-demirtas"]));

        foreach (var viewer in new[] { Viewers.Office, Viewers.Member, Viewers.Staff }) Assert.Equal(word, (await Network.SeeAsync(viewer, id))!.Question);
        // Another account of the same office speaks for it, too.
        Assert.NotNull(await Network.SeeAsync(new Viewer(Guid.NewGuid(), Viewers.Office.PersonId, [AccountRole.CityOffice]), id));
        foreach (var viewer in new[] { Viewer.Public, Viewers.Deputy, Viewers.Organization, new Viewer(null, Viewers.Member.PersonId, [AccountRole.ExpertMember]) })
        {
            Assert.Null(await Network.SeeAsync(viewer, id));
            Assert.Null(await Network.DraftAsync(viewer, id));
            foreach (var list in Enum.GetValues<AdviceList>())
            {
                Assert.DoesNotContain(await Network.ListAsync(viewer, list), c => c.Id == id);
                Assert.DoesNotContain(word, await Network.CsvAsync(viewer, list));
            }

            Assert.IsType<Outcome<Guid>.NotFound>(await Network.AnswerAsync(viewer, id, AdviceAnswer.Accepted));
            Assert.IsType<Outcome<int>.NotFound>(await Network.WriteAsync(viewer, id, 0, "Text"));
            Assert.IsType<Outcome<Guid>.NotFound>(await Network.StepAsync(s => s.WithdrawAsync(viewer, id)));
            Assert.IsType<Outcome<Guid>.NotFound>(await Network.StepAsync(s => s.DeliverAsync(viewer, id)));
        }

        Assert.Contains(await Network.ListAsync(Viewers.Member, AdviceList.ToMe), c => c.Id == id && c.Own == AdviceAnswer.Pending);
        Assert.Contains(await Network.ListAsync(Viewers.Office, AdviceList.Mine), c => c.Id == id);
        Assert.Contains(await Network.ListAsync(Viewers.Office, AdviceList.Office), c => c.Id == id);
        Assert.Contains(word, await Network.CsvAsync(Viewers.Staff, AdviceList.Open));
    }

    [Fact]
    public async Task A_public_request_is_read_by_members_at_once_and_by_all_with_its_answer_but_without_its_making()
    {
        var request = Asking.Question("Öffentlich gefragt", AdviceConfidentiality.Public);
        var id = await Network.AskedAsync(request);
        Assert.Null(await Network.SeeAsync(Viewer.Public, id));
        Assert.NotNull(await Network.SeeAsync(Viewers.Of("dragan-petrovic", AccountRole.ExpertMember), id));
        await Network.AnswerAsync(Viewers.Deputy, id, AdviceAnswer.Declined, "Geheimer Grund");
        await Network.AnswerAsync(Viewers.Member, id, AdviceAnswer.Accepted);
        await Network.WriteAsync(Viewers.Member, id, 0, "Die **Antwort**.");
        await Network.StepAsync(s => s.ReleaseAsync(Viewers.Member, id, 1, 0));
        Assert.Null((await Network.SeeAsync(Viewers.Office, id))!.Answer);
        await Network.StepAsync(s => s.DeliverAsync(Viewers.Staff, id));

        var open = (await Network.SeeAsync(Viewer.Public, id))!;

        Assert.Contains("<strong>Antwort</strong>", open.Answer!.Html);
        Assert.Equal(["Aylin Demirtaş"], open.Assignments.Select(a => a.Person.Name));
        Assert.Null(open.AskedBy);
        Assert.Empty(open.Reminders);
        Assert.Equal([AdviceStep.Asked, AdviceStep.Delivered], open.Chain.Select(s => s.Step));
        Assert.Equal(new AdviceRights(false, false, false, false, false, false, false, false), open.Rights);
        Assert.Contains(await Network.ListAsync(Viewer.Public, AdviceList.Published), c => c.Id == id);
        var member = (await Network.SeeAsync(Viewers.Of("dragan-petrovic", AccountRole.ExpertMember), id))!;
        Assert.Contains(member.Assignments, a => a is { Answer: AdviceAnswer.Declined, Reason: "" });
        Assert.Contains((await Network.SeeAsync(Viewers.Office, id))!.Assignments, a => a.Reason == "Geheimer Grund");
    }

    [Fact]
    public async Task Two_who_accept_at_the_same_moment_both_do_and_whoever_accepts_twice_does_once()
    {
        var id = await Network.AskedAsync();

        var outcomes = await Task.WhenAll(
            Network.AnswerAsync(Viewers.Member, id, AdviceAnswer.Accepted), Network.AnswerAsync(Viewers.Deputy, id, AdviceAnswer.Accepted));

        Assert.All(outcomes, o => Assert.IsType<Outcome<Guid>.Done>(o));
        Assert.IsType<Outcome<Guid>.Done>(await Network.AnswerAsync(Viewers.Member, id, AdviceAnswer.Accepted));
        Assert.Equal(2, (await Network.SeeAsync(Viewers.Staff, id))!.Assignments.Count(a => a.Answer == AdviceAnswer.Accepted));
        Assert.NotNull(await Network.DraftAsync(Viewers.Member, id));
        Assert.NotNull(await Network.DraftAsync(Viewers.Deputy, id));
    }

    [Fact]
    public async Task Two_who_save_the_same_version_get_one_version_and_the_other_text_is_not_lost()
    {
        var id = await Network.AskedAsync();
        await Network.AnswerAsync(Viewers.Member, id, AdviceAnswer.Accepted);
        await Network.AnswerAsync(Viewers.Deputy, id, AdviceAnswer.Accepted);

        var outcomes = await Task.WhenAll(Network.WriteAsync(Viewers.Member, id, 0, "Von Aylin"), Network.WriteAsync(Viewers.Deputy, id, 0, "Von Murat"));

        Assert.Single(outcomes.OfType<Outcome<int>.Done>());
        Assert.Equal(1, Assert.Single(outcomes.OfType<Outcome<int>.Stale>()).Version);
        var second = await Network.WriteAsync(Viewers.Deputy, id, 1, "Von beiden");
        Assert.Equal(2, Assert.IsType<Outcome<int>.Done>(second).Value);
        Assert.Equal([2, 1], (await Network.DraftAsync(Viewers.Staff, id))!.Versions.Select(v => v.Number));
        var comparison = await Network.AskAsync((AdviceDraftQuery q) => q.CompareAsync(Viewers.Deputy, id, 2, 1));
        Assert.Contains(comparison!.Parts, p => p is { Side: DiffSide.Newer } && p.Text.Contains("beiden", StringComparison.Ordinal));
        Assert.Null(await Network.AskAsync((AdviceDraftQuery q) => q.CompareAsync(Viewers.Office, id, 1, 2)));
    }

    [Fact]
    public async Task Remarks_are_settled_before_the_release_and_what_is_released_is_what_was_read()
    {
        var id = await Network.AskedAsync();
        await Network.AnswerAsync(Viewers.Member, id, AdviceAnswer.Accepted);
        await Network.WriteAsync(Viewers.Member, id, 0, "Erste");
        var key = Guid.NewGuid();
        for (var i = 0; i < 2; i++) await Network.AskAsync((AdviceDraftWork w) => w.RemarkAsync(Viewers.Member, new AdviceRemark(id, "Kürzer", key)));
        var remark = Assert.Single((await Network.DraftAsync(Viewers.Member, id))!.Comments);

        var early = await Network.StepAsync(s => s.ReleaseAsync(Viewers.Member, id, 1, 0));
        await Network.AskAsync((AdviceDraftWork w) => w.ResolveAsync(Viewers.Member, id, remark.Id, resolved: true));
        await Network.WriteAsync(Viewers.Member, id, 1, "Zweite");
        var stale = await Network.StepAsync(s => s.ReleaseAsync(Viewers.Member, id, 1, 0));

        Assert.Equal(Refusal.CommentsOpen, Assert.IsType<Outcome<Guid>.Refused>(early).Reason);
        Assert.Equal(2, Assert.IsType<Outcome<Guid>.Stale>(stale).Version);
        Assert.IsType<Outcome<Guid>.Done>(await Network.StepAsync(s => s.ReleaseAsync(Viewers.Member, id, 2, 0)));
        Assert.IsType<Outcome<int>.Refused>(await Network.WriteAsync(Viewers.Member, id, 2, "Dritte"));
        Assert.IsType<Outcome<Guid>.NotFound>(await Network.StepAsync(s => s.DeliverAsync(Viewers.Member, id)));
    }

    [Fact]
    public async Task Only_who_asked_replies_once_and_with_a_reason()
    {
        var id = await Network.DeliveredAsync();
        Task<Outcome<Guid>> Reply(Viewer viewer, AdviceVerdict? verdict, string reason) => Network.StepAsync(s => s.ReplyAsync(viewer, new OfficialReplyText(id, verdict, reason)));

        Assert.Equal(["verdict", "reason"], Assert.IsType<Outcome<Guid>.Invalid>(await Reply(Viewers.Office, null, " ")).Fields.Keys);
        foreach (var viewer in new[] { Viewers.Staff, Viewers.Member, Viewer.Public }) Assert.IsType<Outcome<Guid>.NotFound>(await Reply(viewer, AdviceVerdict.Partly, "Nein"));
        Assert.IsType<Outcome<Guid>.Done>(await Reply(Viewers.Office, AdviceVerdict.Partly, "Die Mittel reichen für einen Teil."));
        Assert.IsType<Outcome<Guid>.Refused>(await Reply(Viewers.Office, AdviceVerdict.TakenUp, "Doch"));
        Assert.Equal((AdviceState.Replied, AdviceVerdict.Partly), ((await Network.SeeAsync(Viewers.Member, id))!.State, (await Network.SeeAsync(Viewers.Member, id))!.Reply!.Verdict));
    }

    [Fact]
    public async Task A_hint_leads_to_asking_somebody_else_and_whoever_was_asked_is_not_offered_again()
    {
        var id = await Network.AskedAsync();
        Assert.Equal(Refusal.SamePerson, Assert.IsType<Outcome<Guid>.Invalid>(await Network.AnswerAsync(Viewers.Deputy, id, AdviceAnswer.NotMyTopic, "", "murat-kocabas")).Fields["hint"]);
        Assert.Equal(Refusal.NotInCouncil, Assert.IsType<Outcome<Guid>.Invalid>(await Network.AnswerAsync(Viewers.Deputy, id, AdviceAnswer.NotMyTopic, "", "tabea-wiesgrund")).Fields["hint"]);
        await Network.AnswerAsync(Viewers.Deputy, id, AdviceAnswer.NotMyTopic, "", "dragan-petrovic");
        Task<Outcome<Guid>> Ask(Viewer viewer, params string[] people) => Network.AskAsync((AskMoreHandler h) => h.RunAsync(viewer, new AskMore(id, people)));

        Assert.Equal("Dragan Petrović", Assert.Single((await Network.SeeAsync(Viewers.Office, id))!.Assignments, a => a.HintTo is not null).HintTo!.Name);
        Assert.All((await Network.SeeAsync(Viewers.Member, id))!.Assignments, a => Assert.Null(a.HintTo));
        Assert.IsType<Outcome<Guid>.NotFound>(await Ask(Viewers.Deputy, "dragan-petrovic"));
        Assert.Equal(Refusal.Empty, Assert.IsType<Outcome<Guid>.Invalid>(await Ask(Viewers.Office)).Fields["people"]);
        Assert.IsType<Outcome<Guid>.Done>(await Ask(Viewers.Office, "dragan-petrovic"));
        Assert.IsType<Outcome<Guid>.Done>(await Ask(Viewers.Staff, "dragan-petrovic"));
        Assert.Single((await Network.SeeAsync(Viewers.Office, id))!.Assignments, a => a.Person.Slug == "dragan-petrovic");
        Assert.DoesNotContain((await Network.AskAsync((AskMoreHandler h) => h.ChoicesAsync(Viewers.Office, id, [])))!, p => p.Slug == "dragan-petrovic");
    }

    [Fact]
    public async Task The_load_counts_what_waits_or_was_taken_on_and_how_often_somebody_was_asked_lately()
    {
        var person = Viewers.Of("linh-nguyen", AccountRole.ExpertMember);
        var before = await Load();
        var (taken, declined) = (await Network.AskedAsync(Asking.Question(people: "linh-nguyen")), await Network.AskedAsync(Asking.Question(people: "linh-nguyen")));
        await Network.AnswerAsync(person, taken, AdviceAnswer.Accepted);
        await Network.AnswerAsync(person, declined, AdviceAnswer.Declined, "Keine Zeit");

        var after = await Load();

        Assert.Equal((before.Open + 1, before.Turns + 2, Network.Time.GetUtcNow()), (after.Open, after.Turns, after.LastAskedAt!.Value));
        await Network.StepAsync(s => s.WithdrawAsync(Viewers.Office, taken));
        Assert.Equal(before.Open, (await Load()).Open);
        Assert.Null(await Network.AskAsync((AdviceLoad l) => l.ChartAsync(Viewers.Office)));
        Assert.Contains((await Network.AskAsync((AdviceLoad l) => l.ChartAsync(Viewers.Deputy)))!.Items, l => l.Person.Slug == "linh-nguyen");
        Assert.Equal(PersonLoad.None, (await Network.AskAsync((AdviceLoad l) => l.OfAsync([Guid.Empty])))[Guid.Empty]);

        async Task<PersonLoad> Load() => (await Network.AskAsync((AdviceLoad l) => l.OfAsync([person.PersonId!.Value])))[person.PersonId!.Value];
    }

    [Fact]
    public async Task What_is_due_is_noted_once_also_where_no_mail_can_be_sent()
    {
        var id = await Network.AskedAsync(Asking.Question(people: ["aylin-demirtas", "dragan-petrovic"]));
        var alone = await Network.AskedAsync(Asking.Question() with { People = [] });

        for (var i = 0; i < 2; i++) await Network.Get<AdviceCalendar>().RunAsync();

        Assert.Equal([(AdviceReminderStep.Asked, "Aylin Demirtaş", false)], (await Network.SeeAsync(Viewers.Staff, id))!.Reminders.Select(r => (r.Step, r.To, r.ByMail)));
        Assert.Equal([(AdviceReminderStep.NobodyLeft, "Tabea Wiesgrund", false)], (await Network.SeeAsync(Viewers.Staff, alone))!.Reminders.Select(r => (r.Step, r.To, r.ByMail)));
    }

    [Fact]
    public async Task The_thread_of_a_request_is_for_the_named_and_the_office_as_long_as_they_belong()
    {
        var id = await Network.AskedAsync();
        var thread = (await Network.SeeAsync(Viewers.Member, id))!.Thread!.Id;
        Task<Outcome<PostReceipt>> Say(Viewer viewer) => Network.AskAsync((PostReplyHandler h) => h.RunAsync(viewer, new PostReply(thread, new PostText("Ein Wort", "de", Guid.NewGuid()))));

        foreach (var viewer in new[] { Viewers.Office, Viewers.Member, Viewers.Deputy, Viewers.Staff }) Assert.IsType<Outcome<PostReceipt>.Done>(await Say(viewer));
        var former = new Viewer(Viewers.Member.AccountId, Viewers.Member.PersonId, []);
        foreach (var viewer in new[] { former, Viewers.Organization, Viewers.Of("dragan-petrovic", AccountRole.ExpertMember) })
        {
            Assert.IsType<Outcome<PostReceipt>.NotFound>(await Say(viewer));
            Assert.Null(await Network.AskAsync((ThreadQuery q) => q.RunAsync(viewer, thread)));
        }

        await Network.AskAsync((AskMoreHandler h) => h.RunAsync(Viewers.Staff, new AskMore(id, ["dragan-petrovic"])));
        Assert.IsType<Outcome<PostReceipt>.Done>(await Say(Viewers.Of("dragan-petrovic", AccountRole.ExpertMember)));
        Assert.DoesNotContain((await Network.AskAsync((DiscussionListQuery q) => q.RunAsync(Viewers.Staff, new DiscussionFilter()))).Items, d => d.Id == thread);
        await Network.StepAsync(s => s.WithdrawAsync(Viewers.Office, id));
        Assert.IsType<Outcome<PostReceipt>.Refused>(await Say(Viewers.Office));
    }

    [Fact]
    public async Task Lists_go_by_key_and_the_open_ones_by_deadline()
    {
        for (var i = 0; i <= AdviceListQuery.PageSize; i++) await Network.AskedAsync(Asking.Question($"Nummer {i}") with { Deadline = Asking.Deadline.AddDays(i * 3 % 7) });

        var first = await Network.AskAsync((AdviceListQuery q) => q.RunAsync(Viewers.Staff, AdviceList.Open));
        var second = await Network.AskAsync((AdviceListQuery q) => q.RunAsync(Viewers.Staff, AdviceList.Open, Guid.Parse(first.Next!)));

        var both = first.Items.Concat(second.Items).ToList();
        Assert.Equal(both.Select(c => c.Deadline).Order(), both.Select(c => c.Deadline));
        Assert.Distinct(both.Select(c => c.Id));
        await using var db = Network.Db();
        var csv = await Network.CsvAsync(Viewers.Staff, AdviceList.All);
        Assert.Equal(await db.AdviceRequests.CountAsync(), csv.Split("\r\n").Length - 2);
    }
}

public sealed class AdviceUseCasesOnSqlite(SqliteNetwork store) : AdviceUseCaseTests(store), IClassFixture<SqliteNetwork>;

public sealed class AdviceUseCasesOnPostgres(PostgresNetwork store) : AdviceUseCaseTests(store), IClassFixture<PostgresNetwork>;
