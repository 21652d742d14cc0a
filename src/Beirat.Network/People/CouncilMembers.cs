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
        db.SeatAssignments.Any(a => a.PersonId == p.Id && a.From <= today && (a.Until == null || a.Until >= today)));

    /// <summary>Narrows to what people show to the viewer. A filter answers by that alone: else it could be asked what somebody hides.</summary>
    public static IQueryable<Person> Narrow(
        this IQueryable<Person> people, NetworkDb db, Viewer viewer, PersonFilter filter, TopicNames names, DateOnly today)
    {
        if (names.BySlug(filter.Topic) is { } topic)
        {
            var wanted = names.WithNarrower(topic.Id);
            var showing = db.PeopleShowing(ProfileField.Topics, viewer, today);
            people = people.Where(p => p.Topics.Any(t => wanted.Contains(t.TopicId)) && showing.Contains(p.Id));
        }

        if (!string.IsNullOrEmpty(filter.Language))
        {
            var showing = db.PeopleShowing(ProfileField.Languages, viewer, today);
            people = people.Where(p => p.Languages.Any(l => l.Code == filter.Language) && showing.Contains(p.Id));
        }

        if (!string.IsNullOrEmpty(filter.District))
        {
            var showing = db.PeopleShowing(ProfileField.Districts, viewer, today);
            people = people.Where(p => p.Districts.Contains(filter.District) && showing.Contains(p.Id));
        }

        return people;
    }
}
