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

    /// <summary>How often the text was changed.</summary>
    public int Edition { get; private set; }

    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>Taken away by the office, not taken back by its writer.</summary>
    public bool RemovedByStaff { get; private set; }

    /// <summary>Taken away by the office in a way that it can undo: the text is kept apart.</summary>
    public bool Hidden { get; private set; }

    /// <summary>Why the office took it away; its writer is told.</summary>
    public string RemovalReason { get; private set; } = string.Empty;

    /// <summary>What there is beside the text; so that the usual post costs no further look.</summary>
    public PostExtras Extras { get; private set; }

    public int Version { get; private set; }

    public Refusal? RefusalToRemove(Viewer viewer)
    {
        if (RemovedAt is not null) return Refusal.AlreadyRemoved;
        return IsBy(viewer) || viewer.IsStaff ? null : Refusal.NotYours;
    }

    /// <summary>True for whoever wrote it, by whichever account.</summary>
    public bool IsBy(Viewer viewer) =>
        (viewer.AccountId is not null && viewer.AccountId == AccountId) || (viewer.PersonId is not null && viewer.PersonId == AuthorId);

    /// <summary>Own words only: nobody changes what somebody else said, the office neither.</summary>
    public Refusal? RefusalToEdit(Viewer viewer) =>
        RemovedAt is not null ? Refusal.AlreadyRemoved : viewer.IsSignedIn && IsBy(viewer) ? null : Refusal.NotYours;

    /// <summary>Changes the text and returns what it was; null when nothing is new.</summary>
    internal PostRevision? Edit(Viewer viewer, PostText text, Audience audience, DateTimeOffset now)
    {
        if (RefusalToEdit(viewer) is { } refusal) throw new InvalidOperationException($"Edit: {refusal}.");
        if (text.Text == Text && text.Language == Language) return null;
        var former = new PostRevision(this, audience);
        (Text, Language, Edition, EditedAt) = (text.Text, text.Language, Edition + 1, now);
        Html = RichTextRenderer.Render(text.Text, topHeading: 4);
        return former;
    }

    internal void Bring(PostExtras extras) => Extras |= extras;

    /// <summary>To the end of another thread.</summary>
    internal void MoveTo(Discussion target) => (Sequence, DiscussionId) = (target.TakeIn(this), target.Id);

    /// <summary>What was taken back a moment ago is there again.</summary>
    internal void Restore(string text)
    {
        if (RemovedAt is null || (RemovedByStaff && !Hidden)) throw new InvalidOperationException("There is nothing to undo.");
        (Text, Html, RemovedAt) = (text, RichTextRenderer.Render(text, topHeading: 4), null);
        (RemovedByStaff, Hidden, RemovalReason) = (false, false, string.Empty);
    }

    /// <summary>Empties the post. Its place in the discussion stays, so that answers keep their sense.</summary>
    public void Remove(Viewer viewer, DateTimeOffset now, string reason = "")
    {
        if (RefusalToRemove(viewer) is { } refusal) throw new InvalidOperationException($"Removal: {refusal}.");
        (Text, Html, RemovedAt) = (string.Empty, string.Empty, now);
        (RemovedByStaff, RemovalReason) = (!IsBy(viewer), reason);
    }

    /// <summary>As <see cref="Remove"/>, but the office may show it again.</summary>
    internal RemovedText Hide(Viewer viewer, DateTimeOffset now, string reason)
    {
        var kept = RemovedText.WithoutEnd(this);
        Remove(viewer, now, reason);
        Hidden = true;
        return kept;
    }

    /// <summary>Forgets who wrote it and for whom. What was said stays, and in what kind of role.</summary>
    internal void Forget() => (AuthorId, AccountId, Capacity, RemovalReason) = (null, null, new Capacity(Capacity.Kind), string.Empty);
}

/// <summary>What a post may have beside its text.</summary>
[Flags]
public enum PostExtras
{
    None = 0,
    Files = 1,
    Translations = 2,
    Mentions = 4,
    Question = 8,
}

/// <summary>Who writes: the person, and the account they came with.</summary>
public readonly record struct Author(Guid? PersonId, Guid? AccountId);
