using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.People;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.AdviceRequests;

/// <summary>
/// How much somebody has been asked. <see cref="Open"/>: requests that wait for their answer or that they took on;
/// <see cref="Turns"/>: times asked in the last 90 days.
/// </summary>
public sealed record PersonLoad(int Open, int Turns, DateTimeOffset? LastAskedAt)
{
    public static readonly PersonLoad None = new(0, 0, null);
}

/// <summary>A line of the load chart.</summary>
public sealed record LoadLine(NamedLink Person, PersonLoad Load);

/// <summary>The load of many people at once: numbers only, never what they are asked.</summary>
public sealed class AdviceLoad
{
    public const int TurnDays = 90;

    public const int PageSize = 60;

    private readonly NetworkDb _db;
    private readonly TimeProvider _time;

    internal AdviceLoad(NetworkDb db, TimeProvider time) => (_db, _time) = (db, time);

    /// <summary>In one statement, for everybody who is asked for; those who were never asked have <see cref="PersonLoad.None"/>.</summary>
    public async Task<IReadOnlyDictionary<Guid, PersonLoad>> OfAsync(IReadOnlyCollection<Guid> people, CancellationToken cancellation = default)
    {
        var since = _time.GetUtcNow().AddDays(-TurnDays);
        var rows = await (
            from a in _db.AdviceAssignments
            join r in _db.AdviceRequests on a.RequestId equals r.Id
            where a.PersonId != null && people.Contains(a.PersonId.Value)
            group new { a, r } by a.PersonId!.Value into g
            select new
            {
                Person = g.Key,
                Open = g.Count(x => x.r.State == AdviceState.Open && (x.a.Answer == AdviceAnswer.Pending || x.a.Answer == AdviceAnswer.Accepted)),
                Turns = g.Count(x => x.a.AskedAt >= since),
                Last = g.Max(x => x.a.AskedAt),
            }).ToDictionaryAsync(x => x.Person, x => new PersonLoad(x.Open, x.Turns, x.Last), cancellation);
        return people.Distinct().ToDictionary(p => p, p => rows.GetValueOrDefault(p, PersonLoad.None));
    }

    /// <summary>
    /// The council today by name, for its members and the office; null for everybody else. <paramref name="after"/> is the
    /// slug of the last person already shown.
    /// </summary>
    public async Task<Page<LoadLine>?> ChartAsync(Viewer viewer, string? after = null, CancellationToken cancellation = default)
    {
        if (!viewer.Sees(Audience.Members)) return null;
        var people = _db.Members(_time.Today());
        if (!string.IsNullOrEmpty(after) && await people.Where(p => p.Slug == after).Select(p => new { p.SortName, p.Id }).FirstOrDefaultAsync(cancellation) is { } last)
            people = people.Where(p => string.Compare(p.SortName, last.SortName) > 0 || (p.SortName == last.SortName && p.Id.CompareTo(last.Id) > 0));
        var rows = await people.OrderBy(p => p.SortName).ThenBy(p => p.Id).Take(PageSize + 1).Select(p => new { p.Id, p.Slug, p.Name }).ToListAsync(cancellation);
        var load = await OfAsync([.. rows.Select(p => p.Id)], cancellation);
        return new Page<LoadLine>(
            [.. rows.Take(PageSize).Select(p => new LoadLine(new NamedLink(p.Slug, p.Name), load[p.Id]))], rows.Count > PageSize ? rows[PageSize - 1].Slug : null);
    }
}
