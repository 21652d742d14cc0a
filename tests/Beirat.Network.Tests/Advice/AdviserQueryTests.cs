using Beirat.Network.Advice;
using Beirat.Network.Common;
using Beirat.Network.Search;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.Advice;

/// <summary>The finder names people of the council with reasons that add up.</summary>
public sealed class AdviserQueryTests(RunningCouncil council) : IClassFixture<RunningCouncil>
{
    public static TheoryData<string> Questions =>
    [
        "Wohnungssuche Familien", "Einschulung", "Wer hilft bei der Anerkennung von Abschlüssen?", "Dolmetschen im Krankenhaus", "katılım", "участь",
        "مشاركة", "participation", "Vereinsgründung und Kassenbuch", "Schwimmkurs für Frauen", "Innenarchitektin", "Hochschule", "Pflege", "Turmstraße",
        "Arbeitsvertrag Kündigung Lohn", "Beratung", "Musik", "Gesundheit Schwangerschaft Hebamme", "der die das", "x", "Krieg und Flucht", "Empowerment-Schulung",
        "Ich suche jemanden, der sich mit Wohnungssuche für große Familien, Mietrecht und Schulden auskennt und Arabisch spricht",
    ];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Points_add_up_to_the_score_by_which_people_are_ranked(string question)
    {
        foreach (var viewer in new[] { Viewer.Public, Viewers.Member, Viewers.Staff })
        {
            var advisers = await FindAsync(new AdviserRequest(question), viewer);

            Assert.All(advisers, a => Assert.Equal(a.Evidence.Sum(e => e.Points), a.Score));
            Assert.All(advisers, a => Assert.NotEmpty(a.Evidence));
            Assert.All(advisers, a => Assert.All(a.Evidence, e => Assert.Equal(!e.Kind.Speaks(), e.Points < 0)));
            Assert.Equal(advisers.Select(a => a.Score).OrderDescending(), advisers.Select(a => a.Score));
            Assert.InRange(advisers.Count, 0, AdviserQuery.Shown);
            Assert.Distinct(advisers.Select(a => a.Id));
        }
    }

