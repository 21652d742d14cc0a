using Beirat.Network.Search;

namespace Beirat.Network.Advice;

/// <summary>A piece of evidence and what it is worth to somebody.</summary>
internal sealed record WeighedEvidence(FoundEvidence Found, decimal Points);

/// <summary>How much each reason counts. The one place where the finder's judgement lives.</summary>
internal static class EvidenceWeights
{
    /// <summary>Open requests and turns together take no more than this part of the points.</summary>
    public const decimal MostLoad = 0.4m;

    /// <summary>How much more the most relevant counts: half as relevant is a quarter of the points, so that many loose finds do not outweigh a close one.</summary>
    private const double Closeness = 2;

    /// <summary>Years after which something written or done counts half.</summary>
    private const double HalfLife = 3;

    /// <summary>Old evidence never counts less than this part.</summary>
    private const double OldestCounts = 0.3;

    /// <summary>An absent person keeps this part of the points.</summary>
    private const decimal AbsentKeeps = 0.5m;

    /// <summary>Each open request takes this part of the points, up to the most of them.</summary>
    private const decimal PerRequest = 0.08m;

    private const decimal MostOfRequests = 0.24m;

    /// <summary>Each turn of the last weeks takes this part of the points, up to the most of them.</summary>
    private const decimal PerTurn = 0.04m;

    private const decimal MostOfTurns = MostLoad - MostOfRequests;

    /// <summary>Less than this is not worth a line.</summary>
    private const decimal Least = 0.2m;

    /// <summary>Points of the most relevant evidence of a kind, and how many of the kind count for one person.</summary>
    private static (double Points, int AtMost) Of(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Claim => (10, 3),
        EvidenceKind.Article => (9, 4),
        EvidenceKind.Profession => (8, 2),
        EvidenceKind.AnsweredRequest => (8, 3),
        EvidenceKind.Endorsement => (7, 3),
        EvidenceKind.Event => (6, 3),
        EvidenceKind.OrganizationRole => (5, 2),
        EvidenceKind.Course => (4, 2),
        EvidenceKind.Post => (2, 3),
        _ => (0, 0),
    };

    /// <summary>The lines that count for one person, strongest first.</summary>
    public static List<WeighedEvidence> Ledger(IEnumerable<FoundEvidence> found, DateOnly today) =>
        [.. found.GroupBy(e => e.Facts.Kind)
            .SelectMany(kind => kind.Select(e => new WeighedEvidence(e, Points(e, today))).Where(e => e.Points >= Least)
                .OrderByDescending(e => e.Points).Take(Of(kind.Key).AtMost))
            .OrderByDescending(e => e.Points)];

    /// <summary>What an absence takes away.</summary>
    public static decimal Absence(decimal points) => -decimal.Round(points * (1 - AbsentKeeps), 1);

    /// <summary>What open requests and recent turns take away, so that work goes round: never more than <see cref="MostLoad"/> together.</summary>
    public static (decimal Requests, decimal Turns) Load(decimal points, int openRequests, int recentTurns) => (
        -Part(points, Math.Min(MostOfRequests, PerRequest * Math.Max(0, openRequests))),
        -Part(points, Math.Min(MostOfTurns, PerTurn * Math.Max(0, recentTurns))));

    // Rounded towards nothing: rounding never takes more than the bound.
    private static decimal Part(decimal points, decimal part) => decimal.Round(Math.Max(0, points) * part, 1, MidpointRounding.ToZero);

    private static decimal Points(FoundEvidence evidence, DateOnly today)
    {
        var (kind, date) = (evidence.Facts.Kind, evidence.Facts.Date);
        return decimal.Round((decimal)(Of(kind).Points * Math.Pow(evidence.Relevance, Closeness) * Freshness(kind, date, today)), 1);
    }

    // A role is dated by its beginning: lasting long does not make it weaker.
    private static double Freshness(EvidenceKind kind, DateOnly? date, DateOnly today)
    {
        if (date is null || kind == EvidenceKind.OrganizationRole) return 1;
        var years = Math.Max(0, today.DayNumber - date.Value.DayNumber) / 365.25;
        return Math.Max(OldestCounts, Math.Pow(2, -years / HalfLife));
    }
}
