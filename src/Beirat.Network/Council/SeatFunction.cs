using Beirat.Network.Data;

namespace Beirat.Network.Council;

/// <summary>What a person is in the council on a day.</summary>
public sealed record SeatFunction(int Number, SeatCategory Category, int Order, DateOnly From)
{
    public bool IsDeputy => Order > 0;
}

internal static class SeatFunctions
{
    public static IQueryable<SeatFunction> FunctionsOf(this NetworkDb db, Guid personId, DateOnly day) =>
        from assignment in db.SeatAssignments
        join seat in db.Seats on assignment.SeatId equals seat.Id
        where assignment.PersonId == personId && assignment.From <= day && (assignment.Until == null || assignment.Until >= day)
        orderby assignment.Order, seat.Number
        select new SeatFunction(seat.Number, seat.Category, assignment.Order, assignment.From);
}
