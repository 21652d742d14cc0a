namespace Beirat.Network.AdviceRequests;

/// <summary>What is asked of the council.</summary>
public enum AdviceKind
{
    Impulse,
    Suggestion,
    Inquiry,
    Recommendation,
    Opinion,
}

/// <summary>Who reads a request besides those who ask, those who are asked, and the office.</summary>
public enum AdviceConfidentiality
{
    Internal,

    /// <summary>All members and deputies.</summary>
    Board,

    /// <summary>Everybody, once the answer was delivered.</summary>
    Public,
}

/// <summary>How far a request is.</summary>
public enum AdviceState
{
    /// <summary>Advisers are asked and write.</summary>
    Open,

    /// <summary>The advisers agree on the answer; the office delivers it.</summary>
    Released,

    Delivered,

    /// <summary>The requester has said what becomes of it.</summary>
    Replied,

    /// <summary>Taken back by the requester.</summary>
    Withdrawn,
}

/// <summary>What an adviser says to being asked.</summary>
public enum AdviceAnswer
{
    Pending,
    Accepted,
    Declined,

    /// <summary>With a hint to somebody who knows more, if there is one.</summary>
    NotMyTopic,
    Absent,
}

/// <summary>What becomes of an answer, as the requester officially says.</summary>
public enum AdviceVerdict
{
    TakenUp,
    Partly,
    NotTakenUp,
}
