namespace Beirat.Network.Discussions;

/// <summary>"That helped me": once for each person and post of somebody else.</summary>
public sealed class PostMark
{
    private PostMark() { }

    internal PostMark(Post post, Guid personId, DateTimeOffset at)
    {
        if (post.AuthorId == personId) throw new InvalidOperationException("Nobody marks their own posts.");
        (PostId, DiscussionId, PersonId, At) = (post.Id, post.DiscussionId, personId, at);
    }

    public Guid PostId { get; private set; }

    /// <summary>That of the post, so that a change is told to those who look at the thread.</summary>
    public Guid DiscussionId { get; private set; }

    public Guid PersonId { get; private set; }

    public DateTimeOffset At { get; private set; }

    internal void MoveTo(Guid discussion) => DiscussionId = discussion;
}
