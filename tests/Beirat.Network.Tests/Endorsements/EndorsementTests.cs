using Beirat.Network.Accounts;
using Beirat.Network.Common;
using Beirat.Network.Endorsements;
using Beirat.Network.Ledger;
using Beirat.Network.Search;
using Beirat.Network.Seeding;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.Endorsements;

/// <summary>Members speak for members; whom it is about has the last word. On every store.</summary>
public abstract class EndorsementTests(Store store)
{
    private NetworkHost Network => store.Demo();

    [Fact]
    public async Task A_member_speaks_for_another_and_both_can_end_it()
    {
        var about = Viewers.Of("selam-haile", AccountRole.Deputy);
        await EndorseAsync(Viewers.Member, "selam-haile", "familie", "Wir haben zusammen\nzwei Abende geleitet.");
        await EndorseAsync(Viewers.Member, "selam-haile", "geburt", "Noch einer.");

        var (first, second) = (await IdAsync("selam-haile", "familie"), await IdAsync("selam-haile", "geburt"));
        var entry = (await Network.AskAsync((LedgerQuery q) => q.EntryAsync(about, new EvidenceSource(EvidenceKind.Endorsement, first))))!;
        Assert.Equal(("Wir haben zusammen zwei Abende geleitet.", "aylin-demirtas"), (entry.Text, entry.By!.Slug));
        Assert.Contains((await Network.AskAsync((EndorsementQuery q) => q.GivenAsync(Viewers.Member, null))).Items, e => e.Id == first);
        foreach (var other in new[] { Viewer.Public, Viewers.Deputy, Viewers.Staff }) Assert.IsType<Outcome<Guid>.NotFound>(await RemoveAsync(other, first));
        Assert.IsType<Outcome<Guid>.Done>(await RemoveAsync(about, first));
        Assert.IsType<Outcome<Guid>.Done>(await RemoveAsync(Viewers.Member, second));
        Assert.IsType<Outcome<Guid>.NotFound>(await RemoveAsync(about, first));
        await using var db = Network.Db();
        Assert.False(await db.Endorsements.AnyAsync(e => e.Id == first || e.Id == second));
    }

    [Fact]
    public async Task Nobody_speaks_for_themselves_or_for_somebody_outside_the_council()
    {
        Assert.Equal(Refusal.SamePerson, Assert.IsType<Outcome<string>.Refused>(await RunAsync(Viewers.Member, "aylin-demirtas", "bildung", "Ich bin gut.")).Reason);
        Assert.IsType<Outcome<string>.NotFound>(await RunAsync(Viewers.Member, "ewa-nowicka", "bildung", "Sie war gut."));
        Assert.IsType<Outcome<string>.NotFound>(await RunAsync(Viewers.Member, "niemand", "bildung", "Gut."));
        Assert.Throws<InvalidOperationException>(() => new Endorsement(Guid.CreateVersion7(), Guid.Empty, Guid.Empty, new EndorsementText(Guid.Empty, "x", "de"), default));
    }

    [Fact]
    public async Task Only_people_of_the_council_speak_for_others()
    {
        foreach (var other in new[] { Viewers.Staff, Viewers.Organization, Viewers.Office })
        {
            Assert.IsType<Outcome<string>.NotFound>(await RunAsync(other, "selam-haile", "familie", "Gut."));
            Assert.Null(await Network.AskAsync((EndorsementQuery q) => q.FormAsync(other, "selam-haile")));
        }

        Assert.Equal(Refusal.SignInFirst, Assert.IsType<Outcome<string>.Refused>(await RunAsync(Viewer.Public, "selam-haile", "familie", "Gut.")).Reason);
    }

    [Theory]
    [InlineData("gibt-es-nicht", "Gut.", "de", "topic", Refusal.UnknownTopic)]
    [InlineData(null, "Gut.", "de", "topic", Refusal.UnknownTopic)]
    [InlineData("familie", "", "de", "text", Refusal.Empty)]
    [InlineData("familie", " \u0007\u202E ", "de", "text", Refusal.Empty)]
    [InlineData("familie", "kaputt \uD83D", "de", "text", Refusal.UnreadableText)]
    [InlineData("familie", "Gut.", "tlh", "language", Refusal.UnknownLanguage)]
    public async Task What_must_be_corrected_is_said_by_field(string? topic, string text, string language, string field, Refusal reason)
    {
        var outcome = await Network.AskAsync((EndorsementHandler h) => h.RunAsync(Viewers.Deputy, new Endorse("tesfaye-bekele", topic, text, language)));

        Assert.Equal(reason, Assert.IsType<Outcome<string>.Invalid>(outcome).Fields[field]);
    }

    [Fact]
    public async Task A_sentence_has_three_hundred_letters_and_a_topic_has_one()
    {
        Assert.Equal(Refusal.TooLong, Invalid(await RunAsync(Viewers.Deputy, "giulia-ferrante", "musik", new string('ü', Endorsement.MaxTextLength + 1)), "text"));
        await EndorseAsync(Viewers.Deputy, "giulia-ferrante", "musik", new string('ü', Endorsement.MaxTextLength));
        Assert.Equal(Refusal.AlreadyEndorsed, Invalid(await RunAsync(Viewers.Deputy, "giulia-ferrante", "musik", "Noch einmal."), "topic"));
        foreach (var topic in new[] { "kultur", "feste", "begegnung", "sport" }) await EndorseAsync(Viewers.Deputy, "giulia-ferrante", topic, "Gut.");
        Assert.Equal(Refusal.ListFull, Invalid(await RunAsync(Viewers.Deputy, "giulia-ferrante", "bildung", "Gut."), "topic"));
    }

    [Fact]
    public async Task The_form_sent_many_times_at_once_is_one_endorsement()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => RunAsync(Viewers.Member, "parwin-rahimi", "e-learning", "Wir haben zusammen ein Modul gebaut."))));

        Assert.All(outcomes, o => Assert.True(o is Outcome<string>.Done or Outcome<string>.Invalid));
        await using var db = Network.Db();
        Assert.Equal(1, await db.Endorsements.CountAsync(e => e.PersonId == SeedIds.Of("person", "parwin-rahimi") && e.ById == Viewers.Member.PersonId));
    }

    private async Task EndorseAsync(Viewer viewer, string person, string topic, string text) => Assert.IsType<Outcome<string>.Done>(await RunAsync(viewer, person, topic, text));

    private static Refusal Invalid(Outcome<string> outcome, string field) => Assert.IsType<Outcome<string>.Invalid>(outcome).Fields[field];

    private async Task<Guid> IdAsync(string person, string topic)
    {
        await using var db = Network.Db();
        var (about, on) = (SeedIds.Of("person", person), SeedIds.Of("topic", topic));
        return await db.Endorsements.Where(e => e.PersonId == about && e.TopicId == on).Select(e => e.Id).SingleAsync();
    }

    private Task<Outcome<string>> RunAsync(Viewer viewer, string person, string? topic, string text) =>
        Network.AskAsync((EndorsementHandler h) => h.RunAsync(viewer, new Endorse(person, topic, text, "de")));

    private Task<Outcome<Guid>> RemoveAsync(Viewer viewer, Guid id) => Network.AskAsync((EndorsementHandler h) => h.RunAsync(viewer, new EndorsementRemoval(id)));
}

public sealed class EndorsementsOnSqlite(SqliteNetwork store) : EndorsementTests(store), IClassFixture<SqliteNetwork>;

public sealed class EndorsementsOnPostgres(PostgresNetwork store) : EndorsementTests(store), IClassFixture<PostgresNetwork>;
