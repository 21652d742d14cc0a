using Beirat.Network.Common;
using Beirat.Network.Outbox;
using Beirat.Network.Search;

namespace Beirat.Network.Ledger;

/// <summary>What became of a contested entry.</summary>
public enum ContestState
{
    /// <summary>Waits for staff; meanwhile the entry counts nowhere.</summary>
    Open,

    /// <summary>The entry counts again.</summary>
    Kept,

    /// <summary>The entry does not count for this person any more.</summary>
    Excluded,
}

/// <summary>An entry of somebody's ledger: what kind, and what it is made of.</summary>
public readonly record struct EvidenceSource(EvidenceKind Kind, Guid Id);

/// <summary>That somebody says of an entry that speaks for them: this is not right. It counts nowhere until staff decides.</summary>
public sealed class EvidenceContest
{
    /// <summary>In characters; of the reason and of the note to the decision.</summary>
    public const int MaxTextLength = 600;

    /// <summary>The beginning of the entry's title is enough to know it by.</summary>
    public const int MaxTitleLength = 160;

    private EvidenceContest() { }

    internal EvidenceContest(Guid id, Guid personId, EvidenceSource source, string title, string reason, DateTimeOffset now)
    {
        if (!source.Kind.Speaks()) throw new InvalidOperationException("Only what speaks for somebody is contested.");
        (Id, PersonId, Kind, SourceId, Title, Reason, ContestedAt) = (id, personId, source.Kind, source.Id, title, reason, now);
    }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public EvidenceKind Kind { get; private set; }

    public Guid SourceId { get; private set; }

    /// <summary>As the entry was called when it was contested.</summary>
    public string Title { get; private set; } = string.Empty;

    public string Reason { get; private set; } = string.Empty;

    public DateTimeOffset ContestedAt { get; private set; }

    public ContestState State { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Account of the person who decided.</summary>
    public Guid? DecidedBy { get; private set; }

    /// <summary>What staff says to the decision.</summary>
    public string Note { get; private set; } = string.Empty;

    public int Version { get; private set; }

    internal EvidenceSource Source => new(Kind, SourceId);

    /// <summary>What looks different when this changes.</summary>
    internal Subject Subject => Kind switch
    {
        EvidenceKind.Article => new(SubjectKind.Article, SourceId),
        EvidenceKind.Post => new(SubjectKind.Post, SourceId),
        EvidenceKind.Event => new(SubjectKind.Event, SourceId),
        _ => new(SubjectKind.Person, PersonId),
    };

    /// <summary>Null when the viewer may decide: staff, once, and not about themselves.</summary>
    public Refusal? RefusalToDecide(Viewer viewer)
    {
        if (viewer.PersonId == PersonId) return Refusal.OwnEntry;
        return State == ContestState.Open ? null : Refusal.AlreadyDecided;
    }

    internal void Decide(bool counts, string note, Guid? account, DateTimeOffset now)
    {
        if (State != ContestState.Open) throw new InvalidOperationException("It was decided before.");
        (State, Note, DecidedBy, DecidedAt) = (counts ? ContestState.Kept : ContestState.Excluded, note, account, now);
    }
}

internal static class Contests
{
    /// <summary>Those whose entries do not count.</summary>
    public static IQueryable<EvidenceContest> Uncounted(this IQueryable<EvidenceContest> contests) => contests.Where(c => c.State != ContestState.Kept);
}
