namespace Beirat.Network.Testing;

/// <summary>A folder of one test, gone afterwards.</summary>
public sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("beirat-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Takes over everything but locks, which belong to whoever holds them.</summary>
    public void CopyFrom(string source)
    {
        foreach (var folder in Directory.GetDirectories(source, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(folder.Replace(source, Path, StringComparison.Ordinal));
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
            System.IO.File.Copy(file, file.Replace(source, Path, StringComparison.Ordinal));
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Something still holds a file; the system clears its temporary folder.
        }
    }
}
