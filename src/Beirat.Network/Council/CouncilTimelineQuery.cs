using System.Globalization;
using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Council;

/// <summary>What became different on a day.</summary>
public enum TimelineKind
{
    Entered,
    BecameDeputy,

    /// <summary>A deputy became the holder of the same seat.</summary>
    MovedUp,
    Left,
    DeputyEnded,
}

/// <summary>
/// One thing that changed. <see cref="Day"/> is the first day on which it shows. A place that nobody took over is vacant
/// from that day until <see cref="VacantUntil"/>, or still.
/// </summary>
public sealed record TimelineEntry(
    DateOnly Day, TimelineKind Kind, string Person, string? Slug, int Seat, SeatCategory Category, int Order, bool Vacant, DateOnly? VacantUntil);

/// <summary>Who came and who left, computed from the records, newest first.</summary>
public sealed class CouncilTimelineQuery
{
    public const int PageSize = 50;

    private readonly NetworkDb _db;
    private readonly TimeProvider _time;

    internal CouncilTimelineQuery(NetworkDb db, TimeProvider time) => (_db, _time) = (db, time);

    public DateOnly Today => _time.Today();

    /// <summary>One page. <paramref name="after"/> is the key of the last entry already shown; a key that cannot be read begins anew.</summary>
    public async Task<Page<TimelineEntry>> RunAsync(string? after = null, CancellationToken cancellation = default)
    {
        var key = Key.Parse(after);
        var rows = (await BegunAsync(key, cancellation)).Concat(await EndedAsync(key, cancellation))
            .OrderByDescending(r => r.Key.Day).ThenBy(r => r.Key.IsEnd).ThenBy(r => r.Key.Seat).ThenBy(r => r.Key.Id).Take(PageSize + 1).ToList();
        return new Page<TimelineEntry>([.. rows.Take(PageSize).Select(r => r.Entry)], rows.Count > PageSize ? rows[PageSize - 1].Key.ToString() : null);
    }

    private async Task<List<Row>> BegunAsync(Key? key, CancellationToken cancellation)
    {
        var today = Today;
        var begun = from a in _db.SeatAssignments join s in _db.Seats on a.SeatId equals s.Id select new { a, s };
        if (key is { IsEnd: true } ended)
        {
            begun = begun.Where(x => x.a.From < ended.Day);
        }
        else if (key is { } last)
        {
            begun = begun.Where(x => x.a.From < last.Day || (x.a.From == last.Day
                && (x.s.Number > last.Seat || (x.s.Number == last.Seat && x.a.Id.CompareTo(last.Id) > 0))));
        }

        var rows = await (
            from x in begun.OrderByDescending(x => x.a.From).ThenBy(x => x.s.Number).ThenBy(x => x.a.Id).Take(PageSize + 1)
            let a = x.a
            let s = x.s
            join p in _db.People on a.PersonId equals p.Id
            select new
            {
                a.Id, a.From, a.Order, s.Number, s.Category, p.Name, p.Slug,
                HasPage = _db.SeatAssignments.Any(x => x.PersonId == p.Id && x.From <= today && (x.Until == null || x.Until >= today)),
                Before = _db.SeatAssignments.Where(x => x.SeatId == a.SeatId && x.PersonId == a.PersonId && x.Order > 0 && x.Until < a.From).Max(x => x.Until),
            }).ToListAsync(cancellation);
        return rows.ConvertAll(r => new Row(new Key(r.From, false, r.Number, r.Id), new TimelineEntry(
            r.From, r.Order > 0 ? TimelineKind.BecameDeputy : r.Before == r.From.AddDays(-1) ? TimelineKind.MovedUp : TimelineKind.Entered,
            r.Name, r.HasPage ? r.Slug : null, r.Number, r.Category, r.Order, false, null)));
    }

    private async Task<List<Row>> EndedAsync(Key? key, CancellationToken cancellation)
    {
        var today = Today;
        var ended = from a in _db.SeatAssignments join s in _db.Seats on a.SeatId equals s.Id where a.Until != null select new { a, s };
        if (key is { } last)
        {
            // An entry shows on the day after the last one; the database compares last days.
            var eve = last.Day.AddDays(-1);
            ended = !last.IsEnd ? ended.Where(x => x.a.Until <= eve) : ended.Where(x => x.a.Until < eve
                || (x.a.Until == eve && (x.s.Number > last.Seat || (x.s.Number == last.Seat && x.a.Id.CompareTo(last.Id) > 0))));
        }

        var rows = await (
            from x in ended.OrderByDescending(x => x.a.Until).ThenBy(x => x.s.Number).ThenBy(x => x.a.Id).Take(PageSize + 1)
            let a = x.a
            let s = x.s
            join p in _db.People on a.PersonId equals p.Id
            select new
            {
                a.Id, a.Until, a.Order, s.Number, s.Category, p.Name, p.Slug,
                HasPage = _db.SeatAssignments.Any(x => x.PersonId == p.Id && x.From <= today && (x.Until == null || x.Until >= today)),
                Next = _db.SeatAssignments.Where(x => x.SeatId == a.SeatId && x.Order == a.Order && x.From > a.Until).Min(x => (DateOnly?)x.From),
            }).ToListAsync(cancellation);
        return rows.ConvertAll(r =>
        {
            var day = r.Until!.Value.AddDays(1);
            return new Row(new Key(day, true, r.Number, r.Id), new TimelineEntry(
                day, r.Order > 0 ? TimelineKind.DeputyEnded : TimelineKind.Left, r.Name, r.HasPage ? r.Slug : null,
                r.Number, r.Category, r.Order, r.Next != day, r.Next == day ? null : r.Next?.AddDays(-1)));
        });
    }

    private sealed record Row(Key Key, TimelineEntry Entry);

    /// <summary>Where a page ends: a day, its entries of those who came before those who left, by seat, and the id among them.</summary>
    private sealed record Key(DateOnly Day, bool IsEnd, int Seat, Guid Id)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Day:yyyy-MM-dd}_{(IsEnd ? 1 : 0)}_{Seat}_{Id:N}");

        public static Key? Parse(string? text)
        {
            var parts = text?.Split('_') ?? [];
            return parts is [_, "0" or "1", _, _] && Guid.TryParseExact(parts[3], "N", out var id)
                && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var seat)
                && DateOnly.TryParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                && LikelyDays.AreLikely(day)
                ? new Key(day, parts[1] == "1", seat, id)
                : null;
        }
    }
}
