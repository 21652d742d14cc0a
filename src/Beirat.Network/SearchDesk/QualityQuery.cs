using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.SearchDesk;

/// <summary>An expectation with what came of it.</summary>
public sealed record ExpectedHitRow(Guid Id, Expectation Wish, bool IsShipped, ExpectedOutcome Outcome, int? Rank);

/// <summary>How many expectations of a language there are, and how many were met.</summary>
public sealed record QualitySum(string Language, int All, int Met, int Missed);

/// <summary>The search quality desk. <see cref="TriedAt"/> is when the last of them was tried; null before the first time.</summary>
public sealed record QualityDesk(IReadOnlyList<ExpectedHitRow> Rows, IReadOnlyList<QualitySum> Sums, DateTimeOffset? TriedAt)
{
    public int All => Sums.Sum(s => s.All);

    public int Met => Sums.Sum(s => s.Met);

    public int Missed => Sums.Sum(s => s.Missed);
}

/// <inheritdoc cref="QualityDesk"/>
public sealed class QualityQuery
{
    private readonly NetworkDb _db;

    internal QualityQuery(NetworkDb db) => _db = db;

    /// <summary>Null for everybody but staff. The sums are of all, whatever is shown.</summary>
    public async Task<QualityDesk?> RunAsync(Viewer viewer, string? language, bool missedOnly, CancellationToken cancellation = default)
    {
        if (!viewer.IsStaff) return null;
        var all = await _db.ExpectedHits.AsNoTracking().OrderBy(h => h.IsShipped).ThenBy(h => h.Id).Take(ExpectedHitChangeHandler.Most).ToListAsync(cancellation);
        var sums = all.GroupBy(h => h.Language).Select(l => new QualitySum(
            l.Key, l.Count(), l.Count(h => h.Outcome == ExpectedOutcome.Met), l.Count(h => h.Outcome == ExpectedOutcome.Missed)));
        var shown = all.Where(h => (language is null || h.Language == language) && (!missedOnly || h.Outcome == ExpectedOutcome.Missed))
            .OrderBy(h => h.IsShipped).ThenBy(h => Order(h.Language)).ThenBy(h => h.Language, StringComparer.Ordinal).ThenBy(h => h.Question, StringComparer.OrdinalIgnoreCase);
        return new QualityDesk(
            [.. shown.Select(h => new ExpectedHitRow(h.Id, h.Wish, h.IsShipped, h.Outcome, h.Rank))],
            [.. sums.OrderBy(s => Order(s.Language)).ThenBy(s => s.Language, StringComparer.Ordinal)], all.Max(h => h.TriedAt));
    }

    private static int Order(string language) => language == Languages.Default ? 0 : 1;
}
