using System.Threading.Channels;
using Beirat.Network.Outbox;
using Beirat.Network.Vocabulary;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Beirat.Network.Search;

/// <summary>Keeps the index up with the database: opens or builds it at the start, then follows the outbox.</summary>
internal sealed partial class IndexFeed(SearchIndex index, IndexWork work, ConceptDirectory concepts, OutboxSignal signal, ILogger<IndexFeed> log) : BackgroundService
{
    private const int Tries = 3;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);

    // The first pages come first.
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(3);

    // Searches see a change at once; a crash costs at most this many entries, which are then read again.
    private const int EntriesPerCommit = 2_000;

    // Each look makes the index anew for searchers: those who write at the same time are read together.
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(200);

    private readonly ChannelReader<bool> _saves = signal.Subscribe();
    private int _uncommitted;
    private Task? _warming;

    // The last commit belongs to this one run, not to stopping, which a host may ask for twice at once.
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogFault(fault);
                await Task.WhenAny(Task.Delay(Idle, stoppingToken));
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                // A read that was cut off by the end of the process is no fault.
            }
        }

        if (index.Current is { } current && _uncommitted > 0) current.Commit(current.Cursor);
    }

    private async Task FollowAsync(CancellationToken cancellation)
    {
        if (!index.IsReady && !index.TryOpen()) await RebuildAsync(null, cancellation);
        if (!await FitsAsync(index.Current!, cancellation)) await RebuildAsync(null, cancellation);
        _warming ??= WarmAsync(cancellation);
        var cursor = index.Current!.Cursor;
        while (true)
        {
            var entries = await work.EntriesAfterAsync(cursor, cancellation);
            if (entries.Any(e => e.Kind == SubjectKind.Everything))
            {
                await RebuildAsync(null, cancellation);
                cursor = index.Current!.Cursor;
                continue;
            }

            if (entries.Count > 0)
            {
                await ApplyAsync([.. entries.Select(e => new Subject(e.Kind, e.SubjectId)).Distinct()], cancellation);
                cursor = entries[^1].Id;
                index.Current!.Reach(cursor);
                _uncommitted += entries.Count;
                if (entries.Any(e => e.Kind == SubjectKind.Erased)) Purge(cursor);
                await Task.Delay(Breath, cancellation);
            }

            // While people write, the disk is theirs: what is not committed here is read again after a crash.
            if (_uncommitted >= EntriesPerCommit) Commit(cursor);
            if (entries.Count == 0 && !await OutboxSignal.WaitAsync(_saves, Idle, cancellation) && _uncommitted > 0) Commit(cursor);
        }
    }

    // The first who searches should not wait until the vocabulary is read; what reading leaves behind is given back.
    private async Task WarmAsync(CancellationToken cancellation)
    {
        await Task.Delay(AfterStart, cancellation);
        await concepts.GetAsync(cancellation);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    /// <summary>Builds the index anew from the database, while the old one goes on answering.</summary>
    public async Task RebuildAsync(IProgress<int>? progress, CancellationToken cancellation)
    {
        LogRebuild();
        var (_, cursor) = await work.OutboxRangeAsync(cancellation);
        var next = index.Begin(await work.CompoundWordsAsync(cancellation));
        try
        {
            await work.FillAsync(next, progress, cancellation);
            next.Commit(cursor);
            next.Refresh();
        }
        catch
        {
            next.Dispose();
            throw;
        }

        index.TakeOver(next);
        _uncommitted = 0;
        // A build leaves more garbage than hours of running, and it is rare: give the memory back.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        LogRebuilt();
    }

    // A database that was put back to an earlier state, or entries that were cleared before this node saw them.
    private async Task<bool> FitsAsync(IndexGeneration current, CancellationToken cancellation)
    {
        var (oldest, newest) = await work.OutboxRangeAsync(cancellation);
        return current.Cursor <= newest && (oldest == 0 || current.Cursor >= oldest - 1);
    }

    private void Commit(long cursor)
    {
        index.Current!.Commit(cursor);
        _uncommitted = 0;
    }

    private void Purge(long cursor)
    {
        index.Current!.Purge(cursor);
        _uncommitted = 0;
    }

    private async Task ApplyAsync(IReadOnlyList<Subject> subjects, CancellationToken cancellation)
    {
        var current = index.Current!;
        try
        {
            await work.ApplyAsync(current, subjects, cancellation);
            current.Parked.ExceptWith(subjects);
        }
        catch (Exception fault) when (IndexWork.IsOfSubject(fault))
        {
            // One of them is at fault: take them one by one, so that the others get through.
            LogFault(fault);
            foreach (var subject in subjects) await ApplyOneAsync(current, subject, cancellation);
        }

        current.Refresh();
    }

    private async Task ApplyOneAsync(IndexGeneration current, Subject subject, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await work.ApplyAsync(current, [subject], cancellation);
                current.Parked.Remove(subject);
                return;
            }
            catch (Exception fault) when (IndexWork.IsOfSubject(fault))
            {
                if (attempt == Tries)
                {
                    LogParked(fault, subject);
                    current.Parked.Add(subject);
                    return;
                }

                await Task.Delay(TimeSpan.FromMilliseconds(100 * Math.Pow(4, attempt)), cancellation);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The search index could not follow; trying again.")]
    private partial void LogFault(Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Subject} cannot be indexed and is parked.")]
    private partial void LogParked(Exception fault, Subject subject);

    [LoggerMessage(Level = LogLevel.Information, Message = "The search index is being built from the database.")]
    private partial void LogRebuild();

    [LoggerMessage(Level = LogLevel.Information, Message = "The search index is complete.")]
    private partial void LogRebuilt();
}
