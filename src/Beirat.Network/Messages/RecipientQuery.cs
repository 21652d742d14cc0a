using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Messages;

/// <summary>Whom a message would reach, and about which organisation.</summary>
public sealed record Recipient(Guid PersonId, NamedLink Person, Guid? OrganizationId, NamedLink? Organization);

/// <inheritdoc cref="Recipient"/>
public sealed class RecipientQuery
{
    private readonly NetworkDb _db;
    private readonly TimeProvider _time;

    internal RecipientQuery(NetworkDb db, TimeProvider time) => (_db, _time) = (db, time);

    /// <summary>By slugs. Null when there is no such person or organisation, or this viewer may not write to them.</summary>
    public async Task<Recipient?> RunAsync(Viewer viewer, string person, string? organization = null, CancellationToken cancellation = default)
    {
        var about = organization is null ? null : await _db.Organizations.Where(o => o.Slug == organization)
            .Select(o => new { o.Id, Link = new NamedLink(o.Slug, o.Name) }).FirstOrDefaultAsync(cancellation);
        if (organization is not null && about is null) return null;
        var found = await _db.People.MayBeWrittenTo(viewer, _db, _time.Today(), about?.Id).Where(p => p.Slug == person)
            .Select(p => new { p.Id, Link = new NamedLink(p.Slug, p.Name) }).FirstOrDefaultAsync(cancellation);
        return found is null ? null : new Recipient(found.Id, found.Link, about?.Id, about?.Link);
    }
}
