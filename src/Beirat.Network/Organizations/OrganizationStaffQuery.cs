using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Organizations;

/// <summary>A dated role, as staff keeps it.</summary>
public sealed record KeptMembership(Guid Id, NamedLink Person, MembershipRole Role, DateOnly From, DateOnly? Until);

/// <summary>A relation, as staff keeps it. <see cref="Outgoing"/>: from this organisation to the other.</summary>
public sealed record KeptRelation(Guid Id, NamedLink Other, OrganizationRelationKind Kind, bool Outgoing, DateOnly? From, DateOnly? Until);

/// <summary>The records of an organisation, past ones included, for those who keep them.</summary>
public sealed record OrganizationRecords(
    NamedLink Organization, OrganizationKind Kind, IReadOnlyList<KeptMembership> Memberships, IReadOnlyList<KeptRelation> Relations, bool HasMore);

/// <inheritdoc cref="OrganizationRecords"/>
public sealed class OrganizationStaffQuery
{
    private const int Shown = 200;

    private readonly NetworkDb _db;

    internal OrganizationStaffQuery(NetworkDb db) => _db = db;

    /// <summary>Null when there is no such organisation, and for everybody but staff.</summary>
    public async Task<OrganizationRecords?> RunAsync(Viewer viewer, string slug, CancellationToken cancellation = default)
    {
        if (!viewer.IsStaff) return null;
        var organization = await _db.Organizations.Where(o => o.Slug == slug).Select(o => new { o.Id, o.Slug, o.Name, o.Kind }).FirstOrDefaultAsync(cancellation);
        if (organization is null) return null;
        var memberships = await (
            from m in _db.Memberships
            join p in _db.People on m.PersonId equals p.Id
            where m.OrganizationId == organization.Id
            orderby m.Until == null descending, p.SortName, m.From
            select new KeptMembership(m.Id, new NamedLink(p.Slug, p.Name), m.Role, m.From, m.Until)).Take(Shown + 1).ToListAsync(cancellation);
        var relations = await (
            from r in _db.OrganizationRelations
            join other in _db.Organizations on r.FromId == organization.Id ? r.ToId : r.FromId equals other.Id
            where r.FromId == organization.Id || r.ToId == organization.Id
            orderby r.Until == null descending, other.SortName
            select new KeptRelation(r.Id, new NamedLink(other.Slug, other.Name), r.Kind, r.FromId == organization.Id, r.From, r.Until)).Take(Shown).ToListAsync(cancellation);
        return new OrganizationRecords(
            new NamedLink(organization.Slug, organization.Name), organization.Kind, [.. memberships.Take(Shown)], relations, memberships.Count > Shown);
    }
}
