namespace Beirat.Network.AdviceRequests;

/// <summary>What somebody is told about a request by itself. The first three go to whoever is asked, in this order.</summary>
public enum AdviceReminderStep
{
    /// <summary>You are asked.</summary>
    Asked,
    FirstReminder,
    SecondReminder,

    /// <summary>To whoever took it on.</summary>
    DeadlineNear,

    /// <summary>To the office: somebody does not answer.</summary>
    Unanswered,

    /// <summary>To the office: nobody is asked, or nobody is left who could answer.</summary>
    NobodyLeft,

    /// <summary>To the office.</summary>
    DeadlinePassed,

    /// <summary>To the requester.</summary>
    Delivered,
}

/// <summary>
/// A note that somebody was told. It is saved together with the mail, so that after a stop at any moment there are both
/// or neither; which steps are due is computed anew each time, from the request and these notes.
/// </summary>
public sealed class AdviceReminder
{
    private AdviceReminder() { }

    internal AdviceReminder(Guid requestId, Guid subjectId, AdviceReminderStep step, Guid accountId, bool byMail, DateTimeOffset at) =>
        (Id, RequestId, SubjectId, Step, AccountId, ByMail, At) = (Guid.CreateVersion7(), requestId, subjectId, step, accountId, byMail, at);

    public Guid Id { get; private set; }

    public Guid RequestId { get; private set; }

    /// <summary>The place of whoever is asked, or the request.</summary>
    public Guid SubjectId { get; private set; }

    public AdviceReminderStep Step { get; private set; }

    public Guid AccountId { get; private set; }

    /// <summary>False where no mail could be sent: then it is told in the portal alone.</summary>
    public bool ByMail { get; private set; }

    public DateTimeOffset At { get; private set; }
}
