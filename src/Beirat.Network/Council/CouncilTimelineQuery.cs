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
            .OrderByDescending(r => r.Key.Day).ThenBy(r => r.Key.IsEnd).ThenBy(r => r.Key.Id).Take(PageSize + 1).ToList();
        return new Page<TimelineEntry>([.. rows.Take(PageSize).Select(r => r.Entry)], rows.Count > PageSize ? rows[PageSize - 1].Key.ToString() : null);
    }

    private async Task<List<Row>> BegunAsync(Key? key, CancellationToken cancellation)
    {
        var today = Today;
        var begun = _db.SeatAssignments.AsQueryable();
        if (key is { IsEnd: true } ended) begun = begun.Where(a => a.From < ended.Day);
        else if (key is { } last) begun = begun.Where(a => a.From < last.Day || (a.From == last.Day && a.Id.CompareTo(last.Id) > 0));
        var rows = await (
            from a in begun.OrderByDescending(a => a.From).ThenBy(a => a.Id).Take(PageSize + 1)
            join s in _db.Seats on a.SeatId equals s.Id
            join p in _db.People on a.PersonId equals p.Id
            select new
            {
                a.Id, a.From, a.Order, s.Number, s.Category, p.Name, p.Slug,
                HasPage = _db.SeatAssignments.Any(x => x.PersonId == p.Id && x.From <= today && (x.Until == null || x.Until >= today)),
                Before = _db.SeatAssignments.Where(x => x.SeatId == a.SeatId && x.PersonId == a.PersonId && x.Order > 0 && x.Until < a.From).Max(x => x.Until),
            }).ToListAsync(cancellation);
        return rows.ConvertAll(r => new Row(new Key(r.From, false, r.Id), new TimelineEntry(
            r.From, r.Order > 0 ? TimelineKind.BecameDeputy : r.Before == r.From.AddDays(-1) ? TimelineKind.MovedUp : TimelineKind.Entered,
            r.Name, r.HasPage ? r.Slug : null, r.Number, r.Category, r.Order, false, null)));
    }

    private async Task<List<Row>> EndedAsync(Key? key, CancellationToken cancellation)
    {
        var today = Today;
        var ended = _db.SeatAssignments.Where(a => a.Until != null);
        if (key is { } last)
        {
            // An entry shows on the day after the last one; the database compares last days.
            var eve = last.Day.AddDays(-1);
            ended = last.IsEnd ? ended.Where(a => a.Until < eve || (a.Until == eve && a.Id.CompareTo(last.Id) > 0)) : ended.Where(a => a.Until <= eve);
        }

        var rows = await (
            from a in ended.OrderByDescending(a => a.Until).ThenBy(a => a.Id).Take(PageSize + 1)
            join s in _db.Seats on a.SeatId equals s.Id
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
            return new Row(new Key(day, true, r.Id), new TimelineEntry(
                day, r.Order > 0 ? TimelineKind.DeputyEnded : TimelineKind.Left, r.Name, r.HasPage ? r.Slug : null,
                r.Number, r.Category, r.Order, r.Next != day, r.Next == day ? null : r.Next?.AddDays(-1)));
        });
    }

    private sealed record Row(Key Key, TimelineEntry Entry);

    /// <summary>Where a page ends: a day, its entries of those who came before those who left, and the id among them.</summary>
    private sealed record Key(DateOnly Day, bool IsEnd, Guid Id)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Day:yyyy-MM-dd}_{(IsEnd ? 1 : 0)}_{Id:N}");

        public static Key? Parse(string? text)
        {
            var parts = text?.Split('_') ?? [];
            return parts is [_, "0" or "1", _] && Guid.TryParseExact(parts[2], "N", out var id)
                && DateOnly.TryParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                && CouncilDays.AreLikely(day)
                ? new Key(day, parts[1] == "1", id)
                : null;
        }
    }
}
