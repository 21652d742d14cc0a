namespace Beirat.Network.Council;

/// <summary>What was done with a place in the council.</summary>
public enum MandateChangeKind
{
    Appointed,
    Ended,
    Replaced,

    /// <summary>The holder left and the first deputy moved up.</summary>
    Promoted,
}

/// <summary>Who did something, and when.</summary>
public sealed record ChangeMark(Guid? AccountId, Guid? PersonId, DateTimeOffset At);

/// <summary>
/// A change of one seat, written in the same save as the change itself. It is never edited; taking the change back is
/// noted on it, so that the history tells both.
/// </summary>
public sealed class MandateChange
{
    private readonly List<MandateStep> _steps = [];

    private MandateChange() { }

    internal MandateChange(MandateChangeKind kind, Seat seat, ChangeMark mark, IEnumerable<MandateStep> steps)
    {
        Id = Guid.CreateVersion7();
        (Kind, SeatId, SeatVersion) = (kind, seat.Id, seat.Version);
        (ByAccountId, ByPersonId, At) = (mark.AccountId, mark.PersonId, mark.At);
        foreach (var step in steps) _steps.Add(step.NumberedIn(Id, _steps.Count));
    }

    public Guid Id { get; private set; }

    public MandateChangeKind Kind { get; private set; }

    public Guid SeatId { get; private set; }

    /// <summary>The version of the seat that was changed: what somebody had before them who knew of no later one.</summary>
    public int SeatVersion { get; private set; }

    public Guid? ByAccountId { get; private set; }

    public Guid? ByPersonId { get; private set; }

    public DateTimeOffset At { get; private set; }

    public DateTimeOffset? UndoneAt { get; private set; }

    public Guid? UndoneByPersonId { get; private set; }

    /// <summary>The version of the seat when the change was taken back.</summary>
    public int? UndoneSeatVersion { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<MandateStep> Steps => _steps;

    /// <summary>The first day on which the council looks different.</summary>
    internal DateOnly EffectOn => _steps.Min(s => s.IsNew ? s.From : s.UntilAfter!.Value.AddDays(1));

    internal void MarkUndone(ChangeMark mark, int seatVersion) => (UndoneAt, UndoneByPersonId, UndoneSeatVersion) = (mark.At, mark.PersonId, seatVersion);
}

/// <summary>What a change did to one assignment, with the last day before and after.</summary>
public sealed class MandateStep
{
    private MandateStep() { }

    public Guid ChangeId { get; private set; }

    /// <summary>0, 1, 2: the order in which the steps were made.</summary>
    public int Position { get; private set; }

    /// <summary>Kept as a bare id: taking an appointment back removes the assignment, and the record stays.</summary>
    public Guid AssignmentId { get; private set; }

    public Guid PersonId { get; private set; }

    public int Order { get; private set; }

    /// <summary>The assignment was made by this step, not ended.</summary>
    public bool IsNew { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly? UntilBefore { get; private set; }

    public DateOnly? UntilAfter { get; private set; }

    internal static MandateStep Begun(SeatAssignment added) => Of(added, isNew: true, before: null);

    internal static MandateStep Stopped(SeatAssignment ended, DateOnly? before) => Of(ended, isNew: false, before);

    internal MandateStep NumberedIn(Guid change, int position)
    {
        (ChangeId, Position) = (change, position);
        return this;
    }

    private static MandateStep Of(SeatAssignment assignment, bool isNew, DateOnly? before) => new()
    {
        AssignmentId = assignment.Id,
        PersonId = assignment.PersonId,
        Order = assignment.Order,
        IsNew = isNew,
        From = assignment.From,
        UntilBefore = before,
        UntilAfter = assignment.Until,
    };
}
