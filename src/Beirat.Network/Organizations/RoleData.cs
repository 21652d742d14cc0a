using Beirat.Network.Data;
using Beirat.Network.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Organizations;

/// <summary>Roles in organisations, and those that somebody claimed to have.</summary>
internal sealed class RoleData : IPersonalData
{
    public async Task ExportAsync(NetworkDb db, DataSubject who, PersonalExport export, CancellationToken cancellation)
    {
        var roles = await (
            from m in db.Memberships
            join o in db.Organizations on m.OrganizationId equals o.Id
            where m.PersonId == who.PersonId
            orderby m.From
            select new { o.Name, m.Role, m.From, m.Until }).ToListAsync(cancellation);
        var claims = await (
            from c in db.OrganizationClaims
            join o in db.Organizations on c.OrganizationId equals o.Id
            where c.PersonId == who.PersonId
            orderby c.MadeAt
            select new { o.Name, c.Role, c.Since, c.Note, c.MadeAt, c.State, c.DecidedAt, c.Reason }).ToListAsync(cancellation);
        export.Add("roles", roles.Select(r => new PersonalEntry().With("organization", r.Name).With("role", r.Role).With("from", r.From).With("until", r.Until)));
        export.Add("claims", claims.Select(c => new PersonalEntry().With("organization", c.Name).With("role", c.Role).With("from", c.Since).With("note", c.Note)
            .With("at", c.MadeAt).With("state", c.State).With("decidedAt", c.DecidedAt).With("reason", c.Reason)));
    }

    public async Task EraseAsync(NetworkDb db, DataSubject who, CancellationToken cancellation)
    {
        db.Memberships.RemoveRange(await db.Memberships.Where(m => m.PersonId == who.PersonId).ToListAsync(cancellation));
        db.OrganizationClaims.RemoveRange(await db.OrganizationClaims.Where(c => c.PersonId == who.PersonId).ToListAsync(cancellation));
        await db.OrganizationClaims.Where(c => c.DecidedBy != null && who.AccountIds.Contains(c.DecidedBy.Value))
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.DecidedBy, (Guid?)null), cancellation);
    }
}
