using Beirat.Network.Accounts;
using Beirat.Network.Advice;
using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Discussions;
using Beirat.Network.Endorsements;
using Beirat.Network.Ledger;
using Beirat.Network.Search;
using Beirat.Network.Seeding;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.Ledger;

/// <summary>What is contested, removed, hidden or helps nobody counts in the finder for nothing, from the answer on.</summary>
public sealed class UncountedTests : IAsyncLifetime
{
    private readonly RunningCouncil _council = new();

    private NetworkHost Network => _council.Network;

    public ValueTask InitializeAsync() => _council.InitializeAsync();

    public ValueTask DisposeAsync() => _council.DisposeAsync();

    [Theory]
    [InlineData(EvidenceKind.Claim, "Schwangerschaft Wochenbett", "selam-haile")]
    [InlineData(EvidenceKind.Profession, "Hebamme", "selam-haile")]
    [InlineData(EvidenceKind.Endorsement, "Dolmetschen Gespräch zu dritt", "selam-haile")]
    [InlineData(EvidenceKind.Article, "Einbürgerung", "katarzyna-wolska")]
    [InlineData(EvidenceKind.Event, "Informationsabend Einschulung", "oksana-melnytschuk")]
    [InlineData(EvidenceKind.Course, "Empowerment-Schulung", "emmanuel-adjei")]
    [InlineData(EvidenceKind.OrganizationRole, "Elternverein", "rezan-aydogdu")]
    [InlineData(EvidenceKind.Post, "Wohnungsmappe", "ioana-marinescu")]
    [InlineData(EvidenceKind.AnsweredRequest, "Wohnungssuche", "yusuf-al-hamdani")]
    public async Task A_contested_entry_of_any_kind_counts_nowhere_until_it_is_decided(EvidenceKind kind, string question, string slug)
    {
        var viewer = Viewers.Of(slug, AccountRole.ExpertMember);
        var line = (await EvidenceAsync(question, slug)).First(e => e.Kind == kind);
        var entry = await EntryAsync(viewer, kind, line);

        var contest = Assert.IsType<Outcome<Guid>.Done>(await Network.AskAsync((ContestHandler h) => h.RunAsync(viewer, new ContestEntry(entry.Source, "Stimmt nicht.")))).Value;
        Assert.DoesNotContain(await EvidenceAsync(question, slug), e => Same(e, line));

        await Network.AskAsync((ContestHandler h) => h.RunAsync(Viewers.Staff, new ContestDecision(contest, true, "Es stimmt.")));
        Assert.Contains(await EvidenceAsync(question, slug), e => Same(e, line));
    }

    [Fact]
    public async Task The_second_lock_holds_while_the_index_sleeps()
    {
        await Network.StopAsync();
        var topic = SeedIds.Of("topic", "geburt");
        Assert.Contains(await EvidenceAsync("Schwangerschaft Wochenbett", "selam-haile"), e => e.Kind == EvidenceKind.Claim);
        await Network.ChangeAsync(async db =>
        {
            var person = SeedIds.Of("person", "selam-haile");
            db.EvidenceContests.Add(new EvidenceContest(Guid.CreateVersion7(), person, new EvidenceSource(EvidenceKind.Claim, topic), "Geburt", "Nein", Network.Time.GetUtcNow()));
            db.Endorsements.RemoveRange(await db.Endorsements.Where(e => e.PersonId == person).ToListAsync());
            db.PostMarks.RemoveRange(await db.PostMarks.ToListAsync());
        });

        var after = await EvidenceAsync("Schwangerschaft Wochenbett Geburt Dolmetschen Gespräch zu dritt", "selam-haile");

        Assert.NotEmpty(after);
        Assert.DoesNotContain(after, e => e.Kind is EvidenceKind.Endorsement or EvidenceKind.Post || (e.Kind == EvidenceKind.Claim && e.Topics.Any(t => t.Slug == "geburt")));
    }

    [Fact]
    public async Task A_claim_that_is_contested_offers_nobody_as_near()
    {
        var request = new AdviserRequest("Erinnerung", "wo");
        var viewer = Viewers.Of("elena-sokolowa", AccountRole.Deputy);
        Assert.Contains((await FindAsync(request)).Near!.People, p => p.Slug == "elena-sokolowa");

        await Network.AskAsync((ContestHandler h) => h.RunAsync(viewer, new ContestEntry(new EvidenceSource(EvidenceKind.Claim, SeedIds.Of("topic", "erinnerung")), "Nein")));

        Assert.DoesNotContain((await FindAsync(request)).Near!.People, p => p.Topics.Any(t => t.Slug == "erinnerung") && p.Slug == "elena-sokolowa");
    }

