using Beirat.Network.AdviceRequests;
using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Data;
using Beirat.Network.Organizations;
using Beirat.Network.Outbox;
using Beirat.Network.Search;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.People;

/// <summary>
/// A person is a hit; what they claim, work as and do in organisations is evidence for them. For each level of trust
/// there is a document with what the person wants to be found by there, and nothing else: a word that is kept from a
/// level finds nothing, counts nothing and is in no snippet there.
/// </summary>
internal sealed class PersonDocuments(TimeProvider time) : ISubjectDocuments
{
    public SubjectKind Kind => SubjectKind.Person;

    public Task<List<Guid>> IdsAsync(NetworkDb db, Guid? after, int count, CancellationToken cancellation) =>
        db.People.Select(p => p.Id).Paged(after, count).ToListAsync(cancellation);

    public async Task<IReadOnlyList<IndexedDocument>> OfAsync(
        NetworkDb db, IReadOnlyCollection<Guid> ids, TopicScheme topics, CancellationToken cancellation)
    {
        var today = time.Today();
        var people = await db.People.AsNoTracking()
            .Include(p => p.Languages).Include(p => p.Professions).Include(p => p.Topics).Include(p => p.Experience)
            .Where(p => ids.Contains(p.Id) && p.ErasedAt == null).ToListAsync(cancellation);
        var consents = await db.Consents.AsNoTracking().Holding(today).Where(c => ids.Contains(c.PersonId)).ToListAsync(cancellation);
        var seated = await db.SeatAssignments.Where(a => ids.Contains(a.PersonId) && a.From <= today && (a.Until == null || a.Until >= today))
            .Select(a => a.PersonId).Distinct().ToListAsync(cancellation);
        var roles = await (
            from m in db.Memberships
            join o in db.Organizations on m.OrganizationId equals o.Id
            where ids.Contains(m.PersonId) && m.From <= today && (m.Until == null || m.Until >= today)
            select new PersonRole(m.Id, m.PersonId, o.Id, o.Slug, o.Name, o.Description, m.Role, m.From, o.Topics.Select(t => t.TopicId).ToList()))
            .ToListAsync(cancellation);
        var endorsements = await db.Endorsements.AsNoTracking().Where(e => ids.Contains(e.PersonId)).ToListAsync(cancellation);
        var answered = await db.Answered().Where(a => ids.Contains(a.PersonId)).ToListAsync(cancellation);
        var requests = answered.Select(a => a.RequestId).Distinct().ToList();
        var topicsOf = (await db.Set<AdviceTopic>().Where(t => requests.Contains(t.RequestId)).ToListAsync(cancellation)).ToLookup(t => t.RequestId, t => t.TopicId);
        var answersOf = answered.ToLookup(a => a.PersonId, a => new PersonAnswer(a.RequestId, AnsweredRequestSight.MonthOf(a.DeliveredAt), [.. topicsOf[a.RequestId]]));
        var endorsementsOf = endorsements.ToLookup(e => e.PersonId);
        var rolesOf = roles.ToLookup(r => r.PersonId);
        var consentsOf = consents.ToLookup(c => c.PersonId);
        return [.. people.SelectMany(p => new FindablePerson(p, [.. rolesOf[p.Id]], [.. consentsOf[p.Id]], [.. endorsementsOf[p.Id]], [.. answersOf[p.Id]], seated.Contains(p.Id), topics).Documents())];
    }
}

/// <summary>A request that somebody helped to answer, as far as everybody may know it.</summary>
internal sealed record PersonAnswer(Guid RequestId, DateOnly Month, List<Guid> Topics);

internal sealed record PersonRole(
    Guid Id, Guid PersonId, Guid OrganizationId, string Slug, string Organization, string Description, MembershipRole Kind, DateOnly From, List<Guid> Topics);
