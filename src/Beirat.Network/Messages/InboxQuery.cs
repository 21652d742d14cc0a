using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Messages;

/// <summary>A message as the person it is for reads it.</summary>
public sealed record InboxMessage(Guid Id, string Sender, string Contact, string Text, string? Organization, DateTimeOffset SentAt);

/// <summary>Messages to the viewer, newest first. Nobody reads those of somebody else, staff neither.</summary>
public sealed class InboxQuery
{
    private const int Shown = 50;

    private readonly NetworkDb _db;

    internal InboxQuery(NetworkDb db) => _db = db;

    public async Task<IReadOnlyList<InboxMessage>> RunAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        if (viewer.PersonId is not { } person) return [];
        return await (
            from m in _db.Set<ContactMessage>().AsNoTracking()
            join o in _db.Organizations on m.OrganizationId equals (Guid?)o.Id into organizations
            from organization in organizations.DefaultIfEmpty()
            where m.ToPersonId == person
            orderby m.SentAt descending
            select new InboxMessage(m.Id, m.Sender, m.Contact, m.Text, organization == null ? null : organization.Name, m.SentAt))
            .Take(Shown).ToListAsync(cancellation);
    }
}
