using Beirat.Network.Common;

namespace Beirat.Network.Discussions;

/// <summary>What somebody wants to say. <see cref="Key"/> is made by the writer's device: the same key twice is one post.</summary>
public sealed record PostText(string Text, string Language, Guid Key);

/// <summary>One contribution to a discussion. Its sequence number has no gaps and is never given again.</summary>
public sealed class Post
{
    /// <summary>In characters of Markdown.</summary>
    public const int MaxTextLength = 10_000;

    private Post() { }

    internal Post(Guid id, Guid discussionId, long sequence, Author author, Capacity capacity, PostText text, DateTimeOffset at)
    {
        (Id, DiscussionId, Sequence, AuthorId, AccountId, At) = (id, discussionId, sequence, author.PersonId, author.AccountId, at);
        (Capacity, Text, Language, Key) = (capacity, text.Text, text.Language, text.Key);
        Html = RichTextRenderer.Render(text.Text, topHeading: 4);
    }

    public Guid Id { get; private set; }

    public Guid DiscussionId { get; private set; }

    public long Sequence { get; private set; }

    /// <summary>The person who wrote it; null once that person has left the portal.</summary>
    public Guid? AuthorId { get; private set; }

    public Guid? AccountId { get; private set; }

    public Guid Key { get; private set; }

    public Capacity Capacity { get; private set; } = Capacity.Private;

    /// <summary>Markdown; empty once removed.</summary>
    public string Text { get; private set; } = string.Empty;

    /// <summary><see cref="Text"/>, rendered and sanitised when it was saved.</summary>
    public string Html { get; private set; } = string.Empty;

    public string Language { get; private set; } = string.Empty;

    public DateTimeOffset At { get; private set; }

    public DateTimeOffset? EditedAt { get; private set; }

    public DateTimeOffset? RemovedAt { get; private set; }

    public Refusal? RefusalToRemove(Viewer viewer)
    {
        if (RemovedAt is not null) return Refusal.AlreadyRemoved;
        var own = viewer.AccountId is not null && viewer.AccountId == AccountId;
        return own || viewer.IsStaff ? null : Refusal.NotYours;
    }

    /// <summary>True for whoever wrote it, by whichever account.</summary>
    public bool IsBy(Viewer viewer) =>
        (viewer.AccountId is not null && viewer.AccountId == AccountId) || (viewer.PersonId is not null && viewer.PersonId == AuthorId);

    /// <summary>Empties the post. Its place in the discussion stays, so that answers keep their sense.</summary>
    public void Remove(Viewer viewer, DateTimeOffset now)
    {
        if (RefusalToRemove(viewer) is { } refusal) throw new InvalidOperationException($"Removal: {refusal}.");
        (Text, Html, RemovedAt) = (string.Empty, string.Empty, now);
    }

    /// <summary>Forgets who wrote it and for whom. What was said stays, and in what kind of role.</summary>
    internal void Forget() => (AuthorId, AccountId, Capacity) = (null, null, new Capacity(Capacity.Kind));
}

/// <summary>Who writes: the person, and the account they came with.</summary>
public readonly record struct Author(Guid? PersonId, Guid? AccountId);
