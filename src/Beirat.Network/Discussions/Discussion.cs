using Beirat.Network.Common;

namespace Beirat.Network.Discussions;

/// <summary>A thread about one thing, read by one audience.</summary>
public sealed class Discussion
{
    public const int MaxTitleLength = 160;

    private Discussion() { }

    public Discussion(Guid id, string title, string introduction, string language, Audience audience, DateTimeOffset startedAt)
    {
        (Id, Title, Introduction, Language, Audience) = (id, title, introduction, language, audience);
        StartedAt = LastPostAt = startedAt;
    }

    public Guid Id { get; private set; }

    public string Title { get; private set; } = string.Empty;

    /// <summary>What it is about, in a sentence or two; plain text.</summary>
    public string Introduction { get; private set; } = string.Empty;

    public string Language { get; private set; } = string.Empty;

    public Audience Audience { get; private set; }

    public Guid? TopicId { get; private set; }

    public Guid? OrganizationId { get; private set; }

    public Guid? EventId { get; private set; }

    public Guid? ArticleId { get; private set; }

    public Guid? StartedById { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>The sequence number given last; 0 while nobody has written.</summary>
    public long LastSequence { get; private set; }

    public DateTimeOffset LastPostAt { get; private set; }

    public int Version { get; private set; }

    public void BeAbout(Guid? topicId, Guid? organizationId = null, Guid? eventId = null, Guid? articleId = null) =>
        (TopicId, OrganizationId, EventId, ArticleId) = (topicId, organizationId, eventId, articleId);

    public void StartedBy(Guid? personId) => StartedById = personId;

    /// <summary>Forgets who began it.</summary>
    internal void Forget() => StartedById = null;

    public void Close(DateTimeOffset now) => ClosedAt ??= now;

    /// <summary>Null when this viewer may write here, else why not.</summary>
    public Refusal? RefusalToReply(Viewer viewer)
    {
        if (!viewer.IsSignedIn) return Refusal.SignInFirst;
        if (ClosedAt is not null) return Refusal.DiscussionClosed;
        return MayWrite(viewer) ? null : Refusal.NotYourAudience;
    }

    /// <summary>Adds a post under the next sequence number.</summary>
    internal Post Reply(Guid postId, Author author, Capacity capacity, PostText text, DateTimeOffset now)
    {
        if (ClosedAt is not null && ClosedAt <= now) throw new InvalidOperationException("The discussion is closed.");
        LastSequence++;
        LastPostAt = now;
        return new Post(postId, Id, LastSequence, author, capacity, text, now);
    }

    /// <summary>Public threads are read by all and written by the three groups of the portal; the others by those who read them.</summary>
    private bool MayWrite(Viewer viewer) =>
        viewer.Sees(Audience) && (Audience != Audience.Public || viewer.Roles.Count > 0);
}
