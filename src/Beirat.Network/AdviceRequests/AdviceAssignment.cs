using Beirat.Network.Common;

namespace Beirat.Network.AdviceRequests;

/// <summary>An answer to being asked. Which parts count follows from <see cref="Kind"/>.</summary>
public sealed record AdviceAnswerText(AdviceAnswer Kind, string Reason, Guid? HintToId, DateOnly? AbsentUntil);

/// <summary>
/// Somebody who is asked. A row of its own with a version of its own, so that two who answer at the same moment do not
/// meet.
/// </summary>
public sealed class AdviceAssignment
{
    private AdviceAssignment() { }

    internal AdviceAssignment(Guid requestId, Guid personId, Guid? askedById, DateTimeOffset askedAt) =>
        (Id, RequestId, PersonId, AskedById, AskedAt) = (Guid.CreateVersion7(), requestId, personId, askedById, askedAt);

    public Guid Id { get; private set; }

    public Guid RequestId { get; private set; }

    /// <summary>Null once that person was erased.</summary>
    public Guid? PersonId { get; private set; }

    public Guid? AskedById { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public AdviceAnswer Answer { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Plain text, for the requester and the office.</summary>
    public string Reason { get; private set; } = string.Empty;

    /// <summary>Whom to ask instead.</summary>
    public Guid? HintToId { get; private set; }

    public DateOnly? AbsentUntil { get; private set; }

    public int Version { get; private set; }

    /// <summary>What is wrong in an answer, by field. "Absent" needs no date: not everybody knows when they are back.</summary>
    internal static IReadOnlyDictionary<string, Refusal> RefusalsOf(AdviceAnswerText answer, DateOnly today)
    {
        var faults = new Dictionary<string, Refusal>();
        if (answer.Kind == AdviceAnswer.Pending) faults["answer"] = Refusal.Empty;
        if (answer.Kind == AdviceAnswer.Declined && answer.Reason.Length == 0) faults["reason"] = Refusal.Empty;
        else if (answer.Reason.Length > 0 && AdviceRules.RefusalOfText(answer.Reason, AdviceRules.MaxReason) is { } reason) faults["reason"] = reason;
        if (answer.Kind == AdviceAnswer.Absent && answer.AbsentUntil is { } until && AdviceRules.RefusalOfDeadline(until, today) is { } day) faults["until"] = day;
        return faults;
    }

    /// <summary>The last answer counts. An acceptance keeps no reason, and only what belongs to the answer is kept.</summary>
    internal void Give(AdviceAnswerText answer, DateTimeOffset now)
    {
        (Answer, AnsweredAt) = (answer.Kind, now);
        Reason = answer.Kind == AdviceAnswer.Accepted ? string.Empty : answer.Reason;
        HintToId = answer.Kind == AdviceAnswer.NotMyTopic ? answer.HintToId : null;
        AbsentUntil = answer.Kind == AdviceAnswer.Absent ? answer.AbsentUntil : null;
    }

    /// <summary>Takes somebody out of it. That somebody was asked, and answered, stays.</summary>
    internal void Forget(Guid person)
    {
        if (AskedById == person) AskedById = null;
        if (HintToId == person) HintToId = null;
        if (PersonId == person) (PersonId, Reason) = (null, string.Empty);
    }
}
