using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Council;

/// <summary>Somebody on a seat. <see cref="Slug"/> is null when the person has no page any more.</summary>
public sealed record SeatPerson(string Name, string? Slug, DateOnly From, int Order);

/// <summary>A seat on a day. No holder: vacant.</summary>
public sealed record SeatView(int Number, SeatCategory Category, int DeputyPlaces, SeatPerson? Holder, IReadOnlyList<SeatPerson> Deputies)
{
    public int VacantDeputyPlaces => Math.Max(0, DeputyPlaces - Deputies.Count);
}

/// <summary>The numbers of the council on a day: counted from the records, never typed in.</summary>
public sealed record CouncilFigures(int Seats, int Persons, int ExpertMembers, int Deputies, int CouncilMembers, int VacantSeats, int VacantDeputyPlaces);

/// <summary>The council on a day.</summary>
public sealed record CouncilView(DateOnly Day, string? Term, DateOnly? TermUntil, CouncilFigures Figures, IReadOnlyList<SeatView> Seats);

/// <summary>Who sits in the council, as of a date. Three questions to the database, however many people there are.</summary>
public sealed class CouncilQuery
{
    private readonly NetworkDb _db;
    private readonly TimeProvider _time;

    internal CouncilQuery(NetworkDb db, TimeProvider time) => (_db, _time) = (db, time);

    public DateOnly Today => _time.Today();

    /// <summary>The council on <paramref name="day"/>, or today.</summary>
    public async Task<CouncilView> RunAsync(DateOnly? day = null, CancellationToken cancellation = default)
    {
        var on = day ?? Today;
        var today = Today;
        var seats = await _db.Seats.OrderBy(s => s.Number).Select(s => new
        {
            s.Id, s.Number, s.Category, s.DeputyPlaces,
            Begun = _db.SeatAssignments.Any(a => a.SeatId == s.Id && a.From <= @on),
        }).ToListAsync(cancellation);
        var people = await (
            from a in _db.SeatAssignments
            join p in _db.People on a.PersonId equals p.Id
            where a.From <= @on && (a.Until == null || a.Until >= @on)
            orderby a.Order
            select new
            {
                a.SeatId, a.PersonId, a.Order, a.From, p.Name, p.Slug,
                HasPage = _db.SeatAssignments.Any(s => s.PersonId == p.Id && s.From <= today && (s.Until == null || s.Until >= today))
                    || _db.Memberships.Any(m => m.PersonId == p.Id && m.From <= today && (m.Until == null || m.Until >= today)),
            }).ToListAsync(cancellation);
        var terms = await _db.Terms.AsNoTracking().Where(t => t.Until >= @on).OrderBy(t => t.From)
            .Select(t => new { t.Name, t.From, t.Until }).ToListAsync(cancellation);
        var term = terms.FirstOrDefault(t => t.From <= on);
        var bySeat = people.ToLookup(p => p.SeatId, p => new SeatPerson(p.Name, p.HasPage ? p.Slug : null, p.From, p.Order));
        // Before the first record and after the last term nothing is known, which is not the same as "vacant".
        var known = seats.Exists(s => s.Begun) && (terms.Count > 0 || !await _db.Terms.AnyAsync(cancellation));
        List<SeatView> views = !known ? [] : seats.ConvertAll(s => new SeatView(
            s.Number, s.Category, s.DeputyPlaces, bySeat[s.Id].FirstOrDefault(p => p.Order == 0), [.. bySeat[s.Id].Where(p => p.Order > 0)]));
        return new CouncilView(on, term?.Name, term?.Until, Count(views, known ? people.Select(p => p.PersonId).Distinct().Count() : 0), views);
    }

    private static CouncilFigures Count(List<SeatView> seats, int persons) => new(
        seats.Count,
        persons,
        seats.Count(s => s is { Category: SeatCategory.ExpertMember, Holder: not null }),
        seats.Sum(s => s.Deputies.Count),
        seats.Count(s => s is { Category: SeatCategory.CouncilMember, Holder: not null }),
        seats.Count(s => s.Holder is null),
        seats.Sum(s => s.VacantDeputyPlaces));
}
