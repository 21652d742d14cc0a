using Beirat.Network.Common;

namespace Beirat.Network.Council;

/// <summary>Who holds a seat, or deputises for it, from when until when.</summary>
public sealed class SeatAssignment
{
    private SeatAssignment() { }

    internal SeatAssignment(Guid seatId, Guid personId, int order, Period period)
    {
        Id = Guid.CreateVersion7();
        (SeatId, PersonId, Order, From, Until) = (seatId, personId, order, period.From, period.Until);
    }

    public Guid Id { get; private set; }

    public Guid SeatId { get; private set; }

    public Guid PersonId { get; private set; }

    /// <summary>0: holder; 1 and above: deputies in the order in which they are asked.</summary>
    public int Order { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>Last day; null while it lasts.</summary>
    public DateOnly? Until { get; private set; }

    public bool IsDeputy => Order > 0;

    internal Period Period => new(From, Until);

    internal void EndWith(DateOnly? lastDay) => Until = lastDay;
}
