using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Data;
using Beirat.Network.People;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Exchange;

/// <summary>Writes people to CSV, in the form in which <see cref="PersonImport"/> reads them.</summary>
public sealed class PersonExport
{
    private const int BatchSize = 250;

    private readonly IDbContextFactory<NetworkDb> _factory;
    private readonly TopicDirectory _topics;
    private readonly TimeProvider _time;

    internal PersonExport(IDbContextFactory<NetworkDb> factory, TopicDirectory topics, TimeProvider time) =>
        (_factory, _topics, _time) = (factory, topics, time);

    /// <summary>Everything, for the operator; returns the number of people. What people allow plays no part here.</summary>
    public Task<int> RunAsync(TextWriter file, CancellationToken cancellation = default) => WriteAsync(file, ',', null, cancellation);

    /// <summary>What the people show to staff, for staff. False: the viewer is none.</summary>
    public async Task<bool> RunAsync(Viewer viewer, TextWriter file, CancellationToken cancellation = default)
    {
        if (!viewer.IsStaff) return false;
        await WriteAsync(file, ';', viewer, cancellation);
        return true;
    }

    private async Task<int> WriteAsync(TextWriter file, char separator, Viewer? viewer, CancellationToken cancellation)
    {
        var columns = PersonColumns.Of(await _topics.SchemeAsync(cancellation));
        await file.WriteAsync(CsvCells.Line(PersonColumns.Names(columns), separator).AsMemory(), cancellation);
        await using var ids = _factory.CreateDbContext();
        var all = await ids.People.Where(p => p.ErasedAt == null)
            .OrderBy(p => p.SortName).ThenBy(p => p.ExternalId).ThenBy(p => p.Id).Select(p => p.Id).ToListAsync(cancellation);
        foreach (var batch in all.Chunk(BatchSize))
        {
            await using var db = _factory.CreateDbContext();
            var discloses = viewer is null ? null : await Disclosure.OfAsync(db, batch, viewer, _time.Today(), cancellation);
            var lines = await LinesAsync(db, batch, columns, discloses, cancellation);
            foreach (var line in lines) await file.WriteAsync(CsvCells.Line(line, separator).AsMemory(), cancellation);
        }

        return all.Count;
    }

    private static async Task<IEnumerable<string[]>> LinesAsync(
        NetworkDb db, Guid[] batch, IReadOnlyList<Column<Person>> columns, Disclosure? discloses, CancellationToken cancellation)
    {
        var people = await db.People.AsNoTracking().Include(p => p.Languages).Include(p => p.Professions).Include(p => p.Topics).Include(p => p.Experience)
            .Where(p => batch.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellation);
        var roles = (await (
            from m in db.Memberships
            join o in db.Organizations on m.OrganizationId equals o.Id
            where batch.Contains(m.PersonId)
            select new { m.PersonId, o.ExternalId, OrganizationId = o.Id, o.SortName, m.Role, m.From, m.Until }).ToListAsync(cancellation))
            .Where(m => discloses?.Shows(m.PersonId, ProfileField.Roles) ?? true)
            .OrderBy(m => m.From).ThenBy(m => m.SortName, StringComparer.Ordinal).ThenBy(m => CellParts.Key(m.ExternalId, m.OrganizationId), StringComparer.Ordinal).ThenBy(m => m.Role)
            .ToLookup(m => m.PersonId, m => new[] { CellParts.Key(m.ExternalId, m.OrganizationId), CellParts.Name(m.Role), CellParts.Date(m.From), CellParts.Date(m.Until) });
        var seats = (await (
            from a in db.SeatAssignments
            join s in db.Seats on a.SeatId equals s.Id
            where batch.Contains(a.PersonId)
            orderby a.From, s.Number, a.Order
            select new { a.PersonId, s.Number, a.Order, a.From, a.Until }).ToListAsync(cancellation))
            .ToLookup(a => a.PersonId, a => new[] { CellParts.Number(a.Number), CellParts.Number(a.Order), CellParts.Date(a.From), CellParts.Date(a.Until) });
        return batch.Where(people.ContainsKey).SelectMany(id => Lines(people[id], columns, discloses, [.. roles[id]], [.. seats[id]]));
    }

    // The first line holds the person; a line more for each further role and seat.
    private static IEnumerable<string[]> Lines(
        Person person, IReadOnlyList<Column<Person>> columns, Disclosure? discloses, List<string[]> roles, List<string[]> seats)
    {
        string[] none = ["", "", "", ""];
        for (var i = 0; i < Math.Max(1, Math.Max(roles.Count, seats.Count)); i++)
        {
            var first = i == 0;
            yield return
            [
                CellParts.Key(person.ExternalId, person.Id),
                .. columns.Select(c => first && Shows(c) ? c.Read(person) : string.Empty),
                .. roles.ElementAtOrDefault(i) ?? none,
                .. seats.ElementAtOrDefault(i) ?? none,
            ];
        }

        bool Shows(Column<Person> column) => discloses is null || column.Field is not { } field || discloses.Shows(person.Id, field);
    }
}
