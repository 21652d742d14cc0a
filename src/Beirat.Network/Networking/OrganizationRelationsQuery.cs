using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Networking;

/// <summary>A relation as one of the two organisations sees it; outgoing: from this organisation to the other.</summary>
public sealed record OrganizationLink(NamedLink Other, OrganizationRelationKind Kind, bool Outgoing, DateOnly? Since);

/// <summary>How an organisation is connected to others today, in both directions.</summary>
public sealed class OrganizationRelationsQuery
{
    private const int Shown = 100;

    private readonly NetworkDb _db;
    private readonly TimeProvider _time;

    internal OrganizationRelationsQuery(NetworkDb db, TimeProvider time) => (_db, _time) = (db, time);

    public async Task<IReadOnlyList<OrganizationLink>> RunAsync(string slug, CancellationToken cancellation = default)
    {
        var today = _time.Today();
        return await (
            from r in _db.OrganizationRelations
            join first in _db.Organizations on r.FromId equals first.Id
            join second in _db.Organizations on r.ToId equals second.Id
            where (first.Slug == slug || second.Slug == slug) && (r.From == null || r.From <= today) && (r.Until == null || r.Until >= today)
            orderby first.Slug == slug descending, r.Kind, first.SortName, second.SortName
            select first.Slug == slug
                ? new OrganizationLink(new NamedLink(second.Slug, second.Name), r.Kind, true, r.From)
                : new OrganizationLink(new NamedLink(first.Slug, first.Name), r.Kind, false, r.From))
            .Take(Shown).ToListAsync(cancellation);
    }
}
