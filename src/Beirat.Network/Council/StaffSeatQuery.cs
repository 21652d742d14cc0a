using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Council;

/// <summary>Somebody with a place now or later, as staff see it.</summary>
public sealed record StaffPlace(Guid Assignment, int Seat, int Order, string Person, string Slug, DateOnly From, DateOnly? Until);

/// <summary>A seat with everybody who has a place on it now or later. <see cref="Version"/> goes into every form about it.</summary>
public sealed record StaffSeat(int Number, int Version, SeatCategory Category, int DeputyPlaces, DateOnly Today, IReadOnlyList<StaffPlace> Places)
{
    public StaffPlace? Now(int order) => Places.FirstOrDefault(p => p.Order == order && p.From <= Today);

    public IEnumerable<StaffPlace> Later(int order) => Places.Where(p => p.Order == order && p.From > Today);
}

/// <summary>A rule of the council with its source.</summary>
public sealed record CouncilRuleView(CouncilRuleName Name, bool Allowed, string Source);

/// <summary>The seats for those who change them. For anybody else there are none.</summary>
public sealed class StaffSeatQuery
{
    /// <summary>In days: how far ahead an end is worth a card.</summary>
    public const int Soon = 90;

    private readonly NetworkDb _db;
    private readonly TimeProvider _time;

    internal StaffSeatQuery(NetworkDb db, TimeProvider time) => (_db, _time) = (db, time);

    public async Task<IReadOnlyList<StaffSeat>> AllAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        if (!viewer.IsStaff) return [];
        var seats = await _db.Seats.AsNoTracking().OrderBy(s => s.Number).ToListAsync(cancellation);
        var places = (await Places().ToListAsync(cancellation)).ToLookup(p => p.Seat);
        return seats.ConvertAll(s => Of(s, places[s.Number]));
    }

    public async Task<StaffSeat?> OneAsync(Viewer viewer, int number, CancellationToken cancellation = default)
    {
        if (!viewer.IsStaff || await _db.Seats.AsNoTracking().FirstOrDefaultAsync(s => s.Number == number, cancellation) is not { } seat) return null;
        return Of(seat, await Places(number).ToListAsync(cancellation));
    }

    /// <summary>How many places end soon with nobody to follow.</summary>
    public async Task<int> EndingSoonAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        var (today, limit) = (_time.Today(), _time.Today().AddDays(Soon));
        return !viewer.IsStaff ? 0 : await _db.SeatAssignments.CountAsync(a => a.Until >= today && a.Until <= limit
            && !_db.SeatAssignments.Any(b => b.SeatId == a.SeatId && b.Order == a.Order && b.From > a.Until), cancellation);
    }

    public async Task<IReadOnlyList<CouncilRuleView>> RulesAsync(CancellationToken cancellation = default) =>
        await _db.CouncilRules.Select(r => new CouncilRuleView(r.Name, r.Allowed, r.Source)).ToListAsync(cancellation);

    private IQueryable<StaffPlace> Places(int? seat = null)
    {
        var today = _time.Today();
        return from a in _db.SeatAssignments
               join s in _db.Seats on a.SeatId equals s.Id
               join p in _db.People on a.PersonId equals p.Id
               where (a.Until == null || a.Until >= today) && (seat == null || s.Number == seat)
               orderby a.Order, a.From
               select new StaffPlace(a.Id, s.Number, a.Order, p.Name, p.Slug, a.From, a.Until);
    }

    private StaffSeat Of(Seat seat, IEnumerable<StaffPlace> places) =>
        new(seat.Number, seat.Version, seat.Category, seat.DeputyPlaces, _time.Today(), [.. places]);
}
