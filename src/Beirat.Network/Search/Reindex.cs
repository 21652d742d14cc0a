using Beirat.Network.Data;
using Beirat.Network.Outbox;
using Lucene.Net.Store;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Search;

/// <summary>Builds the search index anew, on the operator's word.</summary>
public sealed class Reindex
{
    private readonly IDbContextFactory<NetworkDb> _factory;
    private readonly SearchIndex _index;
    private readonly IndexFeed _feed;
    private readonly TimeProvider _time;

    internal Reindex(IDbContextFactory<NetworkDb> factory, SearchIndex index, IndexFeed feed, TimeProvider time) =>
        (_factory, _index, _feed, _time) = (factory, index, feed, time);

    /// <summary>
    /// True: built here. False: a running portal holds the index; it was asked to build it anew, goes on answering
    /// from the old one meanwhile, and so does every other node.
    /// </summary>
    public async Task<bool> RunAsync(IProgress<int>? progress, CancellationToken cancellation = default)
    {
        try
        {
            _index.TryOpen();
            await _feed.RebuildAsync(progress, cancellation);
            return true;
        }
        catch (LockObtainFailedException)
        {
            await using var db = await _factory.CreateDbContextAsync(cancellation);
            db.Outbox.Add(new OutboxEntry(new Subject(SubjectKind.Everything, Guid.Empty), _time.GetUtcNow()));
            await db.SaveChangesAsync(cancellation);
            return false;
        }
    }
}
