namespace Beirat.Network.Search;

/// <summary>Why somebody is thought to know about something.</summary>
public enum EvidenceKind
{
    /// <summary>The person says so, in a sentence.</summary>
    Claim,

    Profession,

    /// <summary>A role in an organisation that works on it.</summary>
    OrganizationRole,

    Article,

    Post,

    /// <summary>A part in an event.</summary>
    Event,

    /// <summary>Somebody else says what they did together.</summary>
    Endorsement,

    /// <summary>A request for advice that they helped to answer.</summary>
    AnsweredRequest,

    /// <summary>A course or training that they took part in to learn.</summary>
    Course,

    // What speaks for somebody stands above, what is about their time below.

    /// <summary>Not knowledge but time: takes points away from somebody who is absent.</summary>
    Absence,

    /// <summary>Takes points away from somebody with open requests.</summary>
    Load,

    /// <summary>Takes points away from somebody who was asked often of late.</summary>
    Turns,
}

/// <summary>Which kinds speak for somebody.</summary>
public static class EvidenceKinds
{
    /// <summary>In the order in which they are shown.</summary>
    public static readonly IReadOnlyList<EvidenceKind> Speaking = [.. Enum.GetValues<EvidenceKind>().Where(k => k.Speaks())];

    /// <summary>False for what is about time, not about knowledge.</summary>
    public static bool Speaks(this EvidenceKind kind) => kind is >= EvidenceKind.Claim and < EvidenceKind.Absence;
}
