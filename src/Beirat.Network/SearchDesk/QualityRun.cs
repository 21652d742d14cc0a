using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Search;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.SearchDesk;

/// <summary>
/// Tries every expectation with the search as it is now, and keeps what came of it. Answers with the number of those that were tried;
/// refused while the index is being built.
/// </summary>
public sealed class QualityRun
{
    // Whoever waits longer believes that nothing happens; what was not tried by then stays as it was.
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(40);

    private readonly NetworkDb _db;
    private readonly SearchQuery _search;
    private readonly TimeProvider _time;

    internal QualityRun(NetworkDb db, SearchQuery search, TimeProvider time) => (_db, _search, _time) = (db, search, time);

    public async Task<Outcome<int>> RunAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        if (!viewer.IsStaff) return new Outcome<int>.NotFound();
        var hits = await _db.ExpectedHits.OrderBy(h => h.TriedAt).ThenBy(h => h.Id).Take(ExpectedHitChangeHandler.Most).ToListAsync(cancellation);
        var (begun, tried) = (_time.GetTimestamp(), 0);
        foreach (var asked in hits.GroupBy(h => (h.Question, h.Without, h.Audience)))
        {
            if (_time.GetElapsedTime(begun) > AtMost) break;
            if (await FindAsync(asked.First().Wish, asked.Max(h => h.Depth), cancellation) is not { } found) return new Outcome<int>.Refused(Refusal.ChangedMeanwhile);
            foreach (var hit in asked) hit.Try(found, _time.GetUtcNow());
            tried += asked.Count();
        }

        try
        {
            await _db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody took a row away meanwhile.
            return new Outcome<int>.Refused(Refusal.ChangedMeanwhile);
        }

        return new Outcome<int>.Done(tried);
    }

    // Page by page, as people look; null while there is no index.
    private async Task<List<SearchHit>?> FindAsync(Expectation wish, int depth, CancellationToken cancellation)
    {
        var found = new List<SearchHit>();
        for (var page = 1; (page - 1) * SearchQuery.MaxCount < depth; page++)
        {
            var request = new SearchRequest(wish.Question, Page: page, Count: SearchQuery.MaxCount) { Without = wish.Without };
            var result = await _search.RunAsync(Viewer.Of(wish.Audience), request, cancellation);
            if (!result.Ready) return null;
            found.AddRange(result.Hits);
            if (result.Total <= page * SearchQuery.MaxCount) break;
        }

        return found;
    }
}
