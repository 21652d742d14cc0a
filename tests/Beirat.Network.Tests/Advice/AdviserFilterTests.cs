using Beirat.Network.Advice;
using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Data;
using Beirat.Network.People;
using Beirat.Network.Search;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.Advice;

/// <summary>Filters answer by what people let themselves be found by, and whoever finds nobody is shown a way on.</summary>
public sealed class AdviserFilterTests(RunningCouncil council) : IClassFixture<RunningCouncil>
{
    private const string Broad = "Beratung Familien Schule Wohnung Gesundheit Arbeit Verein";

    [Theory]
    [InlineData("ar", LanguageUses.Translate)]
    [InlineData("en", LanguageUses.Interpret)]
    [InlineData(null, LanguageUses.Translate)]
    [InlineData("uk", LanguageUses.Advise)]
    public async Task A_use_narrows_to_those_who_offer_it_in_that_language(string? language, LanguageUses use)
    {
        var advisers = (await FindAsync(new AdviserRequest(Broad, language) { Use = use })).Advisers;
        var without = (await FindAsync(new AdviserRequest(Broad, language))).Advisers;

        Assert.NotEmpty(advisers);
        Assert.All(advisers, a => Assert.Contains(a.Languages, l => (language is null || l.Code == language) && l.Uses.HasFlag(use)));
        Assert.True(advisers.Count <= without.Count);
    }

    [Fact]
    public async Task A_topic_narrows_to_those_with_evidence_under_it_or_below_it()
    {
        var advisers = (await FindAsync(new AdviserRequest(Broad) { Topic = "gesundheit" })).Advisers;

        Assert.Contains(advisers, a => a.Slug == "hanan-darwisch");
        Assert.DoesNotContain(advisers, a => a.Slug == "dragan-petrovic");
        Assert.Empty((await FindAsync(new AdviserRequest(Broad) { Topic = "gibt-es-nicht" })).Advisers);
    }

    [Fact]
    public async Task A_topic_without_a_question_is_the_question()
    {
        var advisers = (await FindAsync(new AdviserRequest(null) { Topic = "wohnungssuche" })).Advisers;

        Assert.Equal("yusuf-al-hamdani", advisers[0].Slug);
    }

    [Fact]
    public async Task Who_shows_to_be_away_can_be_left_out_and_who_hides_it_stays()
    {
        const string Question = "Krankenpflege Gesundheit Pflege Studium Anerkennung Ausbildung";
        Assert.Contains((await FindAsync(new AdviserRequest(Question))).Advisers, a => a.Slug == "ioana-marinescu");
        Assert.DoesNotContain((await FindAsync(new AdviserRequest(Question) { OnlyAvailable = true })).Advisers, a => a.Slug == "ioana-marinescu");

        await using var own = await HiddenAsync("ioana-marinescu", ProfileField.Availability);
        var hidden = await own.Network.AskAsync((AdviserQuery q) => q.RunAsync(Viewer.Public, new AdviserRequest(Question) { OnlyAvailable = true }));
        Assert.Contains(hidden.Advisers, a => a is { Slug: "ioana-marinescu", TellsAvailability: false, AbsentUntil: null });
        Assert.DoesNotContain(hidden.Advisers.Single(a => a.Slug == "ioana-marinescu").Evidence, e => e.Kind == EvidenceKind.Absence);
    }

    [Fact]
    public async Task A_hidden_language_is_not_told_by_its_use()
    {
        await using var own = await HiddenAsync("yusuf-al-hamdani", ProfileField.Languages);

        var found = await own.Network.AskAsync((AdviserQuery q) => q.RunAsync(Viewer.Public, new AdviserRequest("Wohnungssuche", "ar") { Use = LanguageUses.Translate }));

        Assert.DoesNotContain(found.Advisers, a => a.Slug == "yusuf-al-hamdani");
    }

    [Fact]
    public async Task Only_those_who_are_named_are_looked_at()
    {
        var advisers = (await FindAsync(new AdviserRequest(Broad) { Only = ["hanan-darwisch", "linh-nguyen", "nobody"] })).Advisers;

        Assert.Equal(["hanan-darwisch", "linh-nguyen"], advisers.Select(a => a.Slug).Order());
    }

    [Fact]
    public async Task Where_a_filter_leaves_nobody_it_is_said_how_many_there_are_without_it()
    {
        var near = (await FindAsync(new AdviserRequest("Wohnungssuche", "wo"))).Near;

        Assert.NotNull(near);
        Assert.True(near.Open > 0);
        Assert.Contains(near.Topics, t => t.Slug == "wohnungssuche");
        Assert.Contains(near.People, p => p.Slug == "yusuf-al-hamdani");
    }

    [Fact]
    public async Task For_what_nobody_knows_about_topics_are_offered_that_somebody_does()
    {
        var near = (await FindAsync(new AdviserRequest("Quantenchromodynamik"))).Near!;

        Assert.False(near.IsAbout);
        Assert.NotEmpty(near.Topics);
        Assert.Empty(near.People);
        foreach (var topic in near.Topics) Assert.NotEmpty((await FindAsync(new AdviserRequest(null) { Topic = topic.Slug })).Advisers);
    }

    [Fact]
    public async Task An_empty_board_proposes_nobody_and_offers_nothing()
    {
        await using var own = await OwnAsync(db => db.SeatAssignments.ExecuteDeleteAsync());

        var result = await own.Network.AskAsync((AdviserQuery q) => q.RunAsync(Viewer.Public, new AdviserRequest("Wohnungssuche")));

        Assert.True(result.Ready);
        Assert.Empty(result.Advisers);
        Assert.Equal((0, false, 0, 0), (result.Near!.Open, result.Near.IsAbout, result.Near.Topics.Count, result.Near.People.Count));
    }

    [Fact]
    public async Task A_question_of_five_thousand_words_is_read_to_where_it_can_be_and_says_so()
    {
        var result = await FindAsync(new AdviserRequest(string.Join(' ', Enumerable.Repeat("Wohnungssuche Mietvertrag", 2_500))));

        Assert.True(result.IsCut);
        Assert.Equal("yusuf-al-hamdani", result.Advisers[0].Slug);
        Assert.False((await FindAsync(new AdviserRequest("Wohnungssuche"))).IsCut);
    }

    private Task<RunningCouncil> HiddenAsync(string slug, ProfileField field) => OwnAsync(async db =>
    {
        var person = await db.People.Include(p => p.Consents).SingleAsync(p => p.Slug == slug);
        foreach (var purpose in Enum.GetValues<ConsentPurpose>()) person.Withdraw(field, purpose, council.Network.Time.GetUtcNow());
        person.Touch(council.Network.Time.GetUtcNow());
        await db.SaveChangesAsync();
    });

    /// <summary>A council of its own, changed before it is looked at.</summary>
    private static async Task<RunningCouncil> OwnAsync(Func<NetworkDb, Task> change)
    {
        var own = new RunningCouncil();
        await own.InitializeAsync();
        await own.Network.ChangeAsync(change);
        await own.Network.IndexedAsync();
        return own;
    }

    private Task<AdviserResult> FindAsync(AdviserRequest request) => council.Network.AskAsync((AdviserQuery q) => q.RunAsync(Viewer.Public, request));
}