    [Fact]
    public async Task The_points_that_add_up_are_of_every_kind()
    {
        var kinds = new HashSet<EvidenceKind>();
        foreach (var question in Questions) kinds.UnionWith((await FindAsync(new AdviserRequest(question.Data), Viewers.Staff)).SelectMany(a => a.Evidence).Select(e => e.Kind));

        Assert.Equal(EvidenceKinds.Speaking, EvidenceKinds.Speaking.Where(kinds.Contains));
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Only_expert_members_and_their_deputies_of_today_are_proposed(string question)
    {
        await using var db = council.Network.Db();
        var today = new DateOnly(2026, 11, 22);
        var experts = await (from a in db.SeatAssignments
                             join s in db.Seats on a.SeatId equals s.Id
                             where s.Category == Beirat.Network.Council.SeatCategory.ExpertMember && a.From <= today && (a.Until == null || a.Until >= today)
                             select a.PersonId).ToListAsync();

        Assert.All(await FindAsync(new AdviserRequest(question)), a => Assert.Contains(a.Id, experts));
    }

    [Fact]
    public async Task A_question_on_a_claimed_topic_proposes_those_who_claim_it_with_a_reason_that_links_it()
    {
        var best = (await FindAsync(new AdviserRequest("Wohnungssuche Familien")))[0];

        Assert.Contains(best.Evidence, e => e.Kind == EvidenceKind.Claim && (e.Words.Count > 0 || e.Topics.Count > 0));
    }

    [Theory]
    [InlineData("Architektin")]
    [InlineData("Architekt")]
    [InlineData("Innenarchitekt")]
    public async Task Whoever_asks_for_an_architect_finds_the_interior_architect_too(string question) =>
        Assert.Contains(await FindAsync(new AdviserRequest(question)), a => a.Evidence.Any(e => e.Kind == EvidenceKind.Profession && e.Title.StartsWith("Innenarchitekt", StringComparison.Ordinal)));

    [Theory]
    [InlineData("ar")]
    [InlineData("uk")]
    public async Task A_language_narrows_to_those_who_speak_it(string language)
    {
        var advisers = await FindAsync(new AdviserRequest("Beratung Familien Schule Wohnung", Language: language));

        Assert.NotEmpty(advisers);
        Assert.All(advisers, a => Assert.Contains(a.Languages, l => l.Code == language));
    }

    [Fact]
    public async Task An_organisation_narrows_to_its_members_of_today()
    {
        var advisers = await FindAsync(new AdviserRequest("Schule Frauen Bildung Verein", Organization: "tuerkisch-deutscher-frauenverein"));
        var former = await FindAsync(new AdviserRequest("Schule Frauen Bildung Verein", Organization: "tuerkisch-deutscher-bildungsverein"));

        Assert.Contains(advisers, a => a.Slug == "aylin-demirtas");
        Assert.DoesNotContain(former, a => a.Slug == "aylin-demirtas");
    }

    [Fact]
    public async Task A_district_narrows_to_those_who_are_known_there()
    {
        await using var db = council.Network.Db();
        var districts = (await db.People.Select(p => new { p.Slug, p.Districts }).ToListAsync()).ToDictionary(p => p.Slug, p => p.Districts);
        var district = districts.Values.SelectMany(d => d).GroupBy(d => d).OrderByDescending(g => g.Count()).First().Key;

        var advisers = await FindAsync(new AdviserRequest("Beratung Familien Schule Wohnung", District: district));

        Assert.NotEmpty(advisers);
        Assert.All(advisers, a => Assert.Contains(district, districts[a.Slug]));
        Assert.Empty(await FindAsync(new AdviserRequest("Beratung Familien", District: "Atlantis")));
    }

    [Fact]
    public async Task Who_is_away_stands_lower_and_a_line_says_so()
    {
        var question = "Krankenpflege Gesundheit Pflege Studium Anerkennung Ausbildung";
        var away = (await FindAsync(new AdviserRequest(question, Language: "ro"))).Single(a => a.Slug == "ioana-marinescu");

        Assert.Equal(new DateOnly(2026, 12, 6), away.AbsentUntil);
        Assert.False(away.Available);
        var line = Assert.Single(away.Evidence, e => e.Kind == EvidenceKind.Absence);
        Assert.Equal(new DateOnly(2026, 12, 6), line.Date);
        Assert.InRange(away.Score / away.Evidence.Where(e => e.Points > 0).Sum(e => e.Points), 0.45m, 0.55m);
    }

    [Fact]
    public async Task Who_is_here_has_no_line_of_absence() => Assert.All(
        (await FindAsync(new AdviserRequest("Wohnungssuche Familien"))).Where(a => a.Available),
        a => Assert.DoesNotContain(a.Evidence, e => e.Kind == EvidenceKind.Absence));

    [Fact]
    public async Task An_article_for_staff_speaks_for_its_author_to_staff_only()
    {
        const string Article = "dolmetschen-im-gesundheitsgespraech";
        var request = new AdviserRequest("Dolmetschen im Gesundheitsgespräch");

        Assert.Contains(await KeysAsync(request, Viewers.Staff), k => k == Article);
        Assert.DoesNotContain(await KeysAsync(request, Viewers.Member), k => k == Article);
        Assert.DoesNotContain(await KeysAsync(request, Viewer.Public), k => k == Article);
    }

    [Fact]
    public async Task A_question_that_nobody_knows_about_proposes_nobody() =>
        Assert.Empty(await FindAsync(new AdviserRequest("Quantenchromodynamik")));

    private async Task<IReadOnlyList<Adviser>> FindAsync(AdviserRequest request, Viewer? viewer = null)
    {
        var result = await council.Network.AskAsync((AdviserQuery q) => q.RunAsync(viewer ?? Viewer.Public, request));
        Assert.True(result.Ready);
        return result.Advisers;
    }

    private async Task<IEnumerable<string>> KeysAsync(AdviserRequest request, Viewer viewer) =>
        (await FindAsync(request, viewer)).SelectMany(a => a.Evidence).Select(e => e.Key);
}
