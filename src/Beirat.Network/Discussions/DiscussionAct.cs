using Beirat.Network.Common;

namespace Beirat.Network.Discussions;

/// <summary>What was done to a thread as a whole.</summary>
public enum DiscussionActKind
{
    Closed,
    Reopened,
    Renamed,
    Pinned,
    Unpinned,
    Moved,
    Widened,
    Narrowed,

    /// <summary>Another thread came in.</summary>
    Merged,

    /// <summary>Its posts went to another thread.</summary>
    MergedAway,
}

/// <summary>A quiet line in the thread: what was done, when, by whom and why. Its readers see it.</summary>
public sealed class DiscussionAct
{
    public const int MaxReason = 500;

    private DiscussionAct() { }

    internal DiscussionAct(Discussion discussion, DiscussionActKind kind, Viewer by, DateTimeOffset at)
    {
        (Id, DiscussionId, AfterSequence) = (Guid.CreateVersion7(), discussion.Id, discussion.LastSequence);
        (Kind, ById, ByStaff, At) = (kind, by.PersonId, by.IsStaff, at);
    }

    public Guid Id { get; private set; }

    public Guid DiscussionId { get; private set; }

    public DiscussionActKind Kind { get; private set; }

    public DateTimeOffset At { get; private set; }

    public Guid? ById { get; private set; }

    /// <summary>Then the line names the office, not the person.</summary>
    public bool ByStaff { get; private set; }

    /// <summary>The post that it stands below; 0 above all.</summary>
    public long AfterSequence { get; private set; }

    public string Reason { get; internal set; } = string.Empty;

    /// <summary>What it was before: a title, or the readers.</summary>
    public string From { get; internal set; } = string.Empty;

    public string To { get; internal set; } = string.Empty;

    internal void Forget() => ById = null;
}

/// <summary>What a thread is about; each at most one.</summary>
public sealed record DiscussionSubject(Guid? TopicId = null, Guid? OrganizationId = null, Guid? EventId = null, Guid? ArticleId = null);

/// <summary>Where a post of a merged thread once stood: the old address leads to it.</summary>
public sealed class MovedPost
{
    private MovedPost() { }

    internal MovedPost(Post post) => (DiscussionId, Sequence, PostId) = (post.DiscussionId, post.Sequence, post.Id);

    public Guid DiscussionId { get; private set; }

    public long Sequence { get; private set; }

    public Guid PostId { get; private set; }
}
