using Lucene.Net.Index;
using Lucene.Net.Store;
using Directory = System.IO.Directory;

namespace Beirat.Network.Search;

/// <summary>Reads the whole index, part by part, and says what is wrong with it.</summary>
internal static class IndexCheck
{
    public static IEnumerable<string> Run(SearchFolder folder)
    {
        var newest = Directory.Exists(folder.Path) ? Directory.GetDirectories(folder.Path).Max(StringComparer.Ordinal) : null;
        if (newest is null) return ["search index: missing; run reindex, or start the portal, which builds it"];
        try
        {
            using var directory = new NIOFSDirectory(newest);
            if (!DirectoryReader.IndexExists(directory)) return ["search index: not readable; run reindex"];
            var status = new CheckIndex(directory).DoCheckIndex();
            return status.Clean ? [] : [$"search index: {status.NumBadSegments} damaged parts; run reindex"];
        }
        catch (Exception fault) when (fault is IOException or CorruptIndexException)
        {
            return [$"search index: {fault.Message}; run reindex"];
        }
    }
}
