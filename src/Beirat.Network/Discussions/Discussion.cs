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

    /// <summary>Set for a thread of people chosen by name. To everybody else but the office there is no such thread, and it is not searched.</summary>
    public bool IsCircle { get; private set; }

    /// <summary>Stands above the others in lists.</summary>
    public DateTimeOffset? PinnedAt { get; private set; }

    /// <summary>The thread that its posts went to. Nothing is said here any more.</summary>
    public Guid? MergedIntoId { get; private set; }

    /// <summary>How often title and introduction were changed.</summary>
    public int TextVersion { get; private set; }

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

    /// <summary>True for staff and whoever began it: they may close it and change its title.</summary>
    public bool MayLead(Viewer viewer) =>
        AdviceRequestId is null && MergedIntoId is null && viewer.IsSignedIn && (viewer.IsStaff || (viewer.PersonId is { } person && person == StartedById));

    /// <summary>True for staff: pinning, moving, merging and other readers are theirs.</summary>
    public bool MayArrange(Viewer viewer) => MayLead(viewer) && viewer.IsStaff;

    internal DiscussionAct Reopen(Viewer by, string reason, DateTimeOffset now)
    {
        ClosedAt = null;
        return Note(DiscussionActKind.Reopened, by, now, reason);
    }

    internal DiscussionAct Close(Viewer by, string reason, DateTimeOffset now)
    {
        Close(now);
        return Note(DiscussionActKind.Closed, by, now, reason);
    }

    /// <summary>Null when nothing of it is new.</summary>
    internal DiscussionAct? Revise(Viewer by, string title, string introduction, DateTimeOffset now)
    {
        if (title == Title && introduction == Introduction) return null;
        var act = Note(DiscussionActKind.Renamed, by, now, from: Title == title ? string.Empty : Title, to: Title == title ? string.Empty : title);
        (Title, Introduction, TextVersion) = (title, introduction, TextVersion + 1);
        return act;
    }

    internal DiscussionAct Pin(Viewer by, bool pinned, DateTimeOffset now)
    {
        PinnedAt = pinned ? now : null;
        return Note(pinned ? DiscussionActKind.Pinned : DiscussionActKind.Unpinned, by, now);
    }

    internal DiscussionAct MoveTo(Viewer by, DiscussionSubject subject, DateTimeOffset now)
    {
        BeAbout(subject.TopicId, subject.OrganizationId, subject.EventId, subject.ArticleId);
        return Note(DiscussionActKind.Moved, by, now);
    }

    internal DiscussionAct ShowTo(Viewer by, Audience audience, bool circle, string reason, DateTimeOffset now)
    {
        var wider = DiscussionReach.IsWider(audience, circle, Audience, IsCircle);
        var act = Note(wider ? DiscussionActKind.Widened : DiscussionActKind.Narrowed, by, now, reason,
            DiscussionReach.Name(Audience, IsCircle), DiscussionReach.Name(audience, circle));
        (Audience, IsCircle) = (audience, circle);
        return act;
    }

    /// <summary>Its posts are about to go to another thread.</summary>
    internal DiscussionAct MergeInto(Viewer by, Guid target, string reason, DateTimeOffset now)
    {
        (MergedIntoId, PinnedAt) = (target, null);
        Close(now);
        return Note(DiscussionActKind.MergedAway, by, now, reason);
    }

    /// <summary>The next sequence number, for a post that comes from another thread.</summary>
    internal long TakeIn(Post post)
    {
        LastSequence++;
        if (post.At > LastPostAt) LastPostAt = post.At;
        return LastSequence;
    }

    internal DiscussionAct Note(DiscussionActKind kind, Viewer by, DateTimeOffset now, string reason = "", string from = "", string to = "") =>
        new(this, kind, by, now) { Reason = reason, From = from, To = to };

    /// <summary>Makes it a thread of people chosen by name.</summary>
    internal void Enclose() => (Audience, IsCircle) = (Audience.Staff, true);

    /// <summary>Null when this viewer may write here, else why not.</summary>
    public Refusal? RefusalToReply(Viewer viewer)
    {
        if (!viewer.IsSignedIn) return Refusal.SignInFirst;
        if (MergedIntoId is not null) return Refusal.DiscussionMerged;
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
        AdviceRequestId is not null || IsCircle || (viewer.Sees(Audience) && (Audience != Audience.Public || viewer.Roles.Count > 0));
}
