using Beirat.Network.Common;
using Beirat.Network.Data;

namespace Beirat.Network.People;

internal static class PersonVisibility
{
    /// <summary>
    /// Who may see a person's page: everybody while the person has a role today; staff always. Somebody who left is
    /// not found any more, whatever the address.
    /// </summary>
    public static IQueryable<Person> VisibleTo(this IQueryable<Person> people, Viewer viewer, NetworkDb db, DateOnly today)
    {
        if (viewer.IsStaff) return people;
        return people.Where(p =>
            db.SeatAssignments.Any(a => a.PersonId == p.Id && a.From <= today && (a.Until == null || a.Until >= today)) ||
            db.Memberships.Any(m => m.PersonId == p.Id && m.From <= today && (m.Until == null || m.Until >= today)) ||
            (viewer.PersonId != null && p.Id == viewer.PersonId));
    }
}
