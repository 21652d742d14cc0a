using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.People;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Discussions;

/// <summary>Somebody by name, to link to.</summary>
public sealed record NamedPerson(Guid Id, string Slug, string Name);

/// <summary>People as somebody typed their names. <see cref="Missing"/>: names that are nobody's, or of several people.</summary>
public sealed record NamedPeople(IReadOnlyList<NamedPerson> Found, IReadOnlyList<string> Missing);

/// <summary>
/// Finds people by the names that somebody typed. A name is compared as the last part of the address of its page: that
/// knows no accents, and every person has their own. Only people whose pages the viewer may see are found.
/// </summary>
public sealed class PeopleByName
{
    public const int Most = 50;

    private readonly NetworkDb _db;
    private readonly TimeProvider _time;

    internal PeopleByName(NetworkDb db, TimeProvider time) => (_db, _time) = (db, time);

    /// <summary>Names one a line, or between commas.</summary>
    public static IReadOnlyList<string> Lines(string? typed) =>
        [.. TextRules.Clean(typed).Split(['\n', ',', ';', '،'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(n => n.TrimStart('@')).Where(n => n.Length is > 0 and <= 200).Distinct()];

    public async Task<NamedPeople> RunAsync(Viewer viewer, IReadOnlyList<string> names, CancellationToken cancellation = default)
    {
        var wanted = names.Take(Most).ToDictionary(n => n, n => Slug.From(n, fallback: string.Empty));
        var slugs = wanted.Values.SelectMany(s => new[] { s, $"{s}-2" }).Where(s => s.Length > 2).Distinct().ToList();
        var typed = wanted.Keys.ToList();
        var people = await _db.People.VisibleTo(viewer, _db, _time.Today()).Where(p => slugs.Contains(p.Slug) || typed.Contains(p.Name))
            .OrderBy(p => p.Slug).Take(2 * Most).Select(p => new NamedPerson(p.Id, p.Slug, p.Name)).ToListAsync(cancellation);
        var (found, missing) = (new List<NamedPerson>(), new List<string>());
        foreach (var (name, slug) in wanted)
        {
            if (Of(people, name, slug) is { } person) found.Add(person);
            else missing.Add(name);
        }

        return new NamedPeople([.. found.DistinctBy(p => p.Id)], [.. missing, .. names.Skip(Most)]);
    }

    // Two of one name: then the short name of the page is needed, which is typed in small letters with hyphens.
    private static NamedPerson? Of(List<NamedPerson> people, string name, string slug)
    {
        if (name == slug) return people.Find(p => p.Slug == slug);
        var same = people.Where(p => p.Name == name || p.Slug == slug || p.Slug == $"{slug}-2").ToList();
        return same.Count == 1 ? same[0] : null;
    }
}
