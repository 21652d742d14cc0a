using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.People;

/// <summary>Somebody to choose; seat and organisation tell people of one name apart.</summary>
public sealed record FoundPerson(Guid Id, string Slug, string Name, string Organization, int? Seat);

/// <summary>Finds people by parts of their names, for staff.</summary>
public sealed class PersonSearch
{
    /// <summary>More are not shown; another word narrows them.</summary>
    public const int Shown = 20;

    private readonly NetworkDb _db;
    private readonly TimeProvider _time;

    internal PersonSearch(NetworkDb db, TimeProvider time) => (_db, _time) = (db, time);

    /// <summary>Everybody whose name holds each of the words, and whether there are more than shown.</summary>
    public async Task<(IReadOnlyList<FoundPerson> People, bool More)> RunAsync(Viewer viewer, string words, CancellationToken cancellation = default)
    {
        var parts = SearchedName.Words(words);
        if (!viewer.IsStaff || parts.Count == 0) return ([], false);
        var people = _db.People.AsNoTracking();
        foreach (var part in parts) people = people.Where(p => p.SortName.Contains(part));
        var found = await Found(people.OrderBy(p => p.SortName).ThenBy(p => p.Id).Take(Shown + 1)).ToListAsync(cancellation);
        return ([.. found.Take(Shown)], found.Count > Shown);
    }

    /// <summary>Those on record who have the name that was typed in for somebody new.</summary>
    public async Task<IReadOnlyList<FoundPerson>> NamesakesAsync(Viewer viewer, PersonName name, CancellationToken cancellation = default) => viewer.IsStaff
        ? await Found(_db.People.AsNoTracking().Namesakes(new PersonName(TextRules.Clean(name.Given), TextRules.Clean(name.Family))).Take(Shown)).ToListAsync(cancellation)
        : [];

    public async Task<FoundPerson?> OneAsync(Viewer viewer, Guid id, CancellationToken cancellation = default) =>
        viewer.IsStaff ? await Found(_db.People.Where(p => p.Id == id)).FirstOrDefaultAsync(cancellation) : null;

    private IQueryable<FoundPerson> Found(IQueryable<Person> people)
    {
        var today = _time.Today();
        return people.OrderBy(p => p.SortName).ThenBy(p => p.Id).Select(p => new FoundPerson(
            p.Id, p.Slug, p.Name,
            _db.Memberships.Where(m => m.PersonId == p.Id && m.From <= today && (m.Until == null || m.Until >= today))
                .Join(_db.Organizations, m => m.OrganizationId, o => o.Id, (m, o) => o.Name).OrderBy(n => n).FirstOrDefault() ?? string.Empty,
            _db.Seats.Where(s => s.Assignments.Any(a => a.PersonId == p.Id && a.From <= today && (a.Until == null || a.Until >= today)))
                .Min(s => (int?)s.Number)));
    }
}
