using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Council;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.People;

internal static class Standing
{
    /// <summary>The order of a row that is about what is shown, not about a place.</summary>
    private const int NoPlace = -1;

    /// <summary>What these people are in the council, and what they show to the viewer: one statement for both and for all of them.</summary>
    public static async Task<(ILookup<Guid, SeatFunction> Functions, Disclosure Discloses)> StandingOfAsync(
        this NetworkDb db, IReadOnlyCollection<Guid> people, Viewer viewer, DateOnly today, CancellationToken cancellation)
    {
        // Both halves fill the same columns with values of the same kind: what only one of them had would be read as a number.
        var seats =
            from assignment in db.SeatAssignments
            join seat in db.Seats on assignment.SeatId equals seat.Id
            where people.Contains(assignment.PersonId) && assignment.From <= today && (assignment.Until == null || assignment.Until >= today)
            select new { assignment.PersonId, Word = seat.Category.ToString(), seat.Number, assignment.Order, assignment.From };
        var shown = db.Shown(people, viewer, today).Select(c => new { c.PersonId, Word = c.Field.ToString(), Number = 0, Order = NoPlace, From = today });
        var rows = await seats.Concat(shown).ToListAsync(cancellation);
        var functions = rows.Where(r => r.Order != NoPlace).OrderBy(r => r.Order).ThenBy(r => r.Number)
            .ToLookup(r => r.PersonId, r => new SeatFunction(r.Number, Enum.Parse<SeatCategory>(r.Word), r.Order, r.From));
        return (functions, Disclosure.Of(rows.Where(r => r.Order == NoPlace).ToLookup(r => r.PersonId, r => Enum.Parse<ProfileField>(r.Word)), viewer));
    }
}
