using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Outbox;
using Beirat.Network.Search;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.SavedSearches;

/// <summary>Looks whether a search has new hits: among what changed since its position, with what its owner may see now.</summary>
internal sealed class SavedSearchLook(NetworkDb db, SearchIndex index, SearchQuery query, TimeProvider time)
{
    // The newest of what changed since the last look; after a great import more is not counted.
    private const int MaxChanges = 2_000;

    /// <summary>How far changes can be found: the index may be a moment behind.</summary>
    public async Task<long> PositionAsync(CancellationToken cancellation) =>
        index.Current?.Cursor ?? await db.Outbox.MaxAsync(e => (long?)e.Id, cancellation) ?? 0;

    /// <summary>Counts and remembers the position; the caller saves. Returns the number of new hits, 0 while there is no index.</summary>
    public async Task<int> LookAsync(Viewer viewer, SavedSearch search, CancellationToken cancellation)
    {
        if (index.Current is null) return 0;
        var position = await PositionAsync(cancellation);
        // Another node's index may be a moment behind; in a database that was put back nothing is new.
        if (position < search.Position) position = Math.Min(search.Position, await db.Outbox.MaxAsync(e => (long?)e.Id, cancellation) ?? 0);
        var entries = await db.Outbox.AsNoTracking().Where(e => e.Id > search.Position && e.Id <= position)
            .OrderByDescending(e => e.Id).Take(MaxChanges).Select(e => new { e.Kind, e.SubjectId }).ToListAsync(cancellation);
        var changed = entries.Select(e => new Subject(e.Kind, e.SubjectId)).ToHashSet();
        if (await query.CountAsync(viewer, search.Request, changed, cancellation) is not { } found) return 0;
        search.Look(found, position, time.GetUtcNow());
        return found;
    }
}
