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

/// <summary>Who sits in the council, as of a date. Two questions to the database, however many people there are.</summary>
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
        var rows = await (
            from s in _db.Seats
            from a in _db.SeatAssignments.Where(a => a.SeatId == s.Id && a.From <= @on && (a.Until == null || a.Until >= @on)).DefaultIfEmpty()
            join p in _db.People on a!.PersonId equals p.Id into holders
            from p in holders.DefaultIfEmpty()
            orderby s.Number, a.Order
            select new
            {
                s.Id, s.Number, s.Category, s.DeputyPlaces,
                Begun = _db.SeatAssignments.Any(x => x.From <= @on),
                Person = p == null ? null : new { p.Id, p.Name, p.Slug, a.Order, a.From },
                HasPage = p != null && (_db.SeatAssignments.Any(x => x.PersonId == p.Id && x.From <= today && (x.Until == null || x.Until >= today))
                    || _db.Memberships.Any(m => m.PersonId == p.Id && m.From <= today && (m.Until == null || m.Until >= today))),
            }).ToListAsync(cancellation);
        // All of them, a handful: whether there are any at all is part of the answer.
        var terms = await _db.Terms.AsNoTracking().OrderBy(t => t.From).Select(t => new { t.Name, t.From, t.Until }).ToListAsync(cancellation);
        var term = terms.FirstOrDefault(t => t.From <= on && t.Until >= on);
        // Before the first record and after the last term nothing is known, which is not the same as "vacant".
        var known = rows.Exists(r => r.Begun) && (terms.Count == 0 || terms.Exists(t => t.Until >= on));
        List<SeatView> views = [];
        if (known)
        {
            foreach (var seat in rows.GroupBy(r => r.Id))
            {
                var people = seat.Where(r => r.Person is not null)
                    .Select(r => new SeatPerson(r.Person!.Name, r.HasPage ? r.Person.Slug : null, r.Person.From, r.Person.Order)).ToList();
                var (number, category, places) = (seat.First().Number, seat.First().Category, seat.First().DeputyPlaces);
                views.Add(new SeatView(number, category, places, people.Find(p => p.Order == 0), people.FindAll(p => p.Order > 0)));
            }
        }

        var persons = known ? rows.Where(r => r.Person is not null).Select(r => r.Person!.Id).Distinct().Count() : 0;
        return new CouncilView(on, term?.Name, term?.Until, Count(views, persons), views);
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
