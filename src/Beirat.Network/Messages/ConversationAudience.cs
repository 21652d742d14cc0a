using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Data;
using Beirat.Network.Organizations;
using Beirat.Network.People;

namespace Beirat.Network.Messages;

internal static class ConversationAudience
{
    /// <summary>
    /// Whom this viewer may write to: the one place that decides it, for the forms and for the links to them. Without
    /// an organisation: whoever has a seat or a deputy's place in the council today. With one: whoever belongs to it
    /// today and has such a place or a role that speaks for it, and shows that role. Each only as far as they take
    /// messages from the viewer's audience. Nobody writes to themselves.
    /// </summary>
    public static IQueryable<Person> MayBeWrittenTo(this IQueryable<Person> people, Viewer viewer, NetworkDb db, DateOnly today, Guid? organization = null)
    {
        var taking = db.PeopleShowing(ProfileField.Messages, viewer, today);
        var others = people.Where(p => (viewer.PersonId == null || p.Id != viewer.PersonId) && taking.Contains(p.Id));
        var seated = db.SeatAssignments.Where(a => a.From <= today && (a.Until == null || a.Until >= today));
        if (organization is not { } about) return others.Where(p => seated.Any(a => a.PersonId == p.Id));
        var showing = db.PeopleShowing(ProfileField.Roles, viewer, today);
        return others.Where(p => showing.Contains(p.Id) && db.Memberships.Any(m =>
            m.PersonId == p.Id && m.OrganizationId == about && m.From <= today && (m.Until == null || m.Until >= today)
            && (Membership.SpeakingRoles.Contains(m.Role) || seated.Any(a => a.PersonId == p.Id))));
    }

    /// <summary>Conversations that this viewer is one of the two in.</summary>
    public static IQueryable<Conversation> VisibleTo(this IQueryable<Conversation> conversations, Viewer viewer)
    {
        var (account, person) = (viewer.AccountId, viewer.PersonId);
        return conversations.Where(c => account != null && ((person != null && c.ToPersonId == person) || c.SenderAccountId == account));
    }

    /// <summary>The recipient's own: only they close and delete.</summary>
    public static IQueryable<Conversation> ReceivedBy(this IQueryable<Conversation> conversations, Viewer viewer)
    {
        var person = viewer.AccountId is null ? null : viewer.PersonId;
        return conversations.Where(c => person != null && c.ToPersonId == person);
    }

    public static IQueryable<Conversation> BehindLink(this IQueryable<Conversation> conversations, NetworkDb db, string? secret)
    {
        var hash = ConversationLink.LooksLikeSecret(secret) ? ConversationLink.HashOf(secret!) : string.Empty;
        return conversations.Where(c => db.ConversationLinks.Any(l => l.Hash == hash && l.ConversationId == c.Id));
    }

    public static Side SideOf(this Viewer viewer, Conversation conversation) =>
        viewer.AccountId is not null && viewer.PersonId == conversation.ToPersonId ? Side.Recipient : Side.Sender;
}
