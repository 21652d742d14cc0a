using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Council;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.People;

internal static class Standing
{
    /// <summary>What these people are in the council, and what they show to the viewer: one statement for both and for all of them.</summary>
    public static async Task<(ILookup<Guid, SeatFunction> Functions, Disclosure Discloses)> StandingOfAsync(
        this NetworkDb db, IReadOnlyCollection<Guid> people, Viewer viewer, DateOnly today, CancellationToken cancellation)
    {
        // Hardly anybody has more than one place: the repeated columns of one statement cost less than a second one.
        var rows = await db.People.Where(p => people.Contains(p.Id)).Select(p => new
        {
            p.Id,
            Seats = db.SeatAssignments.Where(a => a.PersonId == p.Id && a.From <= today && (a.Until == null || a.Until >= today))
                .Join(db.Seats, a => a.SeatId, s => s.Id, (a, s) => new { s.Number, s.Category, a.Order, a.From }).ToList(),
            Shown = db.Shown(people, viewer, today).Where(c => c.PersonId == p.Id).Select(c => new { c.PersonId, c.Field }).ToList(),
        }).AsSingleQuery().ToListAsync(cancellation);
        var functions = rows.SelectMany(r => r.Seats.OrderBy(s => s.Order).ThenBy(s => s.Number), (r, s) => (r.Id, Function: new SeatFunction(s.Number, s.Category, s.Order, s.From)));
        return (functions.ToLookup(f => f.Id, f => f.Function), Disclosure.Of(rows.SelectMany(r => r.Shown).ToLookup(c => c.PersonId, c => c.Field), viewer));
    }
}
