namespace Beirat.Network.Web;

/// <summary>The data folder cannot be used; the message says why, for the operator.</summary>
internal sealed class DataFolderException(string message, Exception inner) : Exception(message, inner);

/// <summary>Holds the data folder for one portal: two of them on one folder would fight over its search index.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    private DataFolder(FileStream held) => _lock = held;

    /// <exception cref="DataFolderException">It cannot be made, written to, or is held by another portal.</exception>
    public static DataFolder Take(string path)
    {
        Make(path);
        try
        {
            return new DataFolder(new FileStream(Path.Combine(path, "portal.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException fault)
        {
            throw new DataFolderException("another portal is running on it. End that one first, or set Beirat__DataFolder to another folder.", fault);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new DataFolderException("it is not writable for this user.", fault);
        }
    }

    /// <summary>Makes the folder when it is missing, readable for this user alone.</summary>
    public static void Make(string path)
    {
        try
        {
            if (Directory.Exists(path)) return;
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
            else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException($"it cannot be made ({fault.Message}).", fault);
        }
    }

    public void Dispose() => _lock.Dispose();
}
