using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Data;
using Beirat.Network.Topics;

namespace Beirat.Network.People;

/// <summary>Who sits in the council today, and who of them a filter leaves: the same for lists, counts and pictures.</summary>
internal static class CouncilMembers
{
    /// <summary>The people with a seat or a deputy's place today.</summary>
    public static IQueryable<Person> Members(this NetworkDb db, DateOnly today) => db.People.Where(p =>
        db.SeatAssignments.Where(a => a.From <= today && (a.Until == null || a.Until >= today)).Select(a => a.PersonId).Contains(p.Id));

    /// <summary>Narrows to what people show to the viewer. A filter answers by that alone: else it could be asked what somebody hides.</summary>
    public static IQueryable<Person> Narrow(
        this IQueryable<Person> people, NetworkDb db, Viewer viewer, PersonFilter filter, TopicNames names, DateOnly today)
    {
        // The name alone is public with the seat.
        foreach (var word in SearchedName.Words(filter.Name)) people = people.Where(p => p.SortName.Contains(word));
        if (names.BySlug(filter.Topic) is { } topic)
        {
            var wanted = names.WithNarrower(topic.Id);
            var showing = db.PeopleShowing(ProfileField.Topics, viewer, today);
            people = people.Where(p => p.Topics.Any(t => wanted.Contains(t.TopicId)) && showing.Any(id => id == p.Id));
        }

        if (!string.IsNullOrEmpty(filter.Language))
        {
            var showing = db.PeopleShowing(ProfileField.Languages, viewer, today);
            people = people.Where(p => p.Languages.Any(l => l.Code == filter.Language) && showing.Any(id => id == p.Id));
        }

        if (!string.IsNullOrEmpty(filter.District))
        {
            var showing = db.PeopleShowing(ProfileField.Districts, viewer, today);
            people = people.Where(p => p.Districts.Contains(filter.District) && showing.Any(id => id == p.Id));
        }

        return people;
    }
}
