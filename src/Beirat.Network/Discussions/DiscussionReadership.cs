using Beirat.Network.Accounts;
using Beirat.Network.AdviceRequests;
using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Organizations;
using Beirat.Network.People;

namespace Beirat.Network.Discussions;

/// <summary>Who may read a thread, by the records of a day: what accounts may do follows from the same records.</summary>
internal static class DiscussionReadership
{
    public static IQueryable<Person> ReadersOf(this NetworkDb db, Discussion discussion, DateOnly today)
    {
        var id = discussion.Id;
        var known = db.People.Where(p => p.ErasedAt == null);
        var staff = db.Office();
        if (discussion.IsCircle || discussion.AdviceRequestId is not null)
        {
            // Of a request also whoever speaks for the organisation that asked.
            var speaking = db.SpeakingFor(db.AdviceRequests.Where(r => r.Id == discussion.AdviceRequestId).Select(r => r.OrganizationId), today);
            return known.Where(p => staff.Contains(p.Id) || speaking.Contains(p.Id) || db.Discussions.Any(d => d.Id == id && d.Readers.Any(r => r.PersonId == p.Id)));
        }

        return discussion.Audience == Audience.Public ? known : db.ReadersOf(discussion.Audience, today);
    }

    /// <summary>Those of an audience that is not everybody.</summary>
    public static IQueryable<Person> ReadersOf(this NetworkDb db, Audience audience, DateOnly today)
    {
        var known = db.People.Where(p => p.ErasedAt == null);
        var staff = db.Office();
        if (audience == Audience.Staff) return known.Where(p => staff.Contains(p.Id));
        var members = db.Members(today).Select(p => p.Id);
        if (audience == Audience.Members) return known.Where(p => staff.Contains(p.Id) || members.Contains(p.Id));
        return known.Where(p => staff.Contains(p.Id) || members.Contains(p.Id) || db.Memberships.Any(m =>
            m.PersonId == p.Id && m.From <= today && (m.Until == null || m.Until >= today) && Membership.SpeakingRoles.Contains(m.Role)));
    }

    private static IQueryable<Guid> Office(this NetworkDb db) => db.Users
        .Where(a => a.PersonId != null && (a.Roles.Contains(AccountRole.Staff) || a.Roles.Contains(AccountRole.Administrator))).Select(a => a.PersonId!.Value);
}
