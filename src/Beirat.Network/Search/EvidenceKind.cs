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

    /// <summary>Not knowledge but time: takes points away from somebody who is absent.</summary>
    Absence,
}
