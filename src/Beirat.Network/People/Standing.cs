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
        var seats =
            from assignment in db.SeatAssignments
            join seat in db.Seats on assignment.SeatId equals seat.Id
            where people.Contains(assignment.PersonId) && assignment.From <= today && (assignment.Until == null || assignment.Until >= today)
            select new
            {
                assignment.PersonId, Number = (int?)seat.Number, Category = (SeatCategory?)seat.Category, Order = (int?)assignment.Order,
                From = (DateOnly?)assignment.From, Field = (ProfileField?)null,
            };
        var shown = db.Shown(people, viewer, today).Select(c => new
        {
            c.PersonId, Number = (int?)null, Category = (SeatCategory?)null, Order = (int?)null, From = (DateOnly?)null, Field = (ProfileField?)c.Field,
        });
        var rows = await seats.Concat(shown).ToListAsync(cancellation);
        var functions = rows.Where(r => r.Field is null).OrderBy(r => r.Order).ThenBy(r => r.Number)
            .ToLookup(r => r.PersonId, r => new SeatFunction(r.Number!.Value, r.Category!.Value, r.Order!.Value, r.From!.Value));
        return (functions, Disclosure.Of(rows.Where(r => r.Field is not null).ToLookup(r => r.PersonId, r => r.Field!.Value), viewer));
    }
}
