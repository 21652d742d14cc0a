using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Exchange;

/// <summary>One batch of lines about organisations.</summary>
internal sealed class OrganizationSession(NetworkDb db, IReadOnlyList<Column<Organization>> columns, DateOnly today)
{
    private readonly Dictionary<string, Organization> _known = [];
    private readonly HashSet<string> _slugs = [];
    private readonly OrganizationKeys _keys = new(db);

    /// <summary>Takes the lines in, but for what they say of each other: that is given back.</summary>
    public async Task<List<OrganizationLinks>> TakeAsync(IReadOnlyList<CsvRow> rows, ExchangeTally tally, CancellationToken cancellation)
    {
        await LoadAsync(rows.Select(r => r.Given(OrganizationColumns.Id)).OfType<string>(), cancellation);
        var wanted = rows.Select(r => r.Given("name")).OfType<string>().Select(n => Slug.From(n)).Distinct().ToList();
        _slugs.UnionWith(await db.Organizations.Where(o => wanted.Contains(o.Slug)).Select(o => o.Slug).ToListAsync(cancellation));
        var links = new List<OrganizationLinks>();
        foreach (var row in rows)
        {
            try
            {
                if (row.Fault is { } fault) tally.Fail(row.Line, fault);
                else if (Take(row, tally) is { } link) links.Add(link);
            }
            catch (FormatException fault)
            {
                tally.Fail(row.Line, fault.Message);
            }
        }

        return links;
    }

    /// <summary>Says what organisations are to each other. The rest of these lines is in already.</summary>
    public async Task LinkAsync(IReadOnlyList<OrganizationLinks> links, ExchangeTally tally, CancellationToken cancellation)
    {
        await LoadAsync(links.Select(l => l.Id), cancellation);
        await _keys.LookUpAsync(links.SelectMany(l => (l.Relations ?? []).Select(r => r.Organization).Append(l.PartOf)).OfType<string>().Where(k => k != CsvCells.Nothing), cancellation);
        var ids = links.Select(l => _known[l.Id].Id).ToList();
        var relations = (await db.OrganizationRelations.Where(r => ids.Contains(r.FromId)).ToListAsync(cancellation)).ToLookup(r => r.FromId);
        foreach (var link in links)
        {
            try
            {
                var organization = _known[link.Id];
                var changes = new OrganizationLinking(db, _keys, organization, today).Apply(link, [.. relations[organization.Id]]);
                if (changes.Count > 0) tally.Tell(link.Line, $"joins {link.Id}", changes);
            }
            catch (FormatException fault)
            {
                tally.Fail(link.Line, $"{fault.Message} (the rest of the line is in)", counts: false);
            }
        }
    }

    private OrganizationLinks? Take(CsvRow row, ExchangeTally tally)
    {
        var id = CellParts.Id(row[OrganizationColumns.Id]);
        var known = _known.GetValueOrDefault(id);
        var organization = known ?? New(id);
        if (known is null && (row.Given("name") is null || row.Given("kind") is null)) throw new FormatException("name and kind: a new organisation needs both");
        var wanted = columns.Where(c => row[c.Name] is not null).Select(c => c.Compare(organization, row[c.Name]!)).OfType<(FieldChange Change, Action<Organization> Apply)>().ToList();
        var partOf = row[OrganizationColumns.PartOf];
        var relations = row[OrganizationColumns.Relations] is { } cell ? RelationCell.Read(cell == CsvCells.Nothing ? string.Empty : cell) : null;

        foreach (var (_, apply) in wanted) apply(organization);
        if (known is null) Add(id, organization);
        tally.Note(row.Line, id, known is null, wanted.ConvertAll(w => w.Change));
        return partOf is null && relations is null ? null : new OrganizationLinks(row.Line, id, partOf, relations);
    }

    private static Organization New(string id)
    {
        var own = CellParts.OwnId(id);
        var organization = new Organization(own ?? Guid.CreateVersion7(), string.Empty, string.Empty, OrganizationKind.Council);
        if (own is null) organization.BeKnownAs(id);
        return organization;
    }

    private void Add(string id, Organization organization)
    {
        organization.MoveTo(Slugs.Free(organization.Name, organization.Id, _slugs));
        db.Organizations.Add(_known[id] = organization);
        _keys.Add(id, organization.Id);
    }

    private async Task LoadAsync(IEnumerable<string> ids, CancellationToken cancellation)
    {
        var keys = ids.Distinct().Where(k => !_known.ContainsKey(k)).ToList();
        if (keys.Count == 0) return;
        var own = keys.Select(CellParts.OwnId).OfType<Guid>().ToList();
        var found = await db.Organizations.Include(o => o.Topics).Where(o => keys.Contains(o.ExternalId!) || own.Contains(o.Id)).ToListAsync(cancellation);
        foreach (var o in found) _known[CellParts.Key(o.ExternalId, o.Id)] = _known[o.Id.ToString("D")] = o;
    }
}
