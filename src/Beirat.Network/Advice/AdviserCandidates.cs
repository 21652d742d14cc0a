using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Council;
using Beirat.Network.Data;
using Beirat.Network.People;

namespace Beirat.Network.Advice;

/// <summary>Those who advise, narrowed by what they let themselves be found by: a filter must not tell what somebody hides.</summary>
internal static class AdviserCandidates
{
    // Uses are kept as words; a use is among those that name it, alone or beside others.
    private static readonly LanguageUses[] AllUses = [.. Enumerable.Range(0, 8).Select(u => (LanguageUses)u)];

    /// <summary>Who holds a seat or deputises for one today, as an expert member.</summary>
    public static IQueryable<Person> Experts(this NetworkDb db, DateOnly today)
    {
        var seated = from a in db.SeatAssignments
                     join s in db.Seats on a.SeatId equals s.Id
                     where s.Category == SeatCategory.ExpertMember && a.From <= today && (a.Until == null || a.Until >= today)
                     select a.PersonId;
        return db.People.Where(p => seated.Contains(p.Id));
    }

    public static IQueryable<Person> Candidates(this NetworkDb db, Viewer viewer, AdviserRequest request, DateOnly today)
    {
        var people = db.Experts(today);
        if (request.Only is { } only) people = people.Where(p => only.Contains(p.Slug));
        if (!string.IsNullOrEmpty(request.Language) || request.Use != LanguageUses.None)
        {
            var found = db.PeopleFoundBy(ProfileField.Languages, viewer, today);
            var uses = AllUses.Where(u => u.HasFlag(request.Use)).ToList();
            var (language, any) = (request.Language, string.IsNullOrEmpty(request.Language));
            people = people.Where(p => p.Languages.Any(l => (any || l.Code == language) && uses.Contains(l.Uses)) && found.Contains(p.Id));
        }

        if (!string.IsNullOrEmpty(request.District))
        {
            var found = db.PeopleFoundBy(ProfileField.Districts, viewer, today);
            people = people.Where(p => p.Districts.Contains(request.District) && found.Contains(p.Id));
        }

        if (!string.IsNullOrEmpty(request.Organization))
        {
            var members = from m in db.Memberships
                          join o in db.Organizations on m.OrganizationId equals o.Id
                          where o.Slug == request.Organization && m.From <= today && (m.Until == null || m.Until >= today)
                          select m.PersonId;
            var found = db.PeopleFoundBy(ProfileField.Roles, viewer, today);
            people = people.Where(p => members.Contains(p.Id) && found.Contains(p.Id));
        }

        if (request.OnlyAvailable)
        {
            // Whoever does not show it is neither here nor away.
            var showing = db.PeopleShowing(ProfileField.Availability, viewer, today);
            people = people.Where(p => !(p.AbsentFrom <= today && p.AbsentUntil >= today && showing.Contains(p.Id)));
        }

        return people;
    }
}
