using Beirat.Network.Accounts;
using Beirat.Network.Common;
using Beirat.Network.Knowledge;
using Beirat.Network.Ledger;
using Beirat.Network.Search;
using Beirat.Network.Seeding;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.Ledger;

/// <summary>People see what speaks for them, contest what is not right, and staff decides; on every store.</summary>
public abstract class ContestTests(Store store)
{
    private static readonly Viewer Doctor = Viewers.Of("hanan-darwisch", AccountRole.Deputy);

    private NetworkHost Network => store.Demo();

    [Fact]
    public async Task The_ledger_holds_everything_that_speaks_for_its_owner_and_nothing_of_others()
    {
        var parts = (await AskAsync((LedgerQuery q) => q.RunAsync(Doctor)))!;

        Assert.Equal(EvidenceKinds.Speaking, parts.Select(p => p.Kind));
        await using var db = Network.Db();
        var person = await db.People.Include(p => p.Topics).Include(p => p.Professions).SingleAsync(p => p.Id == Doctor.PersonId);
        Assert.Equal(person.Topics.Select(t => t.TopicId).Order(), Of(parts, EvidenceKind.Claim).Entries.Select(e => e.Source.Id).Order());
        Assert.Equal(person.Professions.Select(p => p.Title).Order(), Of(parts, EvidenceKind.Profession).Entries.Select(e => e.Title).Order());
        var articles = await db.Articles.Where(a => a.AuthorId == person.Id).Select(a => a.Slug).ToListAsync();
        Assert.Equal(articles.Order(), Of(parts, EvidenceKind.Article).Entries.Select(e => e.Key).Order());
        var helpful = await db.Posts.CountAsync(p => p.AuthorId == person.Id && db.PostMarks.Any(m => m.PostId == p.Id));
        Assert.Equal(Math.Min(helpful, LedgerQuery.First), Of(parts, EvidenceKind.Post).Entries.Count);
        var endorsement = Assert.Single(Of(parts, EvidenceKind.Endorsement).Entries);
        Assert.Equal("nasrin-hosseini", endorsement.By!.Slug);
        Assert.All(parts.SelectMany(p => p.Entries), e => Assert.NotEmpty(e.Title));
        Assert.All(parts.Where(p => p.Kind is not (EvidenceKind.Claim or EvidenceKind.Profession)).SelectMany(p => p.Entries), e => Assert.NotNull(e.Date));
        Assert.Equal(Audience.Public, Of(parts, EvidenceKind.Claim).FoundBy);
        Assert.Null(await AskAsync((LedgerQuery q) => q.RunAsync(Viewer.Public)));
    }

    [Fact]
    public async Task A_long_kind_is_read_page_by_page_and_no_entry_is_missed_or_told_twice()
    {
        var person = SeedIds.Of("person", "friedhelm-kaestner");
        var at = Network.Time.GetUtcNow();
        await Network.ChangeAsync(db =>
        {
            for (var i = 0; i < 120; i++)
            {
                // Some at the same moment: then the id decides.
                var article = new Article(Guid.CreateVersion7(), $"seite-{i}", new ArticleText($"Seite {i}", "Text", "de", Audience.Public), at.AddMinutes(-(i / 7)));
                article.Credit(person);
                db.Articles.Add(article);
            }

            return Task.CompletedTask;
        });
        var viewer = Viewers.Of("friedhelm-kaestner", AccountRole.CouncilMember);
        var (seen, after, pages) = (new List<Guid>(), (Guid?)null, 0);
        do
        {
            var part = (await AskAsync((LedgerQuery q) => q.RunAsync(viewer, EvidenceKind.Article, after)))!;
            seen.AddRange(part.Entries.Select(e => e.Source.Id));
            (after, pages) = (part.Next, pages + 1);
        }
        while (after is not null && pages < 9);

        await using var read = Network.Db();
        Assert.Equal((await read.Articles.Where(a => a.AuthorId == person).Select(a => a.Id).ToListAsync()).Order(), seen.Order());
        Assert.Equal(3, pages);
    }

