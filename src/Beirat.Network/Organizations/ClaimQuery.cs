using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Organizations;

/// <summary>A claim as staff and the one who made it see it.</summary>
public sealed record ClaimView(
    Guid Id, NamedLink Person, NamedLink Organization, MembershipRole Role, DateOnly Since, string Note, DateTimeOffset MadeAt,
    ClaimState State, DateTimeOffset? DecidedAt, string Reason);

/// <summary>Claims of roles in organisations.</summary>
public sealed class ClaimQuery
{
    private const int Shown = 100;

    private readonly NetworkDb _db;

    internal ClaimQuery(NetworkDb db) => _db = db;

    /// <summary>Claims that wait for a decision, oldest first. Empty for everybody but staff.</summary>
    public async Task<IReadOnlyList<ClaimView>> OpenAsync(Viewer viewer, CancellationToken cancellation = default) => viewer.IsStaff
        ? await Views(_db.OrganizationClaims.Where(c => c.State == ClaimState.Open).OrderBy(c => c.MadeAt).Take(Shown)).ToListAsync(cancellation)
        : [];

    /// <summary>How many wait for a decision; 0 for everybody but staff.</summary>
    public async Task<int> CountAsync(Viewer viewer, CancellationToken cancellation = default) =>
        viewer.IsStaff ? await _db.OrganizationClaims.CountAsync(c => c.State == ClaimState.Open, cancellation) : 0;

    /// <summary>The viewer's own claims, newest first.</summary>
    public async Task<IReadOnlyList<ClaimView>> OwnAsync(Viewer viewer, CancellationToken cancellation = default) => viewer.PersonId is { } person
        ? await Views(_db.OrganizationClaims.Where(c => c.PersonId == person).OrderByDescending(c => c.MadeAt).Take(Shown)).ToListAsync(cancellation)
        : [];

    private IQueryable<ClaimView> Views(IQueryable<OrganizationClaim> claims) =>
        from c in claims.AsNoTracking()
        join p in _db.People on c.PersonId equals p.Id
        join o in _db.Organizations on c.OrganizationId equals o.Id
        select new ClaimView(
            c.Id, new NamedLink(p.Slug, p.Name), new NamedLink(o.Slug, o.Name), c.Role, c.Since, c.Note, c.MadeAt, c.State, c.DecidedAt, c.Reason);
}
