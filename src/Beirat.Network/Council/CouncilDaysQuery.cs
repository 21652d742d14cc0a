using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Council;

/// <summary>The nearest days before and after a day on which the council changed; null where there is none.</summary>
public sealed record ChangeDays(DateOnly? Previous, DateOnly? Next);

/// <inheritdoc cref="ChangeDays"/>
public sealed class CouncilDaysQuery
{
    private readonly NetworkDb _db;

    internal CouncilDaysQuery(NetworkDb db) => _db = db;

    public async Task<ChangeDays> RunAsync(DateOnly day, CancellationToken cancellation = default)
    {
        // Whoever ends with a day changes the council on the next: compare last days with the day before.
        if (day == DateOnly.MinValue) day = day.AddDays(1);
        var eve = day.AddDays(-1);
        var found = await _db.SeatAssignments.GroupBy(_ => 1).Select(all => new
        {
            BegunBefore = all.Where(a => a.From < day).Max(a => (DateOnly?)a.From),
            EndedBefore = all.Where(a => a.Until < eve).Max(a => a.Until),
            BeginsAfter = all.Where(a => a.From > day).Min(a => (DateOnly?)a.From),
            EndsAfter = all.Where(a => a.Until >= day).Min(a => a.Until),
        }).SingleOrDefaultAsync(cancellation);
        if (found is null) return new ChangeDays(null, null);
        DateOnly?[] earlier = [found.BegunBefore, found.EndedBefore?.AddDays(1)];
        DateOnly?[] later = [found.BeginsAfter, found.EndsAfter?.AddDays(1)];
        return new ChangeDays(earlier.Max(), later.Min());
    }
}