    [Fact]
    public async Task A_contested_entry_waits_is_taken_back_or_is_decided_once()
    {
        var source = new EvidenceSource(EvidenceKind.Claim, SeedIds.Of("topic", "geburt"));
        var id = await ContestAsync(Doctor, source, "Das mache ich nicht mehr.");
        Assert.Equal(id, await ContestAsync(Doctor, source, "Noch einmal"));
        Assert.Equal((ContestState.Open, "Das mache ich nicht mehr."), await StateAsync(source));

        foreach (var other in new[] { Viewer.Public, Viewers.Member, Viewers.Staff }) Assert.IsType<Outcome<Guid>.NotFound>(await RunAsync(other, new ContestWithdrawal(id)));
        Assert.IsType<Outcome<Guid>.Done>(await RunAsync(Doctor, new ContestWithdrawal(id)));
        Assert.Null(await StateAsync(source));

        id = await ContestAsync(Doctor, source, "Doch.");
        foreach (var other in new[] { Viewer.Public, Viewers.Member, Doctor, Viewers.Office }) Assert.IsType<Outcome<Guid>.NotFound>(await RunAsync(other, new ContestDecision(id, true, "Nein")));
        Assert.Equal(Refusal.Empty, Assert.IsType<Outcome<Guid>.Invalid>(await RunAsync(Viewers.Staff, new ContestDecision(id, null, "x"))).Fields["counts"]);
        Assert.Equal(Refusal.Empty, Assert.IsType<Outcome<Guid>.Invalid>(await RunAsync(Viewers.Staff, new ContestDecision(id, true, " \n"))).Fields["note"]);
        Assert.Equal(Refusal.TooLong, Assert.IsType<Outcome<Guid>.Invalid>(await RunAsync(Viewers.Staff, new ContestDecision(id, false, new string('x', EvidenceContest.MaxTextLength + 1)))).Fields["note"]);
        Assert.IsType<Outcome<Guid>.Done>(await RunAsync(Viewers.Staff, new ContestDecision(id, false, string.Empty)));

        Assert.Equal(ContestState.Excluded, (await StateAsync(source))!.Value.State);
        Assert.Equal(Refusal.AlreadyDecided, Assert.IsType<Outcome<Guid>.Refused>(await RunAsync(Viewers.Staff, new ContestDecision(id, true, "Doch"))).Reason);
        Assert.Equal(Refusal.AlreadyDecided, Assert.IsType<Outcome<Guid>.Refused>(await RunAsync(Doctor, new ContestWithdrawal(id))).Reason);
        Assert.Equal(Refusal.AlreadyDecided, Assert.IsType<Outcome<Guid>.Refused>(await RunAsync(Doctor, new ContestEntry(source, "Noch einmal"))).Reason);
    }

    [Theory]
    [InlineData("", Refusal.Empty)]
    [InlineData(" \u202E\u0000 ", Refusal.Empty)]
    [InlineData("kaputt \uD83D", Refusal.UnreadableText)]
    [InlineData(null, Refusal.Empty)]
    public async Task A_reason_must_be_given_and_readable(string? reason, Refusal refusal)
    {
        var outcome = await RunAsync(Doctor, new ContestEntry(new EvidenceSource(EvidenceKind.Claim, SeedIds.Of("topic", "gesundheit")), reason));

        Assert.Equal(refusal, Assert.IsType<Outcome<Guid>.Invalid>(outcome).Fields["reason"]);
    }

    [Fact]
    public async Task Nobody_contests_what_does_not_speak_for_them()
    {
        await using var db = Network.Db();
        var foreign = await db.Articles.Where(a => a.AuthorId != Doctor.PersonId).Select(a => a.Id).FirstAsync();
        foreach (var source in new[]
        {
            new EvidenceSource(EvidenceKind.Article, foreign), new EvidenceSource(EvidenceKind.Claim, SeedIds.Of("topic", "mobilitaet")),
            new EvidenceSource(EvidenceKind.Absence, Guid.Empty), new EvidenceSource(EvidenceKind.Post, Guid.CreateVersion7()), new EvidenceSource((EvidenceKind)99, foreign),
        })
        {
            Assert.IsType<Outcome<Guid>.NotFound>(await RunAsync(Doctor, new ContestEntry(source, "Nein")));
        }

        Assert.IsType<Outcome<Guid>.NotFound>(await RunAsync(Viewer.Public, new ContestEntry(new EvidenceSource(EvidenceKind.Article, foreign), "Nein")));
    }

