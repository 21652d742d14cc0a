namespace Beirat.Network.Events;

/// <summary>What an organisation does at an event.</summary>
public enum OrganizationPart
{
    Host,
    Partner,
    Guest,
}

/// <summary>What a person does at an event.</summary>
public enum PersonPart
{
    Organizer,
    Speaker,
    Moderator,
    Panel,
    Participant,
}

/// <summary>A topic of an event.</summary>
public sealed class EventTopic
{
    private EventTopic() { }

    internal EventTopic(Guid eventId, Guid topicId) => (EventId, TopicId) = (eventId, topicId);

    public Guid EventId { get; private set; }

    public Guid TopicId { get; private set; }
}

/// <summary>An organisation that takes part.</summary>
public sealed class EventOrganization
{
    private EventOrganization() { }

    internal EventOrganization(Guid eventId, Guid organizationId, OrganizationPart part) =>
        (EventId, OrganizationId, Part) = (eventId, organizationId, part);

    public Guid EventId { get; private set; }

    public Guid OrganizationId { get; private set; }

    public OrganizationPart Part { get; private set; }
}

/// <summary>A person who takes part.</summary>
public sealed class EventPerson
{
    private EventPerson() { }

    internal EventPerson(Guid eventId, Guid personId, PersonPart part) => (EventId, PersonId, Part) = (eventId, personId, part);

    public Guid EventId { get; private set; }

    public Guid PersonId { get; private set; }

    public PersonPart Part { get; private set; }
}
