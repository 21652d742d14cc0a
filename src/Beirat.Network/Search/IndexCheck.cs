using Lucene.Net.Index;
using Lucene.Net.Store;
using Directory = System.IO.Directory;

namespace Beirat.Network.Search;

/// <summary>Reads the whole index, part by part, and says what is wrong with it.</summary>
internal static class IndexCheck
{
    public static IEnumerable<string> Run(SearchFolder folder)
    {
        if (!Directory.Exists(folder.Path) || Directory.GetDirectories(folder.Path) is not { Length: > 0 } folders)
            return ["search index: missing; run reindex, or start the portal, which builds it"];
        // One that is being built beside has nothing committed yet: what is searched is the newest that has.
        try
        {
            if (folders.OrderDescending(StringComparer.Ordinal).FirstOrDefault(HoldsIndex) is not { } searched)
                return ["search index: not readable; run reindex"];
            using var directory = new NIOFSDirectory(searched);
            var status = new CheckIndex(directory).DoCheckIndex();
            return status.Clean ? [] : [$"search index: {status.NumBadSegments} damaged parts; run reindex"];
        }
        catch (Exception fault) when (fault is IOException or CorruptIndexException)
        {
            return [$"search index: {fault.Message}; run reindex"];
        }
    }

    private static bool HoldsIndex(string folder)
    {
        using var directory = new NIOFSDirectory(folder);
        return DirectoryReader.IndexExists(directory);
    }
}
