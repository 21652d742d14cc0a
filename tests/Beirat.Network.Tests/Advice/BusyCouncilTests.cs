using Beirat.Network.Advice;
using Beirat.Network.Common;
using Beirat.Network.People;
using Beirat.Network.Search;
using Beirat.Network.Seeding;
using Beirat.Network.Tests.Setting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beirat.Network.Tests.Advice;

/// <summary>The demo council, whose people have something to do.</summary>
public sealed class BusyCouncil : SeededCouncil
{
    internal Work Work { get; } = new();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await (await ReopenAsync(s => s.AddSingleton<IAdviserTurns>(Work))).StartAsync();
    }
}

internal sealed class Work : IAdviserTurns
{
    public Dictionary<Guid, AdviserTurns> Of { get; } = [];

    public int Asked { get; set; }

    public Task<IReadOnlyDictionary<Guid, AdviserTurns>> OfAsync(IReadOnlyCollection<Guid> people, CancellationToken cancellation)
    {
        Asked++;
        return Task.FromResult<IReadOnlyDictionary<Guid, AdviserTurns>>(Of.Where(w => people.Contains(w.Key)).ToDictionary());
    }
}

/// <summary>Whatever is asked, with whatever filters, by whomever: the lines are the score, and the order is by the score.</summary>
public sealed class BusyCouncilTests(BusyCouncil council) : IClassFixture<BusyCouncil>
{
    private static readonly string[] Words =
    [
        "Wohnung", "Familie", "Schule", "Kita", "Anerkennung", "Pflege", "Arzt", "Dolmetschen", "Verein", "Kasse", "Fest", "Musik", "Bus", "Schwimmen", "Steuer",
        "Turmstraße", "Bewerbung", "Ausbildung", "Gründung", "Deutschkurs", "Einbürgerung", "Aufenthalt", "Krieg", "katılım", "okul", "житло", "школа", "سكن", "صحة",
        "housing", "doctor", "für", "und", "im", "Beratung", "Stadt", "Frauen", "<script>", "\"", "' OR 1=1", "Zzyzx", "🙂",
    ];

    [Fact]
    public async Task The_points_of_the_lines_are_the_score_and_the_differences_are_the_distance()
    {
        var random = new Random(4);
        var found = 0;
        for (var i = 0; i < 150; i++)
        {
            Keep(random);
            var request = Ask(random);
            var viewer = new[] { Viewer.Public, Viewers.Organization, Viewers.Member, Viewers.Staff }[random.Next(4)];

            var advisers = (await FindAsync(request, viewer)).Advisers;

            found += advisers.Count;
            Assert.InRange(advisers.Count, 0, AdviserQuery.Shown);
            Assert.Equal(advisers.Select(a => a.Score).OrderDescending(), advisers.Select(a => a.Score));
            foreach (var adviser in advisers) Holds(adviser, request);
            for (var n = 0; n + 1 < advisers.Count; n++)
            {
                var lead = advisers[n].Lead!;
                Assert.Equal((advisers[n + 1].Name, advisers[n].Score - advisers[n + 1].Score), (lead.Over, lead.Points));
                Assert.Equal(lead.Points, lead.More.Concat(lead.Less).Sum(k => k.Points));
                Assert.All(lead.More, k => Assert.True(k.Points > 0));
                Assert.All(lead.Less, k => Assert.True(k.Points < 0));
                Assert.Distinct(lead.More.Concat(lead.Less).Select(k => k.Kind));
            }

            if (advisers.Count > 0) Assert.Null(advisers[^1].Lead);
        }

        Assert.True(found > 200, $"Only {found} proposals: this tells little.");
    }

    [Fact]
    public async Task Who_has_much_to_do_stands_lower_with_a_line_for_each_reason()
    {
        council.Work.Of.Clear();
        var request = new AdviserRequest("Wohnungssuche Familien");
        var before = (await FindAsync(request, Viewers.Member)).Advisers;
        council.Work.Of[before[0].Id] = new AdviserTurns(3, 9);

        var after = (await FindAsync(request, Viewers.Member)).Advisers;

        var busy = after.Single(a => a.Id == before[0].Id);
        Assert.Equal(3, busy.OpenRequests);
        Assert.Equal([(EvidenceKind.Load, 3), (EvidenceKind.Turns, 9)], busy.Evidence.Where(e => e.Points < 0).Select(e => (e.Kind, e.Count)));
        Assert.InRange(busy.Score / before[0].Score, 0.6m, 0.62m);
        Assert.All(after.Where(a => a.Id != busy.Id), a => Assert.Equal(0, a.OpenRequests));
        Assert.True(after.ToList().FindIndex(a => a.Id == busy.Id) >= 0);
    }

