using Beirat.Network.Common;
using Beirat.Network.Council;
using Beirat.Network.Data;
using Beirat.Network.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Discussions;

/// <summary>In whose name a viewer may speak today.</summary>
public sealed class CapacityQuery
{
    private readonly NetworkDb _db;
    private readonly TimeProvider _time;

    internal CapacityQuery(NetworkDb db, TimeProvider time) => (_db, _time) = (db, time);

    /// <summary>The choices, the usual one first; speaking privately is always among them.</summary>
    public async Task<IReadOnlyList<Capacity>> RunAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        if (viewer.PersonId is not { } person) return [Capacity.Private];
        var today = _time.Today();
        var seats = (await _db.FunctionsOfAsync([person], today, cancellation))[person];
        var roles = await (
            from m in _db.Memberships
            join o in _db.Organizations on m.OrganizationId equals o.Id
            where m.PersonId == person && m.From <= today && (m.Until == null || m.Until >= today) && Membership.SpeakingRoles.Contains(m.Role)
            orderby o.SortName
            select new Capacity(CapacityKind.Organization, null, o.Id, o.Name, m.Role)).ToListAsync(cancellation);
        return
        [
            .. seats.Select(s => new Capacity(s.IsDeputy ? CapacityKind.Deputy : CapacityKind.Member, s.Number)),
            .. roles.DistinctBy(r => r.OrganizationId),
            Capacity.Private,
        ];
    }
}