    [Fact]
    public async Task Staff_does_not_decide_about_itself_and_sees_all_that_waits()
    {
        var own = Viewers.Of("tabea-wiesgrund", AccountRole.Staff);
        var id = Guid.CreateVersion7();
        await Network.ChangeAsync(db =>
        {
            db.EvidenceContests.Add(new EvidenceContest(id, own.PersonId!.Value, new EvidenceSource(EvidenceKind.Article, Guid.CreateVersion7()), "Titel", "Grund", Network.Time.GetUtcNow()));
            return Task.CompletedTask;
        });

        Assert.Equal(Refusal.OwnEntry, Assert.IsType<Outcome<Guid>.Refused>(await RunAsync(own, new ContestDecision(id, false, "x"))).Reason);
        Assert.Contains((await AskAsync((ContestQuery q) => q.RunAsync(own, open: true, null)))!.Items, c => c.Id == id);
        var view = (await AskAsync((ContestQuery q) => q.OneAsync(own, id)))!;
        Assert.Null(view.Entry);
        Assert.Equal(Refusal.OwnEntry, view.RefusalToDecide);
        foreach (var other in new[] { Viewer.Public, Viewers.Member, Viewers.Organization, Viewers.Office })
        {
            Assert.Null(await AskAsync((ContestQuery q) => q.RunAsync(other, open: true, null)));
            Assert.Null(await AskAsync((ContestQuery q) => q.OneAsync(other, id)));
            Assert.Equal(0, await AskAsync((ContestQuery q) => q.OpenAsync(other)));
        }
    }

    [Fact]
    public async Task Two_who_decide_at_once_do_not_undo_each_other()
    {
        var id = await ContestAsync(Viewers.Member, new EvidenceSource(EvidenceKind.Claim, SeedIds.Of("topic", "bildung")), "Nein");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => RunAsync(Viewers.Staff, new ContestDecision(id, i % 2 == 0, $"Wort {i}")))));

        Assert.Single(outcomes.OfType<Outcome<Guid>.Done>());
        Assert.All(outcomes.Where(o => o is not Outcome<Guid>.Done), o => Assert.Equal(Refusal.AlreadyDecided, Assert.IsType<Outcome<Guid>.Refused>(o).Reason));
    }

    private static LedgerPart Of(IReadOnlyList<LedgerPart> parts, EvidenceKind kind) => parts.Single(p => p.Kind == kind);

    private async Task<(ContestState State, string Reason)?> StateAsync(EvidenceSource source) =>
        (await AskAsync((LedgerQuery q) => q.EntryAsync(Doctor, source)))!.Contest is { } contest ? (contest.State, contest.Reason) : null;

    private async Task<Guid> ContestAsync(Viewer viewer, EvidenceSource source, string reason) =>
        Assert.IsType<Outcome<Guid>.Done>(await RunAsync(viewer, new ContestEntry(source, reason))).Value;

    private Task<Outcome<Guid>> RunAsync(Viewer viewer, ContestEntry command) => AskAsync((ContestHandler h) => h.RunAsync(viewer, command));

    private Task<Outcome<Guid>> RunAsync(Viewer viewer, ContestWithdrawal command) => AskAsync((ContestHandler h) => h.RunAsync(viewer, command));

    private Task<Outcome<Guid>> RunAsync(Viewer viewer, ContestDecision command) => AskAsync((ContestHandler h) => h.RunAsync(viewer, command));

    private Task<T> AskAsync<TQuery, T>(Func<TQuery, Task<T>> ask) where TQuery : notnull => Network.AskAsync(ask);
}

public sealed class ContestsOnSqlite(SqliteNetwork store) : ContestTests(store), IClassFixture<SqliteNetwork>;

public sealed class ContestsOnPostgres(PostgresNetwork store) : ContestTests(store), IClassFixture<PostgresNetwork>;
