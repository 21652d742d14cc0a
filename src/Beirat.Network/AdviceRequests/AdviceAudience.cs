using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Organizations;

namespace Beirat.Network.AdviceRequests;

/// <summary>Who sees which request. The one place that decides it.</summary>
internal static class AdviceAudience
{
    /// <summary>
    /// The office sees all; who wrote, and whoever speaks for the same organisation today, theirs; who is asked, as long
    /// as they are in the council. Others see what is for the board as members, and what is public once it was delivered.
    /// </summary>
    public static IQueryable<AdviceRequest> VisibleTo(this IQueryable<AdviceRequest> requests, Viewer viewer, NetworkDb db, DateOnly today)
    {
        if (viewer.IsStaff) return requests;
        var member = viewer.Sees(Audience.Members);
        var (account, person) = (viewer.AccountId, viewer.AccountId is null ? null : viewer.PersonId);
        var offices = db.SpokenForBy(person, today);
        return requests.Where(r =>
            (account != null && r.AccountId == account)
            || (r.OrganizationId != null && offices.Contains(r.OrganizationId.Value))
            || (member && (r.Confidentiality != AdviceConfidentiality.Internal || (person != null && r.Assignments.Any(a => a.PersonId == person))))
            || (r.Confidentiality == AdviceConfidentiality.Public && (r.State == AdviceState.Delivered || r.State == AdviceState.Replied)));
    }

    /// <summary>The requests of the viewer: written by them, or for an organisation that they speak for today.</summary>
    public static IQueryable<AdviceRequest> AskedBy(this IQueryable<AdviceRequest> requests, Viewer viewer, NetworkDb db, DateOnly today)
    {
        var (account, person) = (viewer.AccountId, viewer.AccountId is null ? null : viewer.PersonId);
        var offices = db.SpokenForBy(person, today);
        return requests.Where(r => account != null && (r.AccountId == account || (r.OrganizationId != null && offices.Contains(r.OrganizationId.Value))));
    }

    /// <summary>Those in which the viewer is asked, while in the council.</summary>
    public static IQueryable<AdviceRequest> PutTo(this IQueryable<AdviceRequest> requests, Viewer viewer)
    {
        var person = viewer.AccountId is not null && viewer.Sees(Audience.Members) ? viewer.PersonId : null;
        return requests.Where(r => person != null && r.Assignments.Any(a => a.PersonId == person));
    }

    /// <summary>Organisations that a person speaks for today.</summary>
    public static IQueryable<Guid> SpokenForBy(this NetworkDb db, Guid? person, DateOnly today) => db.Memberships
        .Where(m => person != null && m.PersonId == person && m.From <= today && (m.Until == null || m.Until >= today) && Membership.SpeakingRoles.Contains(m.Role))
        .Select(m => m.OrganizationId);

    /// <summary>People who speak for one of the organisations today.</summary>
    public static IQueryable<Guid> SpeakingFor(this NetworkDb db, IQueryable<Guid?> organizations, DateOnly today) => db.Memberships
        .Where(m => organizations.Contains(m.OrganizationId) && m.From <= today && (m.Until == null || m.Until >= today) && Membership.SpeakingRoles.Contains(m.Role))
        .Select(m => m.PersonId);

    /// <summary>True for an adviser who accepted, and for the office: they write the draft.</summary>
    public static bool MayWrite(this AdviceRequest request, Viewer viewer) => viewer.IsStaff || request.OwnAssignment(viewer) is { Answer: AdviceAnswer.Accepted };

    /// <summary>The place of the viewer among those who are asked; null without one, and after the mandate.</summary>
    public static AdviceAssignment? OwnAssignment(this AdviceRequest request, Viewer viewer) =>
        viewer.AccountId is null || viewer.PersonId is not { } person || !viewer.Sees(Audience.Members)
            ? null
            : request.Assignments.FirstOrDefault(a => a.PersonId == person);
}
