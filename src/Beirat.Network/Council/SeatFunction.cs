using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Council;

/// <summary>What a person is in the council on a day.</summary>
public sealed record SeatFunction(int Number, SeatCategory Category, int Order, DateOnly From)
{
    public bool IsDeputy => Order > 0;
}

internal static class SeatFunctions
{
    /// <summary>What these people are in the council on a day: one query for all of them.</summary>
    public static async Task<ILookup<Guid, SeatFunction>> FunctionsOfAsync(
        this NetworkDb db, IReadOnlyCollection<Guid> people, DateOnly day, CancellationToken cancellation)
    {
        var rows = await (
            from assignment in db.SeatAssignments
            join seat in db.Seats on assignment.SeatId equals seat.Id
            where people.Contains(assignment.PersonId) && assignment.From <= day && (assignment.Until == null || assignment.Until >= day)
            orderby assignment.Order, seat.Number
            select new { assignment.PersonId, Function = new SeatFunction(seat.Number, seat.Category, assignment.Order, assignment.From) })
            .ToListAsync(cancellation);
        return rows.ToLookup(r => r.PersonId, r => r.Function);
    }
}
