namespace Beirat.Network.Events;

public enum EventKind
{
    Meeting,
    Workshop,
    Training,
    Talk,
    Series,
    Course,
    ParticipationProcess,
}

/// <summary>What kinds of events are.</summary>
public static class EventKinds
{
    /// <summary>Those in which one learns: who took part in one knows something of it.</summary>
    public static readonly IReadOnlyList<EventKind> Courses = [EventKind.Training, EventKind.Course];
}

/// <summary>How exactly a date is known.</summary>
public enum DatePrecision
{
    Day,
    Month,
    Year,
}

/// <summary>Something that took place or will, with who took part in which role.</summary>
public sealed class Event
{
    private readonly List<EventTopic> _topics = [];
    private readonly List<EventOrganization> _organizations = [];
    private readonly List<EventPerson> _people = [];

    private Event() { }

    public Event(Guid id, string slug, string title, EventKind kind, string description) =>
        (Id, Slug, Title, Kind, Description) = (id, slug, title, kind, description);

    public Guid Id { get; private set; }

    public string Slug { get; private set; } = string.Empty;

    public string Title { get; private set; } = string.Empty;

    public EventKind Kind { get; private set; }

    /// <summary>Markdown.</summary>
    public string Description { get; private set; } = string.Empty;

    /// <summary>First day; the first of the month or year where only that is known.</summary>
    public DateOnly Start { get; private set; }

    public DateOnly? End { get; private set; }

    public DatePrecision Precision { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<EventTopic> Topics => _topics;

    public IReadOnlyList<EventOrganization> Organizations => _organizations;

    public IReadOnlyList<EventPerson> People => _people;

    public void TakePlace(DateOnly start, DateOnly? end, DatePrecision precision)
    {
        if (end < start) throw new InvalidOperationException("An event ends after it begins.");
        (Start, End, Precision) = (start, end, precision);
    }

    public void BeAbout(Guid topicId) => _topics.Add(new EventTopic(Id, topicId));

    public void Involve(Guid organizationId, OrganizationPart part) => _organizations.Add(new EventOrganization(Id, organizationId, part));

    public void Name(Guid personId, PersonPart part) => _people.Add(new EventPerson(Id, personId, part));
}
