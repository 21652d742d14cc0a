namespace Beirat.Network.Consents;

/// <summary>
/// What a person tells about themselves, in the parts that they show or keep apart. Name and seat are not among them:
/// whoever sits in the council does so publicly.
/// </summary>
public enum ProfileField
{
    /// <summary>The line under the name and the text about the person.</summary>
    About,
    Photo,
    Email,
    Phone,
    Languages,
    Professions,

    /// <summary>Topics with a sentence each.</summary>
    Topics,
    Experience,
    Districts,

    /// <summary>Communities that the person chose to name; never guessed.</summary>
    Communities,

    /// <summary>Roles in organisations.</summary>
    Roles,

    /// <summary>When the person can be asked, and until when they are away.</summary>
    Availability,

    /// <summary>The form to write to the person.</summary>
    Messages,

    /// <summary>The page itself, for the time after the last role has ended.</summary>
    Page,
}

/// <summary>What can be done with a part of a profile.</summary>
public static class ProfileFields
{
    /// <summary>The parts that a person decides about, in the order in which they are asked.</summary>
    public static readonly IReadOnlyList<ProfileField> All = [.. Enum.GetValues<ProfileField>().Where(f => f != ProfileField.Page)];

    /// <summary>Addresses, pictures and dates of absence are shown or not; nobody is searched for by them.</summary>
    public static bool CanBeFound(this ProfileField field) =>
        field is not (ProfileField.Photo or ProfileField.Email or ProfileField.Phone or ProfileField.Availability or ProfileField.Messages or ProfileField.Page);
}

/// <summary>What a consent is given for.</summary>
public enum ConsentPurpose
{
    /// <summary>To be shown: on the page, in lists, as a vCard, in what programs read.</summary>
    Showing,

    /// <summary>To be found by it: in the search and in the expert finder.</summary>
    Finding,

    /// <summary>To stay findable after the last role has ended.</summary>
    AfterMandate,
}
