using System.Globalization;
using Beirat.Network.Search.Analysis;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Microsoft.Extensions.Logging;
using Directory = System.IO.Directory;

namespace Beirat.Network.Search;

/// <summary>
/// The index that is searched now. It is disposable: whatever is wrong with it, it is built again from the database,
/// into a folder of its own, and then takes over.
/// </summary>
internal sealed partial class SearchIndex(SearchFolder root, TimeProvider time, ILogger<SearchIndex> log) : IDisposable
{
    private readonly ReaderWriterLockSlim _switching = new();
    private IndexGeneration? _current;
    private FileStream? _held;

    /// <summary>Null until an index was opened or built.</summary>
    public IndexGeneration? Current => _current;

    /// <summary>True once there is something to search.</summary>
    public bool IsReady => _current is not null;

    /// <summary>Opens the newest index that is whole. False: there is none, it must be built.</summary>
    /// <exception cref="LockObtainFailedException">Another process holds the index.</exception>
    public bool TryOpen()
    {
        Hold();
        foreach (var folder in Directory.GetDirectories(root.Path).OrderDescending(StringComparer.Ordinal))
        {
            try
            {
                if (IndexGeneration.Open(folder) is { } generation)
                {
                    TakeOver(generation);
                    return true;
                }
            }
            catch (Exception fault) when (fault is not LockObtainFailedException)
            {
                LogUnreadable(fault, Path.GetFileName(folder));
            }
        }

        return false;
    }

    /// <summary>An empty index beside the current one, to be filled and then to <see cref="TakeOver"/>.</summary>
    public IndexGeneration Begin(CompoundWords words)
    {
        // The time sorts; the rest keeps two builds apart when the clock stands still or was put back.
        var name = time.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfffffff", CultureInfo.InvariantCulture) + $"-{Guid.NewGuid():N}"[..9];
        return IndexGeneration.Create(Directory.CreateDirectory(Path.Combine(root.Path, name)).FullName, words);
    }

    /// <summary>From now on this one is searched. The old one is closed and deleted.</summary>
    public void TakeOver(IndexGeneration next)
    {
        IndexGeneration? old;
        _switching.EnterWriteLock();
        try
        {
            (old, _current) = (_current, next);
        }
        finally
        {
            _switching.ExitWriteLock();
        }

        old?.Dispose();
        foreach (var folder in Directory.GetDirectories(root.Path).Where(f => f != next.Folder)) Discard(folder);
    }

    /// <summary>Runs a search; null while there is no index.</summary>
    public T? Search<T>(Func<IndexSearcher, TextAnalysis, T> search) where T : class
    {
        _switching.EnterReadLock();
        try
        {
            return _current?.Search(search);
        }
        finally
        {
            _switching.ExitReadLock();
        }
    }

    public void Dispose()
    {
        _current?.Dispose();
        _held?.Dispose();
        _switching.Dispose();
    }

    // Lucene's own lock does not keep out another process here, and two of them would delete each other's index.
    private void Hold()
    {
        Directory.CreateDirectory(root.Path);
        try
        {
            _held ??= new FileStream(Path.Combine(root.Path, "index.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault)
        {
            throw new LockObtainFailedException("Another process holds the search index.", fault);
        }
    }

    private void Discard(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException fault)
        {
            LogLeftOver(fault, Path.GetFileName(folder));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search index {Folder} cannot be read and is built again from the database.")]
    private partial void LogUnreadable(Exception fault, string folder);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The old search index {Folder} could not be deleted.")]
    private partial void LogLeftOver(Exception fault, string folder);
}

/// <summary>Where the indexes of this node live.</summary>
internal sealed record SearchFolder(string Path);
