using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Data;

namespace Beirat.Network.People;

internal static class PersonVisibility
{
    /// <summary>
    /// Who may see that a person has a page: everybody while the person sits in the council today, which is public; else
    /// those to whom the person shows a role in an organisation, or agreed to stay findable; staff always. What the page
    /// then holds is decided part by part (<see cref="Disclosure"/>).
    /// </summary>
    public static IQueryable<Person> VisibleTo(this IQueryable<Person> people, Viewer viewer, NetworkDb db, DateOnly today)
    {
        people = people.Where(p => p.ErasedAt == null);
        if (viewer.IsStaff) return people;
        var showingRoles = db.PeopleShowing(ProfileField.Roles, viewer, today);
        return people.Where(p =>
            db.SeatAssignments.Any(a => a.PersonId == p.Id && a.From <= today && (a.Until == null || a.Until >= today)) ||
            (db.Memberships.Any(m => m.PersonId == p.Id && m.From <= today && (m.Until == null || m.Until >= today)) && showingRoles.Contains(p.Id)) ||
            db.Consents.Any(c => c.PersonId == p.Id && c.Purpose == ConsentPurpose.AfterMandate && c.WithdrawnAt == null
                && (c.ExpiresOn == null || c.ExpiresOn >= today) && viewer.Audiences.Contains(c.Audience)) ||
            (viewer.PersonId != null && p.Id == viewer.PersonId));
    }
}
