using Beirat.Network.Common;
using Beirat.Network.Organizations;

namespace Beirat.Network.Exchange;

/// <summary>A role that a line adds, or ends; <see cref="Apply"/> gives the new one, if it is new.</summary>
internal sealed record PlannedRole(FieldChange Change, Func<Membership?> Apply);

/// <summary>The role in an organisation that a line holds.</summary>
internal sealed class RoleOfLine(CsvRow row, OrganizationKeys organizations)
{
    /// <summary>Null when the line holds none, or one that is there already.</summary>
    public PlannedRole? Plan(Guid person, IReadOnlyList<Membership> held)
    {
        if (row.Given(PersonColumns.Organization) is not { } name)
        {
            string[] beside = [PersonColumns.Role, PersonColumns.From, PersonColumns.Until];
            return beside.FirstOrDefault(c => row[c] is not null) is { } lone ? throw new FormatException($"{lone}: without an organization") : null;
        }

        var organization = organizations.Find(name);
        var role = CellParts.Named<MembershipRole>(Needed(PersonColumns.Role));
        var from = CellParts.Date(Needed(PersonColumns.From));
        var known = held.FirstOrDefault(m => m.OrganizationId == organization && m.Role == role && m.From == from);
        var until = row[PersonColumns.Until] switch
        {
            null => known?.Until,
            CsvCells.Nothing => null,
            { } text => (DateOnly?)CellParts.Date(text),
        };
        var period = new Period(from, until);
        if (period.IsReversed) throw new FormatException("until: lies before from");
        if (known is not null && known.Until == until) return null;
        if (held.FirstOrDefault(m => m != known && m.OrganizationId == organization && m.Role == role && m.Period.Overlaps(period)) is { } other)
            throw new FormatException($"from: overlaps with the same role since {CellParts.Date(other.From)}");
        var change = new FieldChange(PersonColumns.Organization, known is null ? string.Empty : Text(name, role, known.Period), Text(name, role, period));
        return new PlannedRole(change, () =>
        {
            known?.End(until);
            return known is null ? new Membership(Guid.CreateVersion7(), person, organization, role, period) : null;
        });
    }

    private string Needed(string column) => row.Given(column) ?? throw new FormatException($"{column}: missing beside organization");

    private static string Text(string organization, MembershipRole role, Period period) =>
        $"{organization} {CellParts.Name(role)} {CellParts.Date(period.From)}–{CellParts.Date(period.Until)}";
}
