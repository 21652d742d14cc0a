using Beirat.Network.Common;

namespace Beirat.Network.Handovers;

/// <summary>What somebody leaves behind and somebody has to look at.</summary>
public enum HandoverItemKind
{
    /// <summary>An article that the person looks after; care passes to somebody else.</summary>
    Article,

    /// <summary>A discussion that the person began and that is still open.</summary>
    Discussion,

    /// <summary>A role in an organisation that goes on: is it still right?</summary>
    Role,

    /// <summary>A request for advice that the person was asked for and that is not answered: who goes on with it?</summary>
    Request,
}

/// <summary>
/// The end of somebody's time in the council: open work to pass on, and one question that only the person answers.
/// Its items are computed from what is there; only what was ticked off is stored.
/// </summary>
public sealed class Handover
{
    private readonly List<HandoverTick> _ticks = [];

    private Handover() { }

    internal Handover(Guid personId, Guid seatId, Guid changeId, DateOnly lastDay, DateTimeOffset openedAt)
    {
        Id = Guid.CreateVersion7();
        (PersonId, SeatId, ChangeId, LastDay, OpenedAt) = (personId, seatId, changeId, lastDay, openedAt);
    }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public Guid SeatId { get; private set; }

    /// <summary>The change of the seat that opened this; taking it back cancels the handover.</summary>
    public Guid ChangeId { get; private set; }

    public DateOnly LastDay { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>When the sessions of the person were ended, the day after the last one.</summary>
    public DateTimeOffset? SessionsEndedAt { get; private set; }

    /// <summary>May the person still be found after the end? Null until they answered.</summary>
    public bool? StaysFindable { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public DateTimeOffset? CancelledAt { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<HandoverTick> Ticks => _ticks;

    public bool IsOpen => ClosedAt is null && CancelledAt is null;

    /// <summary>Null when this viewer may answer for the person: nobody but the person does.</summary>
    public Refusal? RefusalToAnswer(Viewer viewer) =>
        viewer.PersonId == PersonId && CancelledAt is null ? null : Refusal.NotYours;

    /// <summary>The person may change their mind; the last answer counts.</summary>
    public void Answer(Viewer viewer, bool staysFindable, DateTimeOffset now)
    {
        if (RefusalToAnswer(viewer) is { } refusal) throw new InvalidOperationException($"Handover: {refusal}.");
        (StaysFindable, AnsweredAt) = (staysFindable, now);
    }

    /// <summary>Ticks something off; ticking it twice changes nothing.</summary>
    public void Tick(HandoverItemKind kind, Guid subject, Guid? byPersonId, DateTimeOffset at)
    {
        if (!IsOpen) throw new InvalidOperationException("The handover is closed.");
        if (_ticks.All(t => t.Kind != kind || t.SubjectId != subject)) _ticks.Add(new HandoverTick(Id, kind, subject, byPersonId, at));
    }

    public void Untick(HandoverItemKind kind, Guid subject) => _ticks.RemoveAll(t => t.Kind == kind && t.SubjectId == subject);

    public void Close(DateTimeOffset now) => ClosedAt ??= now;

    internal void Cancel(DateTimeOffset now) => CancelledAt ??= now;

    internal void NoteSessionsEnded(DateTimeOffset now) => SessionsEndedAt ??= now;
}

/// <summary>Something that was looked at.</summary>
public sealed class HandoverTick
{
    private HandoverTick() { }

    internal HandoverTick(Guid handoverId, HandoverItemKind kind, Guid subjectId, Guid? byPersonId, DateTimeOffset at) =>
        (HandoverId, Kind, SubjectId, ByPersonId, At) = (handoverId, kind, subjectId, byPersonId, at);

    public Guid HandoverId { get; private set; }

    public HandoverItemKind Kind { get; private set; }

    public Guid SubjectId { get; private set; }

    public Guid? ByPersonId { get; private set; }

    public DateTimeOffset At { get; private set; }
}
