using Beirat.Network.Search;

namespace Beirat.Network.Advice;

/// <summary>How much each reason counts. The one place where the finder's judgement lives.</summary>
internal static class EvidenceWeights
{
    /// <summary>Years after which something written or done counts half.</summary>
    private const double HalfLife = 3;

    /// <summary>Old evidence never counts less than this part.</summary>
    private const double OldestCounts = 0.3;

    /// <summary>An absent person keeps this part of the points.</summary>
    private const decimal AbsentKeeps = 0.5m;

    /// <summary>Less than this is not worth a line.</summary>
    private const decimal Least = 0.5m;

    /// <summary>Points of the most relevant evidence of a kind, and how many of the kind count for one person.</summary>
    private static (double Points, int AtMost) Of(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Claim => (10, 3),
        EvidenceKind.Article => (9, 4),
        EvidenceKind.Profession => (8, 2),
        EvidenceKind.Event => (6, 3),
        EvidenceKind.OrganizationRole => (5, 2),
        EvidenceKind.Post => (2, 3),
        _ => (0, 0),
    };

    /// <summary>The lines that count for one person, strongest first.</summary>
    public static List<Evidence> Ledger(
        IEnumerable<FoundEvidence> found, DateOnly today, Func<(FoundEvidence Found, decimal Points), Evidence> line) =>
        [.. found.GroupBy(e => e.Document.Evidence!.Value)
            .SelectMany(kind => kind.Select(e => (Found: e, Points: Points(e, today))).Where(e => e.Points >= Least)
                .OrderByDescending(e => e.Points).Take(Of(kind.Key).AtMost))
            .OrderByDescending(e => e.Points).Select(line)];

    /// <summary>The line that takes points away while somebody is absent.</summary>
    public static Evidence Absence(IEnumerable<Evidence> ledger, DateOnly until)
    {
        var lost = decimal.Round(ledger.Sum(e => e.Points) * (1 - AbsentKeeps), 1);
        return new Evidence(EvidenceKind.Absence, string.Empty, string.Empty, string.Empty, until, -lost, [], []);
    }

    private static decimal Points(FoundEvidence evidence, DateOnly today)
    {
        var kind = evidence.Document.Evidence!.Value;
        return decimal.Round((decimal)(Of(kind).Points * evidence.Relevance * Freshness(kind, evidence.Document.Date, today)), 1);
    }

    // A role is dated by its beginning: lasting long does not make it weaker.
    private static double Freshness(EvidenceKind kind, DateOnly? date, DateOnly today)
    {
        if (date is null || kind == EvidenceKind.OrganizationRole) return 1;
        var years = Math.Max(0, today.DayNumber - date.Value.DayNumber) / 365.25;
        return Math.Max(OldestCounts, Math.Pow(2, -years / HalfLife));
    }
}
