namespace Beirat.Network.Discussions;

/// <summary>How far somebody has read a thread.</summary>
public sealed class ThreadRead
{
    private ThreadRead() { }

    internal ThreadRead(Guid discussionId, Guid personId, long sequence, DateTimeOffset at) =>
        (DiscussionId, PersonId, Sequence, At) = (discussionId, personId, sequence, at);

    public Guid DiscussionId { get; private set; }

    public Guid PersonId { get; private set; }

    /// <summary>The last post read.</summary>
    public long Sequence { get; private set; }

    public DateTimeOffset At { get; private set; }

    internal void MoveTo(long sequence, DateTimeOffset at) => (Sequence, At) = (sequence, at);
}

/// <summary>A post that is being written, kept for its writer alone; one for each thread.</summary>
public sealed class PostDraft
{
    private PostDraft() { }

    internal PostDraft(Guid discussionId, Guid personId) => (DiscussionId, PersonId) = (discussionId, personId);

    public Guid DiscussionId { get; private set; }

    public Guid PersonId { get; private set; }

    public string Text { get; private set; } = string.Empty;

    public string Language { get; private set; } = string.Empty;

    public string Capacity { get; private set; } = string.Empty;

    public DateTimeOffset SavedAt { get; private set; }

    internal void Keep(string text, string language, string capacity, DateTimeOffset now) =>
        (Text, Language, Capacity, SavedAt) = (text, language, capacity, now);
}
