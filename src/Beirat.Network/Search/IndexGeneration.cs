using System.Globalization;
using Beirat.Network.Outbox;
using Beirat.Network.Search.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Directory = Lucene.Net.Store.Directory;

namespace Beirat.Network.Search;

/// <summary>
/// One index on disk: a writer, and readers that see what was written at once. The position in the outbox is part of
/// each commit, so that index and position cannot disagree.
/// </summary>
internal sealed class IndexGeneration : IDisposable
{
    // Raise when fields or analysis change: an index of another format is rebuilt.
    private const string Format = "10";
    private const string FormatKey = "format";
    private const string CursorKey = "cursor";
    private const string ParkedKey = "parked";
    private const string WordsFile = "compounds.txt";

    private const int Many = 20;

    private readonly Directory _directory;
    private readonly IndexWriter _writer;
    private readonly SearcherManager _searchers;

    private readonly DocumentFields _fields;

    private IndexGeneration(string folder, OpenMode mode, CompoundWords words)
    {
        Folder = folder;
        Analysis = new TextAnalysis(words);
        _fields = new DocumentFields(Analysis);
        // Never FSDirectory.Open: it picks memory mapping, which is slow in parallel and not stable in this version.
        _directory = new NRTCachingDirectory(new NIOFSDirectory(folder), 5, 60);
        try
        {
            _writer = new IndexWriter(_directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer())
            {
                OpenMode = mode,
                RAMBufferSizeMB = 32,
                // A purge takes every deleted document out, not only where they are many.
                MergePolicy = new TieredMergePolicy { ForceMergeDeletesPctAllowed = 0 },
                Similarity = new Lucene.Net.Search.Similarities.BM25Similarity(),
            });
            _searchers = new SearcherManager(_writer, applyAllDeletes: true, new WarmSearchers());
        }
        catch
        {
            _writer?.Dispose();
            _directory.Dispose();
            throw;
        }
    }

    public string Folder { get; }

    /// <summary>How the texts in it were read; a question must be read alike.</summary>
    public TextAnalysis Analysis { get; }

    /// <summary>The last outbox entry that searches see; what was committed may be behind it, and is read again after a crash.</summary>
    public long Cursor { get; private set; }

    /// <summary>Subjects that could not be indexed in spite of several tries.</summary>
    public HashSet<Subject> Parked { get; } = [];

    /// <summary>Makes a new, empty index.</summary>
    public static IndexGeneration Create(string folder, CompoundWords words)
    {
        words.Save(Path.Combine(folder, WordsFile));
        return new IndexGeneration(folder, OpenMode.CREATE, words);
    }

    /// <summary>Opens an index that was committed before; null when there is none of this format in the folder.</summary>
    public static IndexGeneration? Open(string folder)
    {
        using (var directory = new NIOFSDirectory(folder))
        {
            if (!DirectoryReader.IndexExists(directory)) return null;
            using var reader = DirectoryReader.Open(directory);
            if (!reader.IndexCommit.UserData.TryGetValue(FormatKey, out var format) || format != Format) return null;
            // Opening reads little of it: a damaged part would show only in the middle of somebody's search.
            foreach (var part in reader.Leaves) part.AtomicReader.CheckIntegrity();
        }

        if (CompoundWords.Load(Path.Combine(folder, WordsFile)) is not { } words) return null;
        var generation = new IndexGeneration(folder, OpenMode.APPEND, words);
        generation.Recall();
        return generation;
    }

    /// <summary>Replaces the documents of subjects; a subject without documents disappears.</summary>
    public void Replace(IReadOnlyCollection<Subject> subjects, IReadOnlyCollection<IndexedDocument> documents)
    {
        _writer.DeleteDocuments([.. subjects.Select(s => new Term(SearchField.Subject, s.ToString()))]);
        Add(documents);
    }

    /// <summary>Adds documents of which it holds none yet, in their order. The words of many are read on all cores.</summary>
    public void Add(IReadOnlyCollection<IndexedDocument> documents)
    {
        var made = documents.Count < Many
            ? documents.Select(d => DocumentFactory.Make(d, _fields))
            : documents.AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(d => DocumentFactory.Make(d, _fields));
        foreach (var document in made) _writer.AddDocument(document);
    }

    /// <summary>Lets searches see what was written.</summary>
    public void Refresh() => _searchers.MaybeRefreshBlocking();

    /// <summary>Searches see the outbox as far as this entry.</summary>
    public void Reach(long cursor) => Cursor = cursor;

    /// <summary>Makes what was written durable, together with the position.</summary>
    public void Commit(long cursor)
    {
        Cursor = cursor;
        _writer.SetCommitData(new Dictionary<string, string>
        {
            [FormatKey] = Format,
            [CursorKey] = cursor.ToString(CultureInfo.InvariantCulture),
            [ParkedKey] = string.Join(' ', Parked),
        });
        _writer.Commit();
    }

    /// <summary>
    /// Takes deleted documents out of the files. Until then they are only marked: their words and stored texts lie in
    /// their segment until it happens to be merged, which may be never.
    /// </summary>
    public void Purge(long cursor)
    {
        _writer.ForceMergeDeletes();
        Commit(cursor);
        Refresh();
        _writer.DeleteUnusedFiles();
    }

    public T Search<T>(Func<IndexSearcher, TextAnalysis, T> search)
    {
        var searcher = _searchers.Acquire();
        try
        {
            return search(searcher, Analysis);
        }
        finally
        {
            _searchers.Release(searcher);
        }
    }

    public void Dispose()
    {
        _searchers.Dispose();
        _writer.Dispose();
        _directory.Dispose();
    }

    private void Recall()
    {
        var data = _writer.CommitData;
        Cursor = long.Parse(data[CursorKey], CultureInfo.InvariantCulture);
        Parked.UnionWith(data[ParkedKey].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Subject.Parse).OfType<Subject>());
    }

    private sealed class WarmSearchers : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) =>
            new(reader) { Similarity = new Lucene.Net.Search.Similarities.BM25Similarity() };
    }
}
