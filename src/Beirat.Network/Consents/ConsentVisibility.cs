using Beirat.Network.Common;
using Beirat.Network.Data;

namespace Beirat.Network.Consents;

/// <summary>The one place that says which consents hold, and for whom.</summary>
internal static class ConsentVisibility
{
    /// <summary>Consents that allow something today.</summary>
    public static IQueryable<Consent> Holding(this IQueryable<Consent> consents, DateOnly today) =>
        consents.Where(c => c.WithdrawnAt == null && (c.ExpiresOn == null || c.ExpiresOn >= today));

    /// <summary>Ids of the people who show this part of their profile to the viewer. Lists narrow and count by these only.</summary>
    public static IQueryable<Guid> PeopleShowing(this NetworkDb db, ProfileField field, Viewer viewer, DateOnly today) =>
        db.PeopleAllowing(ConsentPurpose.Showing, field, viewer, today);

    /// <summary>Ids of the people who want to be found by this part of their profile by the viewer.</summary>
    public static IQueryable<Guid> PeopleFoundBy(this NetworkDb db, ProfileField field, Viewer viewer, DateOnly today) =>
        db.PeopleAllowing(ConsentPurpose.Finding, field, viewer, today);

    /// <summary>What each of these people shows to the viewer: one query, however many they are.</summary>
    public static IQueryable<Consent> Shown(this NetworkDb db, IReadOnlyCollection<Guid> people, Viewer viewer, DateOnly today) =>
        db.Consents.Holding(today)
            .Where(c => people.Contains(c.PersonId) && c.Purpose == ConsentPurpose.Showing && viewer.Audiences.Contains(c.Audience));

    private static IQueryable<Guid> PeopleAllowing(this NetworkDb db, ConsentPurpose purpose, ProfileField field, Viewer viewer, DateOnly today) =>
        db.Consents.Holding(today).Where(c => c.Field == field && c.Purpose == purpose && viewer.Audiences.Contains(c.Audience)).Select(c => c.PersonId);
}
