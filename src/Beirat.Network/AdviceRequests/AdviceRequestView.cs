using Beirat.Network.Common;
using Beirat.Network.Discussions;

namespace Beirat.Network.AdviceRequests;

/// <summary>Somebody who is asked, as far as the viewer may know. <see cref="HasLeft"/>: not in the council any more.</summary>
public sealed record AssignmentView(
    PostAuthor Person, AdviceAnswer Answer, DateTimeOffset AskedAt, DateTimeOffset? AnsweredAt, string Reason, PostAuthor? HintTo, bool HintIsAsked,
    DateOnly? AbsentUntil, bool HasLeft, bool IsOwn);

/// <summary>The delivered answer. <see cref="Html"/> was rendered and sanitised when it was saved.</summary>
public sealed record DeliveredAnswer(string Html, string Language, DateTimeOffset At, IReadOnlyList<AdviceFile> Files);

/// <summary>What officially becomes of the answer.</summary>
public sealed record OfficialReply(AdviceVerdict Verdict, string Reason, DateTimeOffset At);

/// <summary>A reminder that was sent, for the office.</summary>
public sealed record ReminderView(AdviceReminderStep Step, string To, DateTimeOffset At, bool ByMail);

/// <summary>What the viewer may do with a request now.</summary>
public sealed record AdviceRights(
    bool Answer, bool Write, bool Release, bool TakeBack, bool Deliver, bool Reply, bool Ask, bool Withdraw);

/// <summary>A request as one viewer sees it. <see cref="AskedBy"/> is the person; null where that is nobody's business.</summary>
public sealed record AdviceRequestView(
    Guid Id, string Title, string Question, string Language, AdviceKind Kind, AdviceConfidentiality Confidentiality, DateOnly Deadline, int? Minutes, AdviceState State,
    NamedLink? Organization, PostAuthor? AskedBy, IReadOnlyList<TopicLink> Topics, IReadOnlyList<AssignmentView> Assignments, DeliveredAnswer? Answer,
    OfficialReply? Reply, IReadOnlyList<AdviceChainStep> Chain, IReadOnlyList<ReminderView> Reminders, AdviceRights Rights, int Version, bool IsOverdue)
{
    /// <summary>The thread of those who are part of it; null for others.</summary>
    public DiscussionLink? Thread { get; init; }

    /// <summary>Files that came with the question.</summary>
    public IReadOnlyList<AdviceFile> Files { get; init; } = [];

    /// <summary>Whoever asked, and the office, may take files of the question away.</summary>
    public bool MayRemoveFiles { get; init; }

    /// <summary>The viewer's own place among those who are asked.</summary>
    public AssignmentView? Own => Assignments.FirstOrDefault(a => a.IsOwn);
}
