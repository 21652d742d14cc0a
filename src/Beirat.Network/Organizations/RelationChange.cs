using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Organizations;

/// <summary>Records how an organisation stands to another. By slugs.</summary>
public sealed record RelationStart(string From, string To, OrganizationRelationKind Kind, DateOnly? Since);

/// <summary>Records the last day of a relation; null takes an end back.</summary>
public sealed record RelationEnd(Guid Relation, DateOnly? LastDay);

/// <summary>Relations between organisations, kept by staff.</summary>
public sealed class RelationChangeHandler
{
    private readonly NetworkDb _db;

    internal RelationChangeHandler(NetworkDb db) => _db = db;

    public async Task<Outcome<Guid>> RunAsync(Viewer viewer, RelationStart command, CancellationToken cancellation = default)
    {
        if (!viewer.IsStaff) return new Outcome<Guid>.NotFound();
        var ids = await _db.Organizations.Where(o => o.Slug == command.From || o.Slug == command.To).ToDictionaryAsync(o => o.Slug, o => o.Id, cancellation);
        if (!ids.TryGetValue(command.From, out var from)) return new Outcome<Guid>.NotFound();
        if (!ids.TryGetValue(command.To, out var to)) return new Outcome<Guid>.Invalid("to", Refusal.UnknownOrganization);
        if (OrganizationRelation.RefusalToRelate(from, to, command.Since, null) is { } refusal) return new Outcome<Guid>.Invalid(refusal == Refusal.OwnRelation ? "to" : "since", refusal);
        if (await _db.OrganizationRelations.AnyAsync(r => r.FromId == from && r.ToId == to && r.Kind == command.Kind && r.Until == null, cancellation))
            return new Outcome<Guid>.Invalid("to", Refusal.AlreadyHeld);
        var relation = new OrganizationRelation(Guid.CreateVersion7(), from, to, command.Kind, command.Since, null);
        _db.OrganizationRelations.Add(relation);
        await _db.SaveChangesAsync(cancellation);
        return new Outcome<Guid>.Done(relation.Id);
    }

    public async Task<Outcome<Guid>> RunAsync(Viewer viewer, RelationEnd command, CancellationToken cancellation = default)
    {
        if (!viewer.IsStaff) return new Outcome<Guid>.NotFound();
        var relation = await _db.OrganizationRelations.FirstOrDefaultAsync(r => r.Id == command.Relation, cancellation);
        if (relation is null) return new Outcome<Guid>.NotFound();
        if (command.LastDay is null && relation.Until is null) return new Outcome<Guid>.Invalid("until", Refusal.Empty);
        if (!LikelyDays.AreLikely(command.LastDay)) return new Outcome<Guid>.Invalid("until", Refusal.UnlikelyDate);
        if (relation.From is { } first && command.LastDay < first) return new Outcome<Guid>.Invalid("until", Refusal.ReversedDates);
        relation.End(command.LastDay);
        await _db.SaveChangesAsync(cancellation);
        return new Outcome<Guid>.Done(relation.Id);
    }
}
