namespace Beirat.Network.Seeding;

// The seed files as they are written; see seed/README.md for what each field means.
internal sealed record SeedTopic(
    string Id, string? Broader, List<string>? Related, Dictionary<string, string> PrefLabel,
    Dictionary<string, List<string>>? AltLabel, Dictionary<string, string>? Definition);

internal sealed record SeedOrganization(
    string Id, string Name, string? ShortName, string Kind, int? Founded, string? District,
    List<string> Languages, List<string> Topics, string Description, string? PartOf)
{
    public SeedContact? Contact { get; init; }

    public List<SeedRelation> Relations { get; init; } = [];
}

internal sealed record SeedContact(string? Email, string? Phone, string? Website, string? MeetingPoint);

internal sealed record SeedRelation(string To, string Kind, DateOnly? From, DateOnly? Until);

internal sealed record SeedLanguage(string Code, string Level, List<string> Uses);

internal sealed record SeedProfession(string Title, string? Degree);

internal sealed record SeedClaim(string Id, string Note);

internal sealed record SeedAbsence(DateOnly From, DateOnly Until);

internal sealed record SeedPerson(
    string Id, string GivenName, string FamilyName, string Headline, string About, List<string> Districts,
    List<SeedLanguage> Languages, List<SeedProfession> Professions, List<SeedClaim> Topics, SeedAbsence? Absence)
{
    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? Availability { get; init; }

    public List<string> Communities { get; init; } = [];

    public List<SeedExperience> Experience { get; init; } = [];

    /// <summary>Parts of the profile that are shown to others than consents.json says; "nobody" hides one.</summary>
    public Dictionary<string, string> Shown { get; init; } = [];
}

internal sealed record SeedExperience(string Title, string? Place, int? From, int? Until, string? Note);

/// <summary>What people of the demo council allow unless their own entry says otherwise.</summary>
internal sealed record SeedConsents(int Wording, DateTimeOffset GivenAt, DateOnly ExpiresOn, Dictionary<string, string> Shown, List<string> NotFound);

internal sealed record SeedTerm(string Name, DateOnly From, DateOnly Until);

internal sealed record SeedAssignment(string Person, int Order, DateOnly From, DateOnly? Until);

internal sealed record SeedSeat(int Number, string Category, int DeputyPlaces, List<SeedAssignment> Holders, List<SeedAssignment> Deputies);

internal sealed record SeedRule(string Name, bool Allowed, string Source);

internal sealed record SeedCouncil(List<SeedTerm> Terms, List<SeedRule>? Rules, List<SeedSeat> Seats);

internal sealed record SeedMembership(string Person, string Organization, string Role, DateOnly From, DateOnly? Until);

internal sealed record SeedPart(string Id, string Role);

internal sealed record SeedEvent(
    string Id, string Title, string Kind, string Start, string? End, string Description,
    List<string> Topics, List<SeedPart> Organizations, List<SeedPart> People);

internal sealed record SeedCollection(string Id, string Title, string Introduction, string? MadeBy, List<string> Articles);

internal sealed record SeedAccount(string Email, string Role, string? Person);

internal sealed record SeedCapacity(string Kind, int? Seat, string? Organization);

internal sealed record SeedPost(string Author, DateTimeOffset At, string Language, SeedCapacity Capacity, string Text)
{
    /// <summary>People whom it helped.</summary>
    public List<string> Helpful { get; init; } = [];
}

internal sealed record SeedEndorsement(string Person, string By, string Topic, DateTimeOffset At, string Language, string Text);

internal sealed record SeedDiscussion(
    string Id, string Title, string Language, string? Topic, string? Organization, string? Event, string? Article, string Audience,
    string? StartedBy, DateTimeOffset StartedAt, DateTimeOffset? ClosedAt, string Introduction, List<SeedPost> Posts);
