using Beirat.Network.Data;
using Beirat.Network.Organizations;

namespace Beirat.Network.Exchange;

/// <summary>Brings what an organisation is to others to what a line says.</summary>
internal sealed class OrganizationLinking(NetworkDb db, OrganizationKeys keys, Organization organization, DateOnly today)
{
    public List<FieldChange> Apply(OrganizationLinks link, IReadOnlyList<OrganizationRelation> now)
    {
        // Everything is looked up first: a name that is not known leaves all as it was.
        var parent = link.PartOf is null ? organization.PartOfId : link.PartOf == CsvCells.Nothing ? null : Find(link.PartOf, OrganizationColumns.PartOf);
        var wanted = link.Relations?.Select(r => (Cell: r, To: Find(r.Organization, OrganizationColumns.Relations))).ToList();
        if (wanted?.FirstOrDefault(w => w.Cell.Until < w.Cell.From) is { Cell: { } reversed }) throw new FormatException($"relations: \"{reversed}\" ends before it begins");

        var changes = new List<FieldChange>();
        if (parent != organization.PartOfId)
        {
            changes.Add(new FieldChange(OrganizationColumns.PartOf, $"{organization.PartOfId}", $"{parent}"));
            organization.BelongTo(parent);
        }

        if (wanted is not null && Relate(wanted, now)) changes.Add(new FieldChange(OrganizationColumns.Relations, string.Empty, RelationCell.Text(link.Relations!)));
        return changes;
    }

    // What is not listed any more has ended; it is not deleted.
    private bool Relate(List<(RelationCell Cell, Guid To)> wanted, IReadOnlyList<OrganizationRelation> now)
    {
        var changed = false;
        foreach (var relation in now.Where(r => r.Until is null && !wanted.Any(w => IsSame(w.Cell, w.To, r))))
        {
            relation.End(relation.From > today ? relation.From : today);
            changed = true;
        }

        foreach (var (cell, to) in wanted)
        {
            var known = now.FirstOrDefault(r => IsSame(cell, to, r));
            if (known is not null && known.Until == cell.Until) continue;
            changed = true;
            if (known is not null) known.End(cell.Until);
            else db.OrganizationRelations.Add(new OrganizationRelation(Guid.CreateVersion7(), organization.Id, to, cell.Kind, cell.From, cell.Until));
        }

        return changed;
    }

    private static bool IsSame(RelationCell cell, Guid to, OrganizationRelation relation) =>
        relation.Kind == cell.Kind && relation.ToId == to && relation.From == cell.From;

    private Guid Find(string key, string column)
    {
        try
        {
            var id = keys.Find(key);
            return id != organization.Id ? id : throw new FormatException("an organisation is not connected to itself");
        }
        catch (FormatException fault)
        {
            throw new FormatException($"{column}: {fault.Message}", fault);
        }
    }
}