    [Fact]
    public async Task A_post_speaks_for_its_writer_as_long_as_it_helped_somebody_else()
    {
        var thread = SeedIds.Of("discussion", "wohnungssuche-mit-grosser-familie");
        var writer = Viewers.Of("tesfaye-bekele", AccountRole.ExpertMember);
        var reply = new PostReply(thread, new PostText("Die Fahrradkellerverordnung erklärt, wo Räder stehen dürfen.", "de", Guid.CreateVersion7()), Capacity.Private.Key);
        var account = new Viewer(Guid.CreateVersion7(), writer.PersonId, writer.Roles);
        var post = Assert.IsType<Outcome<PostReceipt>.Done>(await Network.AskAsync((PostReplyHandler h) => h.RunAsync(account, reply))).Value;
        await Network.IndexedAsync();
        Assert.Empty(await EvidenceAsync("Fahrradkellerverordnung", "tesfaye-bekele"));

        await Network.AskAsync((PostMarkingHandler h) => h.RunAsync(Viewers.Member, new PostMarking(thread, post.Id, true)));
        Assert.Equal(EvidenceKind.Post, Assert.Single(await EvidenceAsync("Fahrradkellerverordnung", "tesfaye-bekele")).Kind);

        await Network.AskAsync((PostMarkingHandler h) => h.RunAsync(Viewers.Member, new PostMarking(thread, post.Id, false)));
        Assert.Empty(await EvidenceAsync("Fahrradkellerverordnung", "tesfaye-bekele"));
    }

    [Fact]
    public async Task What_others_say_is_shown_with_their_name_and_only_where_topics_may_be_found()
    {
        var said = (await EvidenceAsync("Dolmetschen Gespräch zu dritt", "selam-haile")).Single(e => e.Kind == EvidenceKind.Endorsement);
        Assert.Equal("hanan-darwisch", said.By!.Slug);
        Assert.StartsWith("Beim Abend für werdende Eltern", said.Said, StringComparison.Ordinal);

        await Network.ChangeAsync(async db =>
        {
            var person = await db.People.Include(p => p.Consents).SingleAsync(p => p.Slug == "selam-haile");
            person.Withdraw(ProfileField.Topics, ConsentPurpose.Finding, Network.Time.GetUtcNow());
            person.Touch(Network.Time.GetUtcNow());
        });
        await Network.IndexedAsync();

        Assert.DoesNotContain(await EvidenceAsync("Dolmetschen Gespräch zu dritt", "selam-haile"), e => e.Kind is EvidenceKind.Endorsement or EvidenceKind.Claim);
    }

    [Fact]
    public async Task An_endorsement_that_is_removed_is_gone_from_the_finder_with_its_contest()
    {
        var viewer = Viewers.Of("selam-haile", AccountRole.Deputy);
        await using var db = Network.Db();
        var id = await db.Endorsements.Where(e => e.PersonId == viewer.PersonId).Select(e => e.Id).SingleAsync();
        await Network.AskAsync((ContestHandler h) => h.RunAsync(viewer, new ContestEntry(new EvidenceSource(EvidenceKind.Endorsement, id), "Nein")));

        Assert.IsType<Outcome<Guid>.Done>(await Network.AskAsync((EndorsementHandler h) => h.RunAsync(viewer, new EndorsementRemoval(id))));

        Assert.DoesNotContain(await EvidenceAsync("Dolmetschen Gespräch zu dritt", "selam-haile"), e => e.Kind == EvidenceKind.Endorsement);
        Assert.False(await db.EvidenceContests.AnyAsync(c => c.SourceId == id));
    }

    private async Task<LedgerEntry> EntryAsync(Viewer viewer, EvidenceKind kind, Evidence line)
    {
        Guid? after = null;
        while (true)
        {
            var part = (await Network.AskAsync((LedgerQuery q) => q.RunAsync(viewer, kind, after)))!;
            if (part.Entries.FirstOrDefault(e => Means(e, line)) is { } entry) return entry;
            Assert.NotNull(part.Next);
            after = part.Next;
        }
    }

    // A claim and an endorsement have the address of the person in the finder, and of their topic in the ledger.
    private static bool Means(LedgerEntry entry, Evidence line) => line.Kind switch
    {
        EvidenceKind.Claim or EvidenceKind.Endorsement or EvidenceKind.Profession => entry.Title == line.Title,
        _ => entry.Key == line.Key,
    };

    private static bool Same(Evidence one, Evidence other) => (one.Kind, one.Title, one.Key) == (other.Kind, other.Title, other.Key);

    private async Task<IReadOnlyList<Evidence>> EvidenceAsync(string question, string slug) =>
        (await FindAsync(new AdviserRequest(question) { Only = [slug] })).Advisers.SingleOrDefault()?.Evidence ?? [];

    private Task<AdviserResult> FindAsync(AdviserRequest request) => Network.AskAsync((AdviserQuery q) => q.RunAsync(Viewers.Member, request));
}
