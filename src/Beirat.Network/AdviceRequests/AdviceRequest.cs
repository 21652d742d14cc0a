using Beirat.Network.Common;

namespace Beirat.Network.AdviceRequests;

/// <summary>Who asks: the account and person that wrote, and the organisation that they speak for.</summary>
public sealed record AdviceRequester(Guid? AccountId, Guid? PersonId, Guid? OrganizationId);

/// <summary>What is asked, as it was checked.</summary>
public sealed record AdviceQuestion(
    string Text, string Language, AdviceKind Kind, AdviceConfidentiality Confidentiality, DateOnly Deadline, int? Minutes, IReadOnlyCollection<Guid> Topics);

/// <summary>A question to the council, from being asked to what became of the answer. Every step has its day.</summary>
public sealed class AdviceRequest
{
    private readonly List<AdviceTopic> _topics = [];
    private readonly List<AdviceAssignment> _assignments = [];

    private AdviceRequest() { }

    internal AdviceRequest(Guid id, AdviceRequester from, AdviceQuestion question, DateTimeOffset now)
    {
        (Id, AccountId, AskedById, OrganizationId) = (id, from.AccountId, from.PersonId, from.OrganizationId);
        (Question, Language, Kind, Confidentiality) = (question.Text, question.Language, question.Kind, question.Confidentiality);
        (Deadline, Minutes, AskedAt) = (question.Deadline, question.Minutes, now);
        _topics.AddRange(question.Topics.Distinct().Select(t => new AdviceTopic(Id, t)));
    }

    public Guid Id { get; private set; }

    public Guid? AccountId { get; private set; }

    public Guid? AskedById { get; private set; }

    /// <summary>Whom they ask for; null for somebody who asks for nobody but their office as such.</summary>
    public Guid? OrganizationId { get; private set; }

    /// <summary>Plain text.</summary>
    public string Question { get; private set; } = string.Empty;

    public string Language { get; private set; } = string.Empty;

    public AdviceKind Kind { get; private set; }

    public AdviceConfidentiality Confidentiality { get; private set; }

    /// <summary>The last day on which the answer is of use.</summary>
    public DateOnly Deadline { get; private set; }

    /// <summary>What the requester thinks it takes.</summary>
    public int? Minutes { get; private set; }

    public AdviceState State { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>The newest version of the joint draft; once released, it is the answer.</summary>
    public int LastVersion { get; private set; }

    /// <summary>How often files of the answer came and went: who releases it has seen the same ones.</summary>
    public int FileChanges { get; private set; }

    public DateTimeOffset? ReleasedAt { get; private set; }

    public Guid? ReleasedById { get; private set; }

    public DateTimeOffset? DeliveredAt { get; private set; }

    public Guid? DeliveredById { get; private set; }

    public AdviceVerdict? Verdict { get; private set; }

    /// <summary>Plain text.</summary>
    public string VerdictReason { get; private set; } = string.Empty;

    public DateTimeOffset? RepliedAt { get; private set; }

    public Guid? RepliedById { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<AdviceTopic> Topics => _topics;

    public IReadOnlyList<AdviceAssignment> Assignments => _assignments;

    public bool IsDelivered => State is AdviceState.Delivered or AdviceState.Replied;

    /// <summary>Asks somebody; null when they were asked before.</summary>
    internal AdviceAssignment? Ask(Guid personId, Guid? byPersonId, DateTimeOffset now)
    {
        Require(RefusalUnless(AdviceState.Open));
        if (_assignments.Any(a => a.PersonId == personId)) return null;
        var assignment = new AdviceAssignment(Id, personId, byPersonId, now);
        _assignments.Add(assignment);
        return assignment;
    }

    /// <summary>Null when it is as far as that, else why the step cannot be made.</summary>
    public Refusal? RefusalUnless(AdviceState state) => State == state ? null : Refusal.AdviceElsewhere;

    /// <summary>The number of the next version of the draft.</summary>
    internal int NextVersion()
    {
        Require(RefusalUnless(AdviceState.Open));
        return ++LastVersion;
    }

    internal void ChangeFiles()
    {
        Require(RefusalUnless(AdviceState.Open));
        FileChanges++;
    }

    public Refusal? RefusalToRelease(int openComments)
    {
        if (RefusalUnless(AdviceState.Open) is { } refusal) return refusal;
        if (LastVersion == 0) return Refusal.NothingWritten;
        return openComments > 0 ? Refusal.CommentsOpen : null;
    }

    internal void Release(Guid? byPersonId, int openComments, DateTimeOffset now)
    {
        Require(RefusalToRelease(openComments));
        (State, ReleasedAt, ReleasedById) = (AdviceState.Released, now, byPersonId);
    }

    /// <summary>Opens the draft again, as long as nothing was delivered.</summary>
    internal void TakeBackRelease()
    {
        Require(RefusalUnless(AdviceState.Released));
        (State, ReleasedAt, ReleasedById) = (AdviceState.Open, null, null);
    }

    internal void Deliver(Guid? byPersonId, DateTimeOffset now)
    {
        Require(RefusalUnless(AdviceState.Released));
        (State, DeliveredAt, DeliveredById) = (AdviceState.Delivered, now, byPersonId);
    }

    internal void Reply(AdviceVerdict verdict, string reason, Guid? byPersonId, DateTimeOffset now)
    {
        Require(RefusalUnless(AdviceState.Delivered));
        (State, Verdict, VerdictReason, RepliedAt, RepliedById) = (AdviceState.Replied, verdict, reason, now, byPersonId);
    }

    public Refusal? RefusalToWithdraw => State is AdviceState.Open or AdviceState.Released ? null : Refusal.AdviceElsewhere;

    internal void Withdraw(DateTimeOffset now)
    {
        Require(RefusalToWithdraw);
        (State, WithdrawnAt) = (AdviceState.Withdrawn, now);
    }

    /// <summary>Takes somebody out of it; what was asked and answered for an office stays.</summary>
    internal void Forget(Guid? person, IReadOnlyList<Guid> accounts)
    {
        if (AccountId is { } account && accounts.Contains(account)) AccountId = null;
        if (person is null) return;
        if (AskedById == person) AskedById = null;
        if (ReleasedById == person) ReleasedById = null;
        if (DeliveredById == person) DeliveredById = null;
        if (RepliedById == person) RepliedById = null;
    }

    private static void Require(Refusal? refusal)
    {
        if (refusal is { } reason) throw new InvalidOperationException($"Request for advice: {reason}.");
    }
}

/// <summary>A topic that a request is about.</summary>
public sealed class AdviceTopic
{
    private AdviceTopic() { }

    internal AdviceTopic(Guid requestId, Guid topicId) => (RequestId, TopicId) = (requestId, topicId);

    public Guid RequestId { get; private set; }

    public Guid TopicId { get; private set; }
}
