using Beirat.Network.Advice;
using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Search;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.SearchDesk;

/// <summary>A question without hits. <see cref="HitsNow"/>: how many pages or people it would find at this moment; null while there is no index.</summary>
public sealed record SearchMissRow(Guid Id, string Question, int Times, int Days, DateOnly LastDay, bool WasRelaxed, bool IsDone, int? HitsNow);

/// <summary>One page of them, those asked most often first.</summary>
public sealed record SearchMissPage(IReadOnlyList<SearchMissRow> Rows, int Open, int Done, bool HasMore);

/// <summary>What people searched for, or wanted advice on, and did not find.</summary>
public sealed class SearchMissQuery
{
    /// <summary>Each row is searched for anew, hence few on a page.</summary>
    public const int PageSize = 20;

    private readonly NetworkDb _db;
    private readonly SearchQuery _search;
    private readonly AdviserQuery _advisers;

    internal SearchMissQuery(NetworkDb db, SearchQuery search, AdviserQuery advisers) => (_db, _search, _advisers) = (db, search, advisers);

    /// <summary>Null for everybody but staff.</summary>
    public async Task<SearchMissPage?> RunAsync(Viewer viewer, MissPlace place, bool done, int page, CancellationToken cancellation = default)
    {
        if (!viewer.IsStaff) return null;
        var here = Shown.Where(m => m.Place == place);
        var counts = await here.GroupBy(m => m.IsDone).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var rows = await here.Where(m => m.IsDone == done).OrderByDescending(m => m.Times).ThenByDescending(m => m.LastDay).ThenBy(m => m.Id)
            .Skip((Math.Clamp(page, 1, 1_000) - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancellation);
        var shown = new List<SearchMissRow>();
        foreach (var miss in rows.Take(PageSize))
            shown.Add(new SearchMissRow(miss.Id, miss.Question, miss.Times, miss.Days, miss.LastDay, miss.IsRelaxed, miss.IsDone, await HitsAsync(place, miss.Question, cancellation)));
        return new SearchMissPage(shown, counts.GetValueOrDefault(false), counts.GetValueOrDefault(true), rows.Count > PageSize);
    }

    /// <summary>How many are open, for the staff area.</summary>
    public async Task<int> OpenAsync(Viewer viewer, CancellationToken cancellation = default) =>
        viewer.IsStaff ? await Shown.CountAsync(m => !m.IsDone, cancellation) : 0;

    private IQueryable<SearchMiss> Shown =>
        _db.SearchMisses.AsNoTracking().Where(m => m.Times >= SearchMissRules.ShownFromTimes || m.Days >= SearchMissRules.ShownFromDays);

    // As everybody would find it; some of the words alone are no hit.
    private async Task<int?> HitsAsync(MissPlace place, string question, CancellationToken cancellation)
    {
        if (place == MissPlace.Finder) return await _advisers.RunAsync(Viewer.Public, new AdviserRequest(question), cancellation) is { Ready: true } found ? found.Advisers.Count : null;
        var result = await _search.RunAsync(Viewer.Public, new SearchRequest(question, Count: 1), cancellation);
        return !result.Ready ? null : result.Relaxed ? 0 : result.Total;
    }
}
