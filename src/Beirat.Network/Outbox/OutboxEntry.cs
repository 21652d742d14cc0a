namespace Beirat.Network.Outbox;

/// <summary>
/// A note that a subject changed, written in the same save as the change. It carries no content: readers look the
/// subject up again, so that reading a note twice, late or out of order does no harm.
/// </summary>
public sealed class OutboxEntry
{
    private OutboxEntry() { }

    internal OutboxEntry(Subject subject, DateTimeOffset at) => (Kind, SubjectId, At) = (subject.Kind, subject.Id, at);

    /// <summary>Rises with every entry; readers remember how far they are.</summary>
    public long Id { get; private set; }

    public SubjectKind Kind { get; private set; }

    public Guid SubjectId { get; private set; }

    public DateTimeOffset At { get; private set; }
}
