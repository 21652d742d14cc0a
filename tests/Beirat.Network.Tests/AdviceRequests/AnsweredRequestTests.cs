using Beirat.Network.Accounts;
using Beirat.Network.Advice;
using Beirat.Network.AdviceRequests;
using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Discussions;
using Beirat.Network.Events;
using Beirat.Network.Ledger;
using Beirat.Network.Outbox;
using Beirat.Network.Search;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.AdviceRequests;

/// <summary>Who helped to answer a request is found by its topics from the delivery on, and nobody learns more of it than they may know.</summary>
public sealed class AnsweredRequestTests : IAsyncLifetime
{
    private const string Topic = "sport";

    private static readonly Viewer Colleague = Viewers.Of("dragan-petrovic", AccountRole.ExpertMember);

    private readonly RunningCouncil _council = new();

    private NetworkHost Network => _council.Network;

    public ValueTask InitializeAsync() => _council.InitializeAsync();

    public ValueTask DisposeAsync() => _council.DisposeAsync();

    [Fact]
    public async Task It_speaks_for_those_who_took_part_from_the_delivery_on_and_for_nobody_who_only_said_yes()
    {
        var before = await ScoreAsync("aylin-demirtas");
        var id = await AskedAsync(AdviceConfidentiality.Internal);
        await Network.AnswerAsync(Viewers.Member, id, AdviceAnswer.Accepted);
        await Network.AnswerAsync(Viewers.Deputy, id, AdviceAnswer.Accepted);
        await Network.WriteAsync(Viewers.Member, id, 0, "Die Antwort");
        await Network.StepAsync(s => s.ReleaseAsync(Viewers.Member, id, 1, 0));
        await Network.IndexedAsync();
        Assert.DoesNotContain(await EvidenceAsync("aylin-demirtas", Viewers.Staff), IsAnswer);

        await Network.StepAsync(s => s.DeliverAsync(Viewers.Staff, id));
        await Network.IndexedAsync();

        var line = Assert.Single(await EvidenceAsync("aylin-demirtas", Viewers.Staff), IsAnswer);
        Assert.True(line.Points > 0);
        Assert.Equal(before + line.Points, await ScoreAsync("aylin-demirtas"));
        Assert.DoesNotContain(await EvidenceAsync("murat-kocabas", Viewers.Staff), IsAnswer);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_remark_or_a_word_in_the_thread_is_taking_part_too(bool remark)
    {
        var id = await AskedAsync(AdviceConfidentiality.Internal);
        await Network.AnswerAsync(Viewers.Member, id, AdviceAnswer.Accepted);
        await Network.AnswerAsync(Viewers.Deputy, id, AdviceAnswer.Accepted);
        await Network.WriteAsync(Viewers.Member, id, 0, "Die Antwort");
        var thread = (await Network.SeeAsync(Viewers.Deputy, id))!.Thread!.Id;
        if (remark) await SettledAsync(id);
        else await Network.AskAsync((PostReplyHandler h) => h.RunAsync(Viewers.Deputy, new PostReply(thread, new PostText("Mein Rat", "de", Guid.NewGuid()))));
        await Network.StepAsync(s => s.ReleaseAsync(Viewers.Member, id, 1, 0));
        await Network.StepAsync(s => s.DeliverAsync(Viewers.Staff, id));
        await Network.IndexedAsync();

        Assert.Single(await EvidenceAsync("murat-kocabas", Viewers.Staff), IsAnswer);
    }

    [Theory]
    [InlineData(AdviceConfidentiality.Internal)]
    [InlineData(AdviceConfidentiality.Board)]
    [InlineData(AdviceConfidentiality.Public)]
    public async Task Whoever_sees_the_request_is_led_to_it_and_others_learn_topic_and_month_at_most(AdviceConfidentiality level)
    {
        const string word = "Quastenflosserverordnung";
        var id = await AnsweredAsync(level, $"Was sagt der Beirat zur {word}?");
        var today = Network.Time.Today();
        foreach (var viewer in new[] { Viewers.Staff, Viewers.Member, Viewers.Office, Colleague, Viewers.Organization, Viewer.Public })
        {
            var sees = await Network.SeeAsync(viewer, id) is not null;
            var line = Assert.Single(await EvidenceAsync("aylin-demirtas", viewer), IsAnswer);

            Assert.Equal(sees, line.Title.Contains(word, StringComparison.Ordinal));
            Assert.Equal(sees ? $"{id}" : string.Empty, line.Key);
            Assert.Equal(sees ? DatePrecision.Day : DatePrecision.Month, line.Precision);
            Assert.Equal(sees ? today : level == AdviceConfidentiality.Internal ? null : new DateOnly(today.Year, today.Month, 1), line.Date);
            if (!sees) Assert.Equal("Sport", line.Title);
            // No word of the question finds anybody, whoever asks: the index holds none.
            Assert.DoesNotContain((await FindAsync(new AdviserRequest(word), viewer)).SelectMany(a => a.Evidence), IsAnswer);
        }
    }

    [Fact]
    public async Task A_request_that_is_gone_speaks_for_nobody_any_more_before_the_index_knows_it()
    {
        var id = await AnsweredAsync(AdviceConfidentiality.Public);
        await Network.StopAsync();
        Assert.Single(await EvidenceAsync("aylin-demirtas", Viewers.Member), IsAnswer);

        await using (var db = Network.Db()) await db.AdviceRequests.Where(r => r.Id == id).ExecuteDeleteAsync();

        Assert.DoesNotContain(await EvidenceAsync("aylin-demirtas", Viewers.Member), IsAnswer);
        Assert.Null(await Network.AskAsync((LedgerQuery q) => q.EntryAsync(Viewers.Member, new EvidenceSource(EvidenceKind.AnsweredRequest, id))));
    }

    [Fact]
    public async Task A_request_that_is_deleted_with_its_rows_leaves_the_index_by_the_outbox()
    {
        var id = await AnsweredAsync(AdviceConfidentiality.Public);
        await Network.ChangeAsync(async db => db.Remove(await db.AdviceRequests.Include(r => r.Assignments).SingleAsync(r => r.Id == id)));
        await Network.IndexedAsync();

        await using var db = Network.Db();
        Assert.Contains(await db.Outbox.OrderByDescending(o => o.Id).Take(20).ToListAsync(), o => o.Kind == SubjectKind.Person && o.SubjectId == Viewers.Member.PersonId);
        Assert.DoesNotContain(await EvidenceAsync("aylin-demirtas", Viewers.Member), IsAnswer);
    }

    [Fact]
    public async Task It_finds_nobody_who_does_not_want_to_be_found_by_topics()
    {
        await AnsweredAsync(AdviceConfidentiality.Public);
        await Network.ChangeAsync(async db =>
        {
            var person = await db.People.Include(p => p.Consents).SingleAsync(p => p.Slug == "aylin-demirtas");
            person.Withdraw(ProfileField.Topics, ConsentPurpose.Finding, Network.Time.GetUtcNow());
            person.Touch(Network.Time.GetUtcNow());
        });
        await Network.IndexedAsync();

        Assert.DoesNotContain(await EvidenceAsync("aylin-demirtas", Viewers.Staff), IsAnswer);
        var part = (await Network.AskAsync((LedgerQuery q) => q.RunAsync(Viewers.Member, EvidenceKind.AnsweredRequest, null)))!;
        Assert.Equal((ProfileField.Topics, (Audience?)null), (part.Finds!.Value, part.FoundBy));
        Assert.Single(part.Entries);
    }

    [Fact]
    public async Task Its_ledger_entry_is_called_by_its_topics_and_tells_the_question_only_while_it_may_be_seen()
    {
        var id = await AnsweredAsync(AdviceConfidentiality.Internal, "Was sagt der Beirat zur Halle?");
        var source = new EvidenceSource(EvidenceKind.AnsweredRequest, id);

        var own = (await Network.AskAsync((LedgerQuery q) => q.EntryAsync(Viewers.Member, source)))!;
        var left = (await Network.AskAsync((LedgerQuery q) => q.EntryAsync(new Viewer(Viewers.Member.AccountId, Viewers.Member.PersonId, []), source)))!;

        Assert.Equal(("Sport", "Was sagt der Beirat zur Halle?", $"{id}"), (own.Title, own.Text, own.Key));
        Assert.Equal(("Sport", string.Empty, string.Empty), (left.Title, left.Text, left.Key));
        Assert.Null(await Network.AskAsync((LedgerQuery q) => q.EntryAsync(Viewers.Deputy, source)));
    }

    [Fact]
    public async Task It_is_contested_like_everything_else_and_the_contest_holds_no_word_of_the_question()
    {
        var id = await AnsweredAsync(AdviceConfidentiality.Internal, "Was sagt der Beirat zur Halle?");
        var contest = new ContestEntry(new EvidenceSource(EvidenceKind.AnsweredRequest, id), "Das war jemand anderes.");

        var done = Assert.IsType<Outcome<Guid>.Done>(await Network.AskAsync((ContestHandler h) => h.RunAsync(Viewers.Member, contest))).Value;

        Assert.DoesNotContain(await EvidenceAsync("aylin-demirtas", Viewers.Staff), IsAnswer);
        Assert.Equal("Sport", (await Network.AskAsync((ContestQuery q) => q.OneAsync(Viewers.Staff, done)))!.Card.Title);
        await Network.AskAsync((ContestHandler h) => h.RunAsync(Viewers.Staff, new ContestDecision(done, true, "Sie hat mitgeschrieben.")));
        Assert.Single(await EvidenceAsync("aylin-demirtas", Viewers.Staff), IsAnswer);
    }

    private static bool IsAnswer(Evidence line) => line.Kind == EvidenceKind.AnsweredRequest;

    private Task<Guid> AskedAsync(AdviceConfidentiality level, string text = "Was sagt der Beirat?") =>
        Network.AskedAsync(Asking.Question(text, level) with { Topics = [Topic] });

    private async Task<Guid> AnsweredAsync(AdviceConfidentiality level, string text = "Was sagt der Beirat?")
    {
        var id = await Network.DeliveredAsync(Asking.Question(text, level) with { Topics = [Topic] });
        await Network.IndexedAsync();
        return id;
    }

    private async Task SettledAsync(Guid id)
    {
        await Network.AskAsync((AdviceDraftWork w) => w.RemarkAsync(Viewers.Deputy, new AdviceRemark(id, "Kürzer", Guid.NewGuid())));
        var remark = Assert.Single((await Network.DraftAsync(Viewers.Deputy, id))!.Comments);
        await Network.AskAsync((AdviceDraftWork w) => w.ResolveAsync(Viewers.Member, id, remark.Id, resolved: true));
    }

    private async Task<IReadOnlyList<Evidence>> EvidenceAsync(string slug, Viewer viewer) =>
        (await FindAsync(new AdviserRequest("Sport") { Only = [slug] }, viewer)).SingleOrDefault()?.Evidence ?? [];

    private async Task<decimal> ScoreAsync(string slug) => (await EvidenceAsync(slug, Viewer.Public)).Sum(e => e.Points);

    private async Task<IReadOnlyList<Adviser>> FindAsync(AdviserRequest request, Viewer viewer) => (await Network.AskAsync((AdviserQuery q) => q.RunAsync(viewer, request))).Advisers;
}

/// <summary>The same on both databases, without an index.</summary>
public abstract class AnsweredRequestRecordTests(Store store)
{
    [Fact]
    public async Task What_was_answered_is_read_from_the_records_page_by_page()
    {
        var network = store.Demo();
        var id = await network.DeliveredAsync();
        var viewer = Viewers.Member;

        var part = (await network.AskAsync((LedgerQuery q) => q.RunAsync(viewer, EvidenceKind.AnsweredRequest, null)))!;
        var further = (await network.AskAsync((LedgerQuery q) => q.RunAsync(viewer, EvidenceKind.AnsweredRequest, part.Entries[0].Source.Id)))!;

        Assert.Contains(part.Entries, e => e.Source.Id == id && e.Date == network.Time.Today());
        Assert.DoesNotContain(part.Entries[0], further.Entries);
        Assert.DoesNotContain((await network.AskAsync((LedgerQuery q) => q.RunAsync(Viewers.Deputy, EvidenceKind.AnsweredRequest, null)))!.Entries, e => e.Source.Id == id);
    }
}

public sealed class AnsweredRequestRecordsOnSqlite(SqliteNetwork store) : AnsweredRequestRecordTests(store), IClassFixture<SqliteNetwork>;

public sealed class AnsweredRequestRecordsOnPostgres(PostgresNetwork store) : AnsweredRequestRecordTests(store), IClassFixture<PostgresNetwork>;
