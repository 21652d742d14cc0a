using Beirat.Network.Data;
using Beirat.Network.Outbox;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Search;

/// <summary>Brings subjects from the database into an index.</summary>
internal sealed class IndexWork(IDbContextFactory<NetworkDb> factory, TopicDirectory topics, IEnumerable<ISubjectDocuments> documents)
{
    private const int BatchSize = 500;

    private readonly Dictionary<SubjectKind, ISubjectDocuments> _documents = documents.ToDictionary(d => d.Kind);

    /// <summary>The number of the newest outbox entry; 0 when there is none.</summary>
    public async Task<(long Oldest, long Newest)> OutboxRangeAsync(CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var oldest = await db.Outbox.MinAsync(e => (long?)e.Id, cancellation) ?? 0;
        return (oldest, await db.Outbox.MaxAsync(e => (long?)e.Id, cancellation) ?? 0);
    }

    public async Task<List<OutboxEntry>> EntriesAfterAsync(long cursor, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        return await db.Outbox.AsNoTracking().Where(e => e.Id > cursor).OrderBy(e => e.Id).Take(BatchSize).ToListAsync(cancellation);
    }

    /// <summary>Reads the subjects again and replaces what the index holds of them.</summary>
    public async Task ApplyAsync(IndexGeneration index, IReadOnlyCollection<Subject> subjects, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var scheme = await topics.SchemeAsync(cancellation);
        var all = await WithDependentsAsync(db, subjects, cancellation);
        foreach (var kind in all.Where(s => _documents.ContainsKey(s.Kind)).GroupBy(s => s.Kind))
        {
            foreach (var chunk in kind.Chunk(BatchSize))
                index.Replace(chunk, await _documents[kind.Key].OfAsync(db, [.. chunk.Select(s => s.Id)], scheme, cancellation));
        }
    }

    /// <summary>Fills an empty index with everything. Reports how many subjects are done.</summary>
    public async Task FillAsync(IndexGeneration index, IProgress<int>? progress, CancellationToken cancellation)
    {
        var scheme = await topics.SchemeAsync(cancellation);
        var done = 0;
        foreach (var kind in _documents.Values)
        {
            Guid? last = null;
            while (true)
            {
                await using var db = await factory.CreateDbContextAsync(cancellation);
                var ids = await kind.IdsAsync(db, last, BatchSize, cancellation);
                if (ids.Count == 0) break;
                index.Replace([], await kind.OfAsync(db, ids, scheme, cancellation));
                last = ids[^1];
                progress?.Report(done += ids.Count);
            }
        }
    }

    private async Task<HashSet<Subject>> WithDependentsAsync(NetworkDb db, IReadOnlyCollection<Subject> subjects, CancellationToken cancellation)
    {
        var all = subjects.ToHashSet();
        foreach (var kind in subjects.Where(s => _documents.ContainsKey(s.Kind)).GroupBy(s => s.Kind))
            all.UnionWith(await _documents[kind.Key].DependentsAsync(db, [.. kind.Select(s => s.Id)], cancellation));
        return all;
    }
}
