using Beirat.Network.Common;

namespace Beirat.Network.Discussions;

/// <summary>A discussion with some of its posts, in order.</summary>
public sealed record ThreadView(
    Guid Id, string Title, string Introduction, string Language, Audience Audience, SubjectLinks About,
    DateTimeOffset StartedAt, DateTimeOffset? ClosedAt, long LastSequence, Refusal? RefusalToReply, IReadOnlyList<PostView> Posts)
{
    /// <summary>The request for advice that it belongs to; its circle is then named people and the office.</summary>
    public Guid? AdviceRequestId { get; init; }

    /// <summary>For people chosen by name, and the office.</summary>
    public bool IsCircle { get; init; }

    /// <summary>Who those people are.</summary>
    public IReadOnlyList<PostAuthor> Circle { get; init; } = [];

    public bool IsPinned { get; init; }

    /// <summary>The thread that the posts went to.</summary>
    public Guid? MergedIntoId { get; init; }

    public PostAuthor? StartedBy { get; init; }

    /// <summary>The viewer may close it and change its title.</summary>
    public bool MayLead { get; init; }

    /// <summary>The viewer may pin, move and merge it, and change who reads it.</summary>
    public bool MayArrange { get; init; }

    public int TextVersion { get; init; }

    /// <summary>What was done to the thread while these posts were written.</summary>
    public IReadOnlyList<ActView> Acts { get; init; } = [];

    /// <summary>First sequence number of this page; the posts may be fewer when some are filtered.</summary>
    public long From { get; init; } = 1;

    /// <summary>Last sequence number that this page covers.</summary>
    public long To { get; init; }

    /// <summary>Languages of the posts on this page, also of those that are not shown.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Posts on this page that are in other languages than those chosen.</summary>
    public int Hidden { get; init; }

    /// <summary>The last post that the viewer had read before this page; null for nobody in particular, or a first visit.</summary>
    public long? Read { get; init; }

    public bool HasEarlier => LastSequence > 0 && From > 1;

    public bool HasLater => To < LastSequence;

    /// <summary>What depends on who looks.</summary>
    public OwnSigns Own { get; init; } = OwnSigns.None;
}

/// <summary>A line in the thread about the thread. <see cref="By"/> is null for the office, and for somebody who has left.</summary>
public sealed record ActView(DiscussionActKind Kind, DateTimeOffset At, bool ByStaff, PostAuthor? By, long AfterSequence, string Reason, string From, string To);

/// <summary>What a viewer did with the posts of a page, and what they alone are told.</summary>
public sealed record OwnSigns(
    IReadOnlySet<Guid> Marked, IReadOnlySet<(Guid PostId, ReactionKind Kind)> Reactions, IReadOnlySet<Guid> Undoable, IReadOnlyDictionary<Guid, string> Reasons)
{
    public static readonly OwnSigns None = new(new HashSet<Guid>(), new HashSet<(Guid, ReactionKind)>(), new HashSet<Guid>(), new Dictionary<Guid, string>());
}
