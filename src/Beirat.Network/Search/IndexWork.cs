using System.Data.Common;
using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Ledger;
using Beirat.Network.Outbox;
using Beirat.Network.Search.Analysis;
using Beirat.Network.SearchDesk;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Beirat.Network.Search;

/// <summary>Brings subjects from the database into an index.</summary>
internal sealed partial class IndexWork(
    IDbContextFactory<NetworkDb> factory, TopicDirectory topics, IEnumerable<ISubjectDocuments> documents, ILogger<IndexWork> log)
{
    private const int BatchSize = 500;

    // Of each kind.
    private const int CountedTexts = 20_000;

    private readonly Dictionary<SubjectKind, ISubjectDocuments> _documents = documents.ToDictionary(d => d.Kind);

    /// <summary>True when the subject itself is at fault; false when disk or database are, which will pass.</summary>
    public static bool IsOfSubject(Exception fault) =>
        fault is not (IOException or OperationCanceledException or DbException) && fault.InnerException is not DbException;

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
        // Whoever else hears of a new name may hear of it later than this.
        if (subjects.Any(s => s.Kind == SubjectKind.Topic)) topics.Forget();
        var scheme = await topics.SchemeAsync(cancellation);
        var all = await WithDependentsAsync(db, subjects, cancellation);
        foreach (var kind in all.Where(s => _documents.ContainsKey(s.Kind)).GroupBy(s => s.Kind))
        {
            foreach (var chunk in kind.Chunk(BatchSize))
                index.Replace(chunk, await ReadAsync(_documents[kind.Key], db, [.. chunk.Select(s => s.Id)], scheme, cancellation));
        }
    }

    /// <summary>
    /// What compounds are split by: the German words of the vocabulary, and how often words stand on their own in the texts there are.
    /// Of very many texts a part is enough.
    /// </summary>
    public async Task<CompoundWords> CompoundWordsAsync(CancellationToken cancellation)
    {
        var stems = KnownWords.Stems();
        var scheme = await topics.SchemeAsync(cancellation);
        foreach (var kind in _documents.Values)
        {
            Guid? last = null;
            for (var read = 0; read < CountedTexts; read += BatchSize)
            {
                await using var db = await factory.CreateDbContextAsync(cancellation);
                var ids = await kind.IdsAsync(db, last, BatchSize, cancellation);
                if (ids.Count == 0) break;
                foreach (var text in await TextsAsync(kind, db, ids, scheme, cancellation)) TextAnalysis.Count(text, stems);
                last = ids[^1];
            }
        }

        await using var words = await factory.CreateDbContextAsync(cancellation);
        var own = await words.OwnWords.AsNoTracking().ToListAsync(cancellation);
        return new CompoundWords(KnownWords.Frequent(stems), KnownWords.Whole).With(new OwnSplits(own.Select(OwnWordReading.Of)));
    }

    // Texts that cannot be read are missing here; whoever indexes them finds out which.
    private static async Task<IEnumerable<string>> TextsAsync(
        ISubjectDocuments kind, NetworkDb db, List<Guid> ids, TopicScheme scheme, CancellationToken cancellation)
    {
        try
        {
            var documents = await kind.OfAsync(db, ids, scheme, cancellation);
            return documents.Where(d => d.Language == Languages.Default && d.Evidence is null).Select(d => $"{d.Title}\n{d.Body}");
        }
        catch (Exception fault) when (IsOfSubject(fault))
        {
            return [];
        }
    }

    /// <summary>Fills an empty index with everything. Reports how many subjects are done.</summary>
    public async Task FillAsync(IndexGeneration index, IProgress<int>? progress, CancellationToken cancellation)
    {
        var scheme = await topics.SchemeAsync(cancellation);
        var done = 0;
        foreach (var kind in _documents.Values)
        {
            var next = BatchAsync(kind, null, scheme, cancellation);
            while (await next is { Ids.Count: > 0 } batch)
            {
                // The database is read while the words are.
                next = BatchAsync(kind, batch.Ids[^1], scheme, cancellation);
                await FillAsync(index, kind, batch, scheme, cancellation);
                progress?.Report(done += batch.Ids.Count);
            }
        }
    }

    private Task<Batch> BatchAsync(ISubjectDocuments kind, Guid? after, TopicScheme scheme, CancellationToken cancellation) => Task.Run(async () =>
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var ids = await kind.IdsAsync(db, after, BatchSize, cancellation);
        try
        {
            return new Batch(ids, ids.Count == 0 ? [] : await ReadAsync(kind, db, ids, scheme, cancellation));
        }
        catch (Exception fault) when (IsOfSubject(fault))
        {
            return new Batch(ids, null);
        }
    }, cancellation);

    // A text that cannot be indexed must not keep all the others from being found: it is parked.
    private async Task FillAsync(IndexGeneration index, ISubjectDocuments kind, Batch batch, TopicScheme scheme, CancellationToken cancellation)
    {
        try
        {
            if (batch.Documents is not null)
            {
                index.Add(batch.Documents);
                return;
            }
        }
        catch (Exception fault) when (IsOfSubject(fault))
        {
            // Which of them is at fault shows when they are taken one by one.
        }

        await using var db = await factory.CreateDbContextAsync(cancellation);
        foreach (var subject in batch.Ids.Select(id => new Subject(kind.Kind, id)))
        {
            try
            {
                index.Replace([subject], await ReadAsync(kind, db, [subject.Id], scheme, cancellation));
            }
            catch (Exception fault) when (IsOfSubject(fault))
            {
                LogParked(fault, subject);
                index.Parked.Add(subject);
            }
        }
    }

    // Evidence that somebody contests counts nowhere until it is decided about.
    private static async Task<IReadOnlyCollection<IndexedDocument>> ReadAsync(
        ISubjectDocuments kind, NetworkDb db, IReadOnlyCollection<Guid> ids, TopicScheme scheme, CancellationToken cancellation)
    {
        var documents = await kind.OfAsync(db, ids, scheme, cancellation);
        var sources = documents.Select(d => d.Evidence?.Source).OfType<Guid>().Distinct().ToList();
        if (sources.Count == 0) return documents;
        var contested = await db.EvidenceContests.Uncounted().Where(c => sources.Contains(c.SourceId))
            .Select(c => new EvidenceOf(c.PersonId, c.Kind, c.SourceId)).ToListAsync(cancellation);
        return contested.Count == 0 ? documents : [.. documents.Where(d => d.Evidence is null || !contested.Contains(d.Evidence))];
    }

    private async Task<HashSet<Subject>> WithDependentsAsync(NetworkDb db, IReadOnlyCollection<Subject> subjects, CancellationToken cancellation)
    {
        var all = subjects.ToHashSet();
        foreach (var kind in subjects.Where(s => _documents.ContainsKey(s.Kind)).GroupBy(s => s.Kind))
            all.UnionWith(await _documents[kind.Key].DependentsAsync(db, [.. kind.Select(s => s.Id)], cancellation));
        return all;
    }

    /// <summary>Some subjects of a kind and their documents; null when one of them cannot be read.</summary>
    private sealed record Batch(List<Guid> Ids, IReadOnlyCollection<IndexedDocument>? Documents);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Subject} cannot be indexed and is parked.")]
    private partial void LogParked(Exception fault, Subject subject);
}
