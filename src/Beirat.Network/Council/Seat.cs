using Beirat.Network.Common;

namespace Beirat.Network.Council;

/// <summary>Why a seat exists: for an expert member, or for a member of the city council.</summary>
public enum SeatCategory
{
    ExpertMember,
    CouncilMember,
}

/// <summary>A place in the council. People come and go on dates; the seat stays.</summary>
public sealed class Seat
{
    private readonly List<SeatAssignment> _assignments = [];

    private Seat() { }

    public Seat(Guid id, int number, SeatCategory category, int deputyPlaces) =>
        (Id, Number, Category, DeputyPlaces) = (id, number, category, deputyPlaces);

    public Guid Id { get; private set; }

    public int Number { get; private set; }

    public SeatCategory Category { get; private set; }

    /// <summary>How many deputies may stand for this seat at once; a setting of the council, not a rule.</summary>
    public int DeputyPlaces { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<SeatAssignment> Assignments => _assignments;

    /// <summary>Null when the person may take the place, else why not. Order 0 is the holder, 1 the first deputy.</summary>
    public Refusal? RefusalToAssign(Guid personId, int order, Period period)
    {
        if (period.IsReversed) return Refusal.ReversedDates;
        if (order < 0 || order > DeputyPlaces) return Refusal.NoSuchPlace;
        var meanwhile = _assignments.Where(a => a.Period.Overlaps(period)).ToList();
        if (meanwhile.Any(a => a.Order == order)) return Refusal.PlaceTaken;
        return meanwhile.Any(a => a.PersonId == personId) ? Refusal.OwnDeputy : null;
    }

    public void Assign(Guid personId, int order, Period period)
    {
        if (RefusalToAssign(personId, order, period) is { } refusal)
            throw new InvalidOperationException($"Seat {Number}: {refusal}.");
        _assignments.Add(new SeatAssignment(Id, personId, order, period));
    }

    /// <summary>Null when a place that somebody has may last until that day, else why not.</summary>
    public Refusal? RefusalToLast(SeatAssignment assignment, DateOnly? until)
    {
        var period = new Period(assignment.From, until);
        if (period.IsReversed) return Refusal.ReversedDates;
        var meanwhile = _assignments.Where(a => a != assignment && a.Period.Overlaps(period)).ToList();
        if (meanwhile.Any(a => a.Order == assignment.Order)) return Refusal.PlaceTaken;
        return meanwhile.Any(a => a.PersonId == assignment.PersonId) ? Refusal.OwnDeputy : null;
    }
}
