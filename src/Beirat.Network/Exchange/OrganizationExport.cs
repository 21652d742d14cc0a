using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Organizations;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Exchange;

/// <summary>Writes organisations to CSV, in the form in which <see cref="OrganizationImport"/> reads them. All of it is public.</summary>
public sealed class OrganizationExport
{
    private const int BatchSize = 250;

    private readonly IDbContextFactory<NetworkDb> _factory;
    private readonly TopicDirectory _topics;

    internal OrganizationExport(IDbContextFactory<NetworkDb> factory, TopicDirectory topics) => (_factory, _topics) = (factory, topics);

    /// <summary>Returns the number of organisations.</summary>
    public Task<int> RunAsync(TextWriter file, CancellationToken cancellation = default) => WriteAsync(file, ',', cancellation);

    /// <summary>The same for staff. False: the viewer is none.</summary>
    public async Task<bool> RunAsync(Viewer viewer, TextWriter file, CancellationToken cancellation = default)
    {
        if (!viewer.IsStaff) return false;
        await WriteAsync(file, ';', cancellation);
        return true;
    }

    private async Task<int> WriteAsync(TextWriter file, char separator, CancellationToken cancellation)
    {
        var columns = OrganizationColumns.Of(await _topics.SchemeAsync(cancellation));
        await file.WriteAsync(CsvCells.Line(OrganizationColumns.Names(columns), separator).AsMemory(), cancellation);
        await using var db = _factory.CreateDbContext();
        var all = await db.Organizations.OrderBy(o => o.SortName).ThenBy(o => o.ExternalId).ThenBy(o => o.Id)
            .Select(o => new { o.Id, o.ExternalId }).ToListAsync(cancellation);
        var keys = all.ToDictionary(o => o.Id, o => CellParts.Key(o.ExternalId, o.Id));
        foreach (var batch in all.Select(o => o.Id).Chunk(BatchSize))
        {
            var organizations = await db.Organizations.AsNoTracking().Include(o => o.Topics).Where(o => batch.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellation);
            var relations = (await db.OrganizationRelations.AsNoTracking().Where(r => batch.Contains(r.FromId)).ToListAsync(cancellation)).ToLookup(r => r.FromId);
            foreach (var id in batch.Where(organizations.ContainsKey))
                await file.WriteAsync(CsvCells.Line(Line(organizations[id], columns, relations[id], keys), separator).AsMemory(), cancellation);
        }

        return all.Count;
    }

    private static IEnumerable<string> Line(
        Organization organization, IReadOnlyList<Column<Organization>> columns, IEnumerable<OrganizationRelation> relations, Dictionary<Guid, string> keys) =>
    [
        keys[organization.Id],
        .. columns.Select(c => c.Read(organization)),
        organization.PartOfId is { } parent ? keys.GetValueOrDefault(parent, string.Empty) : string.Empty,
        RelationCell.Text(relations.Where(r => keys.ContainsKey(r.ToId)).Select(r => new RelationCell(r.Kind, keys[r.ToId], r.From, r.Until))),
    ];
}
