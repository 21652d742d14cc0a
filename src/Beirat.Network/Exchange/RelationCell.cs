using Beirat.Network.Organizations;

namespace Beirat.Network.Exchange;

/// <summary>A relation as a cell writes it: "memberOf>ID", with dates "memberOf>ID>2020-01-01>2022-12-31".</summary>
internal sealed record RelationCell(OrganizationRelationKind Kind, string Organization, DateOnly? From, DateOnly? Until)
{
    public static List<RelationCell> Read(string cell) => [.. CsvCells.Items(cell).Select(Of).Distinct()];

    public static string Text(IEnumerable<RelationCell> relations) => string.Join(';', relations.Select(r => r.ToString()).Order(StringComparer.Ordinal));

    public override string ToString() => string.Join('>',
        [CellParts.Name(Kind), CsvCells.Item(Organization, ";>"), CellParts.Date(From), CellParts.Date(Until)]).TrimEnd('>');

    private static RelationCell Of(string item)
    {
        var parts = CsvCells.Split(item, '>').ConvertAll(CsvCells.Plain);
        if (parts.Count is < 2 or > 4) throw new FormatException($"\"{item}\" is not a relation like memberOf>ID or memberOf>ID>2020-01-01>2022-12-31");
        return new RelationCell(CellParts.Named<OrganizationRelationKind>(parts[0]), parts[1], Day(parts, 2), Day(parts, 3));
    }

    private static DateOnly? Day(List<string> parts, int at) => parts.Count > at && parts[at].Length > 0 ? CellParts.Date(parts[at]) : null;
}
