namespace Beirat.Network.Organizations;

/// <summary>What an organisation is. The council itself is one too (OParl 1.1, Organization).</summary>
public enum OrganizationKind
{
    Council,
    Office,
    Federation,
    MigrantOrganization,
    CulturalCircle,
    Association,
}

/// <summary>A body, office, federation or association that people belong to (OParl 1.1, Organization).</summary>
public sealed class Organization
{
    private readonly List<OrganizationTopic> _topics = [];
    private readonly List<string> _languages = [];

    private Organization() { }

    public Organization(Guid id, string slug, string name, OrganizationKind kind)
    {
        (Id, Slug, Kind) = (id, slug, kind);
        Rename(name, null);
    }

    public Guid Id { get; private set; }

    public string Slug { get; private set; } = string.Empty;

    /// <summary>The id under which another system knows the organisation; importing it again updates the entry.</summary>
    public string? ExternalId { get; private set; }

    public string Name { get; private set; } = string.Empty;

    public string? ShortName { get; private set; }

    /// <summary>Folded name, the key that lists are sorted and paged by.</summary>
    public string SortName { get; private set; } = string.Empty;

    public OrganizationKind Kind { get; private set; }

    /// <summary>Markdown.</summary>
    public string Description { get; private set; } = string.Empty;

    /// <summary>Year of foundation.</summary>
    public int? Founded { get; private set; }

    public string? District { get; private set; }

    /// <summary>How the organisation itself is reached: what it makes public, not what its people do.</summary>
    public string Email { get; private set; } = string.Empty;

    public string Phone { get; private set; } = string.Empty;

    /// <summary>Address of its website; https or http.</summary>
    public string Website { get; private set; } = string.Empty;

    /// <summary>Where and when it meets, in a line.</summary>
    public string MeetingPoint { get; private set; } = string.Empty;

    /// <summary>The organisation that this one belongs to.</summary>
    public Guid? PartOfId { get; private set; }

    public int Version { get; private set; }

    /// <summary>BCP 47 tags of the languages that are spoken there.</summary>
    public IReadOnlyList<string> Languages => _languages;

    public IReadOnlyList<OrganizationTopic> Topics => _topics;

    /// <summary>Migrant organisations, cultural circles and associations: those who have a representative in the council.</summary>
    public static readonly OrganizationKind[] CommunityKinds =
        [OrganizationKind.MigrantOrganization, OrganizationKind.CulturalCircle, OrganizationKind.Association];

    public void Rename(string name, string? shortName) =>
        (Name, ShortName, SortName) = (name, shortName, Common.Slug.Fold(name));

    public void Describe(string description, int? founded, string? district, IEnumerable<string> languages)
    {
        (Description, Founded, District) = (description, founded, district);
        _languages.Clear();
        _languages.AddRange(languages.Distinct());
    }

    internal void MoveTo(string slug) => Slug = slug;

    public void BeKnownAs(string? externalId) => ExternalId = externalId;

    public void BeOf(OrganizationKind kind) => Kind = kind;

    public void BeReached(OrganizationContact contact) => (Email, Phone, Website, MeetingPoint) = contact;

    public void BelongTo(Guid? organization) =>
        PartOfId = organization != Id ? organization : throw new InvalidOperationException("An organisation is not part of itself.");

    public void WorkOnlyOn(IReadOnlyCollection<Guid> topics)
    {
        _topics.RemoveAll(t => !topics.Contains(t.TopicId));
        foreach (var topic in topics) WorkOn(topic);
    }

    public void WorkOn(Guid topicId)
    {
        if (_topics.All(t => t.TopicId != topicId)) _topics.Add(new OrganizationTopic(Id, topicId));
    }
}

/// <summary>How an organisation is reached; each may be empty.</summary>
public sealed record OrganizationContact(string Email, string Phone, string Website, string MeetingPoint);

/// <summary>A topic that an organisation works on.</summary>
public sealed class OrganizationTopic
{
    private OrganizationTopic() { }

    internal OrganizationTopic(Guid organizationId, Guid topicId) => (OrganizationId, TopicId) = (organizationId, topicId);

    public Guid OrganizationId { get; private set; }

    public Guid TopicId { get; private set; }
}
