using Beirat.Network.Common;

namespace Beirat.Network.Discussions;

/// <summary>What somebody finds wrong with a post.</summary>
public enum ReportReason
{
    Insult,
    Hatred,
    Private,
    Untrue,
    Advertising,
    Other,
}

/// <summary>What became of a report.</summary>
public enum ReportState
{
    Open,

    /// <summary>The post stays as it is.</summary>
    Left,

    /// <summary>The post is not shown any more; the office can show it again.</summary>
    Hidden,

    /// <summary>The post is gone for good.</summary>
    Removed,
}

/// <summary>Somebody tells the office about a post; once for each person and post.</summary>
public sealed class PostReport
{
    public const int MaxText = 1_000;

    private PostReport() { }

    internal PostReport(Guid postId, Guid reporterId, ReportReason reason, string text, DateTimeOffset at)
    {
        (Id, PostId, ReporterId, Reason, Text, At) = (Guid.CreateVersion7(), postId, reporterId, reason, text, at);
    }

    public Guid Id { get; private set; }

    public Guid PostId { get; private set; }

    public Guid? ReporterId { get; private set; }

    public ReportReason Reason { get; private set; }

    public string Text { get; private set; } = string.Empty;

    public DateTimeOffset At { get; private set; }

    public ReportState State { get; private set; }

    /// <summary>Why it was decided so; whoever reported and whoever wrote read it.</summary>
    public string Decision { get; private set; } = string.Empty;

    public Guid? DecidedById { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    internal void Decide(ReportState state, string decision, Viewer by, DateTimeOffset now) =>
        (State, Decision, DecidedById, DecidedAt) = (state, decision, by.PersonId, now);

    internal void Forget(Guid person)
    {
        if (ReporterId == person) (ReporterId, Text) = (null, string.Empty);
        if (DecidedById == person) DecidedById = null;
    }
}

/// <summary>Somebody does not want to read another's posts; those are folded for them alone.</summary>
public sealed class PersonMute
{
    private PersonMute() { }

    internal PersonMute(Guid personId, Guid mutedId, DateTimeOffset at) => (PersonId, MutedId, At) = (personId, mutedId, at);

    public Guid PersonId { get; private set; }

    public Guid MutedId { get; private set; }

    public DateTimeOffset At { get; private set; }
}

/// <summary>The office has stopped somebody's writing in discussions until a day. Reading and all their other rights stay.</summary>
public sealed class WritingStop
{
    public const int MaxDays = 365;

    private WritingStop() { }

    internal WritingStop(Guid personId) => PersonId = personId;

    public Guid PersonId { get; private set; }

    /// <summary>The last day.</summary>
    public DateOnly Until { get; private set; }

    public string Reason { get; private set; } = string.Empty;

    public Guid? ById { get; private set; }

    public DateTimeOffset At { get; private set; }

    internal void Set(DateOnly until, string reason, Viewer by, DateTimeOffset now) => (Until, Reason, ById, At) = (until, reason, by.PersonId, now);

    internal void ForgetOffice() => ById = null;
}
