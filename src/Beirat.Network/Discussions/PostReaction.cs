namespace Beirat.Network.Discussions;

/// <summary>A short sign under a post. "That helped me" is apart from these (<see cref="PostMark"/>): it speaks for what somebody knows.</summary>
public enum ReactionKind
{
    Thanks,
    Agreement,
    Seen,
}

/// <summary>A sign of one person under a post; each kind once.</summary>
public sealed class PostReaction
{
    private PostReaction() { }

    internal PostReaction(Post post, Guid personId, ReactionKind kind, DateTimeOffset at) =>
        (PostId, DiscussionId, PersonId, Kind, At) = (post.Id, post.DiscussionId, personId, kind, at);

    public Guid PostId { get; private set; }

    /// <summary>That of the post, so that a change is told to those who look at the thread.</summary>
    public Guid DiscussionId { get; private set; }

    public Guid PersonId { get; private set; }

    public ReactionKind Kind { get; private set; }

    public DateTimeOffset At { get; private set; }

    internal void MoveTo(Guid discussion) => DiscussionId = discussion;
}

/// <summary>Somebody was called by name in a post.</summary>
public sealed class PostMention
{
    private PostMention() { }

    internal PostMention(Guid postId, Guid personId, DateTimeOffset at) => (PostId, PersonId, At) = (postId, personId, at);

    public Guid PostId { get; private set; }

    public Guid PersonId { get; private set; }

    public DateTimeOffset At { get; private set; }
}