    [Fact]
    public async Task Work_of_the_strongest_lets_others_come_before_them()
    {
        council.Work.Of.Clear();
        var request = new AdviserRequest("Pflege Gesundheit Anerkennung Heilberufe");
        var before = (await FindAsync(request, Viewers.Member)).Advisers;
        foreach (var strong in before.Take(1)) council.Work.Of[strong.Id] = new AdviserTurns(50, 50);

        var after = (await FindAsync(request, Viewers.Member)).Advisers;

        Assert.InRange(after.Single(a => a.Id == before[0].Id).Score / before[0].Score, 0.6m, 0.62m);
        Assert.Equal(after.Select(a => a.Score).OrderDescending(), after.Select(a => a.Score));
        council.Work.Of.Clear();
    }

    [Fact]
    public async Task Others_than_the_council_and_its_office_do_not_hear_what_people_have_to_do()
    {
        council.Work.Of.Clear();
        var request = new AdviserRequest("Wohnungssuche Familien");
        foreach (var viewer in new[] { Viewer.Public, Viewers.Organization })
        {
            var before = (await FindAsync(request, viewer)).Advisers;
            council.Work.Of[before[0].Id] = new AdviserTurns(5, 9);

            var after = (await FindAsync(request, viewer)).Advisers;

            Assert.Equal(before.Select(a => (a.Id, a.Score, a.OpenRequests)), after.Select(a => (a.Id, a.Score, a.OpenRequests)));
        }

        council.Work.Of.Clear();
    }

    [Fact]
    public async Task How_much_people_have_to_do_is_asked_once_for_many()
    {
        council.Work.Asked = 0;
        await FindAsync(new AdviserRequest("Wohnungssuche Familien Schule Arbeit Gesundheit"), Viewers.Member);

        Assert.InRange(council.Work.Asked, 1, 2);
    }

    private void Keep(Random random)
    {
        council.Work.Of.Clear();
        foreach (var person in new[] { "yusuf-al-hamdani", "oksana-melnytschuk", "aylin-demirtas", "hanan-darwisch", "ioana-marinescu", "linh-nguyen" })
            council.Work.Of[SeedIds.Of("person", person)] = new AdviserTurns(random.Next(0, 6), random.Next(0, 12));
    }

    private static AdviserRequest Ask(Random random) => new(string.Join(' ', Enumerable.Range(0, random.Next(0, 6)).Select(_ => Words[random.Next(Words.Length)])))
    {
        Language = random.Next(4) == 0 ? new[] { "ar", "tr", "uk", "de", "xx" }[random.Next(5)] : null,
        Use = random.Next(4) == 0 ? (LanguageUses)(1 << random.Next(3)) : LanguageUses.None,
        Topic = random.Next(4) == 0 ? new[] { "gesundheit", "bildung", "wohnungssuche", "gibt-es-nicht" }[random.Next(4)] : null,
        OnlyAvailable = random.Next(3) == 0,
    };

    private static void Holds(Adviser adviser, AdviserRequest request)
    {
        Assert.Equal(adviser.Evidence.Sum(e => e.Points), adviser.Score);
        Assert.True(adviser.Score > 0);
        Assert.All(adviser.Evidence, e => Assert.Equal(!e.Kind.Speaks(), e.Points < 0));
        Assert.All(adviser.Evidence.Where(e => e.Kind.Speaks()), e => Assert.NotEmpty(e.Title));
        var (spoken, lost) = (adviser.Evidence.Where(e => e.Points > 0).Sum(e => e.Points), adviser.Evidence.Where(e => e.Kind is EvidenceKind.Load or EvidenceKind.Turns).Sum(e => -e.Points));
        Assert.True(lost <= spoken * EvidenceWeights.MostLoad);
        if (request.OnlyAvailable) Assert.True(adviser.Available);
    }

    private async Task<AdviserResult> FindAsync(AdviserRequest request, Viewer viewer)
    {
        var result = await council.Network.AskAsync((AdviserQuery q) => q.RunAsync(viewer, request));
        Assert.True(result.Ready);
        return result;
    }
}
