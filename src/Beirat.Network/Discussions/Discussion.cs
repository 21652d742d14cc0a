using Beirat.Network.Common;

namespace Beirat.Network.Discussions;

/// <summary>A thread about one thing, read by one audience.</summary>
public sealed class Discussion
{
    public const int MaxTitleLength = 160;

    private readonly List<DiscussionReader> _readers = [];

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

    /// <summary>The request for advice that it belongs to. Then it is for the named people and the office alone, stands in no list and is not searched.</summary>
    public Guid? AdviceRequestId { get; private set; }

    public Guid? StartedById { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>The sequence number given last; 0 while nobody has written.</summary>
    public long LastSequence { get; private set; }

    public DateTimeOffset LastPostAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>Named people who read and write it besides its audience.</summary>
    public IReadOnlyList<DiscussionReader> Readers => _readers;

    public void BeAbout(Guid? topicId, Guid? organizationId = null, Guid? eventId = null, Guid? articleId = null) =>
        (TopicId, OrganizationId, EventId, ArticleId) = (topicId, organizationId, eventId, articleId);

    /// <summary>A closed circle around a request: to everybody else, the council's members included, there is no such thread.</summary>
    internal static Discussion OfRequest(Guid request, string title, string language, DateTimeOffset startedAt) =>
        new(Guid.CreateVersion7(), title, string.Empty, language, Audience.Staff, startedAt) { AdviceRequestId = request };

    /// <summary>Lets somebody into the circle; twice is once. <paramref name="asMember"/>: as long as they are in the council.</summary>
    internal void LetIn(Guid personId, bool asMember)
    {
        if (_readers.All(r => r.PersonId != personId)) _readers.Add(new DiscussionReader(Id, personId, asMember));
    }

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

    /// <summary>
    /// Public threads are read by all and written by the three groups of the portal; the others by those who read them.
    /// A thread of a circle was only handed out to those who are in it.
    /// </summary>
    private bool MayWrite(Viewer viewer) =>
        AdviceRequestId is not null || (viewer.Sees(Audience) && (Audience != Audience.Public || viewer.Roles.Count > 0));
}

/// <summary>Somebody by name who reads a thread. <see cref="AsMember"/>: only as long as they are in the council.</summary>
public sealed class DiscussionReader
{
    private DiscussionReader() { }

    internal DiscussionReader(Guid discussionId, Guid personId, bool asMember) => (DiscussionId, PersonId, AsMember) = (discussionId, personId, asMember);

    public Guid DiscussionId { get; private set; }

    public Guid PersonId { get; private set; }

    public bool AsMember { get; private set; }
}
