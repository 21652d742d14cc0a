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

    /// <summary>Rises with every change of the seat or of who has a place on it.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<SeatAssignment> Assignments => _assignments;

    /// <summary>Null when the person may take the place, else why not. Order 0 is the holder, 1 the first deputy.</summary>
    public Refusal? RefusalToAssign(Guid personId, int order, Period period) => RefusalToAssign(personId, order, period, _assignments);

    /// <summary>Gives a place without a record of the change, for records that come from elsewhere.</summary>
    public SeatAssignment Assign(Guid personId, int order, Period period)
    {
        Forbid(RefusalToAssign(personId, order, period));
        var assignment = new SeatAssignment(Id, personId, order, period);
        _assignments.Add(assignment);
        return assignment;
    }

    public MandateChange Appoint(Guid personId, int order, Period period, ChangeMark mark)
    {
        var added = Assign(personId, order, period);
        return new MandateChange(MandateChangeKind.Appointed, this, mark, [MandateStep.Begun(added)]);
    }

    /// <summary>Null when the assignment may end with that day, else why not. A mandate is never made longer by ending it.</summary>
    public Refusal? RefusalToEnd(Guid assignmentId, DateOnly lastDay)
    {
        if (Find(assignmentId) is not { } assignment) return Refusal.NoSuchPlace;
        if (!LikelyDays.AreLikely(lastDay)) return Refusal.UnlikelyDate;
        if (lastDay < assignment.From) return Refusal.ReversedDates;
        return assignment.Until <= lastDay ? Refusal.AlreadyEnded : null;
    }

    public MandateChange End(Guid assignmentId, DateOnly lastDay, ChangeMark mark)
    {
        Forbid(RefusalToEnd(assignmentId, lastDay));
        return new MandateChange(MandateChangeKind.Ended, this, mark, [Stop(assignmentId, lastDay)]);
    }

    /// <summary>Null when somebody else may follow on that place the day after, else why not.</summary>
    public Refusal? RefusalToReplace(Guid assignmentId, DateOnly lastDay, Guid successorId, DateOnly? until)
    {
        if (RefusalToEnd(assignmentId, lastDay) is { } refusal) return refusal;
        var ended = Find(assignmentId)!;
        if (ended.PersonId == successorId) return Refusal.SamePerson;
        return RefusalToAssign(successorId, ended.Order, new Period(lastDay.AddDays(1), until), _assignments.Where(a => a != ended));
    }

    public MandateChange Replace(Guid assignmentId, DateOnly lastDay, Guid successorId, DateOnly? until, ChangeMark mark)
    {
        Forbid(RefusalToReplace(assignmentId, lastDay, successorId, until));
        var order = Find(assignmentId)!.Order;
        var stopped = Stop(assignmentId, lastDay);
        var added = Assign(successorId, order, new Period(lastDay.AddDays(1), until));
        return new MandateChange(MandateChangeKind.Replaced, this, mark, [stopped, MandateStep.Begun(added)]);
    }

    /// <summary>The deputy who would move up: the first in order who is there on that day and on the next.</summary>
    public SeatAssignment? NextInOrder(DateOnly lastDay) =>
        _assignments.Where(a => a.IsDeputy && a.From <= lastDay && (a.Until is null || a.Until > lastDay)).MinBy(a => a.Order);

    /// <summary>Null when the first deputy may follow the holder the day after, else why not.</summary>
    public Refusal? RefusalToPromote(Guid holderId, DateOnly lastDay, DateOnly? until)
    {
        if (RefusalToEnd(holderId, lastDay) is { } refusal) return refusal;
        if (Find(holderId)!.IsDeputy || NextInOrder(lastDay) is not { } deputy) return Refusal.NoDeputy;
        var others = _assignments.Where(a => a.Id != holderId && a != deputy);
        return RefusalToAssign(deputy.PersonId, 0, new Period(lastDay.AddDays(1), until), others);
    }

    public MandateChange Promote(Guid holderId, DateOnly lastDay, DateOnly? until, ChangeMark mark)
    {
        Forbid(RefusalToPromote(holderId, lastDay, until));
        var deputy = NextInOrder(lastDay)!;
        MandateStep[] stopped = [Stop(holderId, lastDay), Stop(deputy.Id, lastDay)];
        var added = Assign(deputy.PersonId, 0, new Period(lastDay.AddDays(1), until));
        return new MandateChange(MandateChangeKind.Promoted, this, mark, [.. stopped, MandateStep.Begun(added)]);
    }

    /// <summary>Null when a change can be taken back: everything it touched is as it left it, and what was before still fits.</summary>
    public Refusal? RefusalToUndo(MandateChange change)
    {
        if (change.UndoneAt is not null) return Refusal.AlreadyUndone;
        if (change.Steps.Any(s => Find(s.AssignmentId)?.Until != s.UntilAfter || Find(s.AssignmentId) is null)) return Refusal.ChangedSince;
        var begun = change.Steps.Where(s => s.IsNew).Select(s => s.AssignmentId).ToHashSet();
        return change.Steps.Where(s => !s.IsNew).All(FitsAsBefore) ? null : Refusal.ChangedSince;

        bool FitsAsBefore(MandateStep step)
        {
            var period = new Period(step.From, step.UntilBefore);
            return !_assignments.Any(a => a.Id != step.AssignmentId && !begun.Contains(a.Id) && a.Period.Overlaps(period)
                && (a.Order == step.Order || a.PersonId == step.PersonId));
        }
    }

    public void Undo(MandateChange change, ChangeMark mark)
    {
        Forbid(RefusalToUndo(change));
        foreach (var step in change.Steps)
        {
            if (step.IsNew) _assignments.Remove(Find(step.AssignmentId)!);
            else Find(step.AssignmentId)!.EndWith(step.UntilBefore);
        }

        change.MarkUndone(mark, Version);
    }

    private Refusal? RefusalToAssign(Guid personId, int order, Period period, IEnumerable<SeatAssignment> others)
    {
        if (!LikelyDays.AreLikely(period.From, period.Until)) return Refusal.UnlikelyDate;
        if (period.IsReversed) return Refusal.ReversedDates;
        if (order < 0 || order > DeputyPlaces) return Refusal.NoSuchPlace;
        var meanwhile = others.Where(a => a.Period.Overlaps(period)).ToList();
        if (meanwhile.Any(a => a.Order == order)) return Refusal.PlaceTaken;
        return meanwhile.Any(a => a.PersonId == personId) ? Refusal.OwnDeputy : null;
    }

    private MandateStep Stop(Guid assignmentId, DateOnly lastDay)
    {
        var assignment = Find(assignmentId)!;
        var before = assignment.Until;
        assignment.EndWith(lastDay);
        return MandateStep.Stopped(assignment, before);
    }

    private SeatAssignment? Find(Guid assignmentId) => _assignments.Find(a => a.Id == assignmentId);

    private void Forbid(Refusal? refusal)
    {
        if (refusal is not null) throw new InvalidOperationException($"Seat {Number}: {refusal}.");
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
