using Beirat.Network.Data;
using Beirat.Network.People;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Council;

/// <summary>People who were put on record for a change of a seat and of whom nothing else is known.</summary>
internal static class AddedPeople
{
    /// <summary>Those whom a change that is taken back leaves without any trace: no place, role, account, text or consent.</summary>
    public static async Task<List<Person>> AddedForAsync(this NetworkDb db, MandateChange change, CancellationToken cancellation)
    {
        var begun = change.Steps.Where(s => s.IsNew).ToList();
        var (people, places) = (begun.ConvertAll(s => s.PersonId), begun.ConvertAll(s => s.AssignmentId));
        return await db.People.Where(p => people.Contains(p.Id) && p.ExternalId == null && p.ErasedAt == null && p.Headline == "" && p.About == "" && p.Email == "")
            .Where(p => !db.SeatAssignments.Any(a => a.PersonId == p.Id && !places.Contains(a.Id))
                && !db.MandateChanges.Any(c => c.Id != change.Id && c.Steps.Any(s => s.PersonId == p.Id))
                && !db.Handovers.Any(h => h.PersonId == p.Id) && !db.Users.Any(a => a.PersonId == p.Id))
            .Where(p => !db.Memberships.Any(m => m.PersonId == p.Id) && !db.OrganizationClaims.Any(c => c.PersonId == p.Id)
                && !db.Consents.Any(c => c.PersonId == p.Id) && !db.Photos.Any(f => f.PersonId == p.Id)
                && !db.Events.Any(e => e.People.Any(x => x.PersonId == p.Id)))
            .Where(p => !db.Articles.Any(a => a.AuthorId == p.Id || a.CaretakerId == p.Id) && !db.Discussions.Any(d => d.StartedById == p.Id)
                && !db.Posts.Any(x => x.AuthorId == p.Id) && !db.Conversations.Any(c => c.ToPersonId == p.Id) && !db.OutgoingMails.Any(m => m.PersonId == p.Id))
            .Where(p => !db.AdviceAssignments.Any(a => a.PersonId == p.Id || a.HintToId == p.Id))
            .ToListAsync(cancellation);
    }
}
