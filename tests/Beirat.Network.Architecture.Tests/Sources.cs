using System.Text.RegularExpressions;

namespace Beirat.Network.Architecture.Tests;

/// <summary>The files of the repository, as somebody wrote them: nothing generated, nothing built.</summary>
internal static partial class Sources
{
    public static readonly string Root = FindRoot();

    private static readonly Lazy<string[]> All = new(() => [.. new[] { "src", "tests" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories))
        .Where(f => !Generated().IsMatch(f.Replace('\\', '/')))]);

    public static IEnumerable<SourceFile> Of(string folder, params string[] extensions) => All.Value
        .Where(f => f.StartsWith(Path.Combine(Root, folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal) && extensions.Contains(Path.GetExtension(f)))
        .Select(f => new SourceFile(Path.GetRelativePath(Root, f).Replace('\\', '/'), File.ReadAllText(f)));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Beirat.Network.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("These tests read the sources; run them from inside the repository.");
    }

    [GeneratedRegex("/(obj|bin|artifacts|Migrations|node_modules|lib)/")]
    private static partial Regex Generated();
}

/// <summary>A file by its path from the root.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    public string Name => System.IO.Path.GetFileName(Path);

    public int Lines => Text.AsSpan().TrimEnd().Count('\n') + 1;

    public override string ToString() => Path;
}
