using Beirat.Network.Common;
using Beirat.Network.Council;
using Beirat.Network.Data;
using Beirat.Network.Organizations;
using Beirat.Network.People;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Exchange;

/// <summary>One batch of lines about people, with all that they need read beforehand: no query per line.</summary>
internal sealed class PersonSession(NetworkDb db, IReadOnlyList<Column<Person>> columns, TimeProvider time)
{
    private readonly Dictionary<string, Person> _people = [];
    private readonly Dictionary<Guid, List<Membership>> _roles = [];
    private readonly Dictionary<int, Seat> _seats = [];
    private readonly OrganizationKeys _organizations = new(db);
    private readonly HashSet<string> _slugs = [];

    public async Task TakeAsync(IReadOnlyList<CsvRow> rows, ExchangeTally tally, CancellationToken cancellation)
    {
        await PrepareAsync(rows, cancellation);
        foreach (var row in rows)
        {
            try
            {
                if (row.Fault is { } fault) tally.Fail(row.Line, fault);
                else Take(row, tally);
            }
            catch (FormatException fault)
            {
                tally.Fail(row.Line, fault.Message);
            }
        }
    }

    private void Take(CsvRow row, ExchangeTally tally)
    {
        var id = CellParts.Id(row[PersonColumns.Id]);
        var known = _people.GetValueOrDefault(id);
        if (known?.ErasedAt is not null) throw new FormatException("id: this person was erased; a new entry needs a new id");
        var person = known ?? New(id);
        // First everything is looked at, then everything is changed: a line goes in whole or not at all.
        var wanted = columns.Where(c => row[c.Name] is not null).Select(c => c.Compare(person, row[c.Name]!)).OfType<(FieldChange Change, Action<Person> Apply)>().ToList();
        var role = new RoleOfLine(row, _organizations).Plan(person.Id, _roles.GetValueOrDefault(person.Id) ?? []);
        var seat = new SeatOfLine(row, _seats).Plan(person.Id);
        CheckName(person, wanted.ConvertAll(w => w.Change));

        foreach (var (_, apply) in wanted) apply(person);
        if (known is null) Add(id, person);
        List<FieldChange> changes = [.. wanted.Select(w => w.Change)];
        if (role is not null)
        {
            changes.Add(role.Change);
            if (role.Apply() is { } added) Add(added);
        }

        if (seat is not null)
        {
            changes.Add(seat.Value.Change);
            seat.Value.Apply();
        }

        if (changes.Count > 0) person.Touch(time.GetUtcNow());
        tally.Note(row.Line, id, known is null, changes);
    }

    private static Person New(string id)
    {
        var own = CellParts.OwnId(id);
        var person = new Person(own ?? Guid.CreateVersion7(), string.Empty, string.Empty, string.Empty);
        if (own is null) person.BeKnownAs(id);
        return person;
    }

    private void Add(string id, Person person)
    {
        person.MoveTo(Slugs.Free(person.Name, person.Id, _slugs));
        db.People.Add(_people[id] = person);
    }

    private void Add(Membership role)
    {
        if (!_roles.TryGetValue(role.PersonId, out var held)) _roles[role.PersonId] = held = [];
        held.Add(role);
        db.Memberships.Add(role);
    }

    private static void CheckName(Person person, List<FieldChange> changes)
    {
        string After(string column, string now) => changes.Find(c => c.Column == column)?.After ?? now;
        if (After("given_name", person.GivenName).Length + After("family_name", person.FamilyName).Length == 0)
            throw new FormatException("given_name and family_name: a person needs a name");
    }

    private async Task PrepareAsync(IReadOnlyList<CsvRow> rows, CancellationToken cancellation)
    {
        var keys = rows.Select(r => r.Given(PersonColumns.Id)).OfType<string>().Distinct().Where(k => !_people.ContainsKey(k)).ToList();
        var own = keys.Select(CellParts.OwnId).OfType<Guid>().ToList();
        var people = await db.People.Include(p => p.Languages).Include(p => p.Professions).Include(p => p.Topics).Include(p => p.Experience)
            .Where(p => keys.Contains(p.ExternalId!) || own.Contains(p.Id)).ToListAsync(cancellation);
        foreach (var person in people) _people[CellParts.Key(person.ExternalId, person.Id)] = _people[person.Id.ToString("D")] = person;

        var ids = people.ConvertAll(p => p.Id);
        foreach (var held in (await db.Memberships.Where(m => ids.Contains(m.PersonId)).ToListAsync(cancellation)).GroupBy(m => m.PersonId))
            _roles[held.Key] = [.. held];

        var numbers = rows.Select(r => int.TryParse(r[PersonColumns.Seat], out var n) ? n : (int?)null).OfType<int>().Distinct().Where(n => !_seats.ContainsKey(n)).ToList();
        if (numbers.Count > 0)
            foreach (var seat in await db.Seats.Include(s => s.Assignments).Where(s => numbers.Contains(s.Number)).ToListAsync(cancellation)) _seats[seat.Number] = seat;

        await _organizations.LookUpAsync(rows.Select(r => r.Given(PersonColumns.Organization)).OfType<string>(), cancellation);
        var wanted = rows.Select(r => Slug.From($"{r["given_name"]} {r["family_name"]}")).Distinct().ToList();
        _slugs.UnionWith(await db.People.Where(p => wanted.Contains(p.Slug)).Select(p => p.Slug).ToListAsync(cancellation));
    }
}
