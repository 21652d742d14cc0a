using System.Text.RegularExpressions;
using Xunit;

namespace Beirat.Network.Architecture.Tests;

/// <summary>Names say what a thing is, files stay small, the house is tidy.</summary>
public sealed partial class NamingTests
{
    private const int Longest = 300;
    private const int Usual = 160;

    private static readonly string[] Hollow = ["Manager", "Helper", "Helpers", "Service", "Base", "Impl", "Dto", "Utils", "Util"];

    private static readonly string[] TopLevel =
    [
        "src", "tests", "seed", "Beirat.Network.sln", "README.md", "LICENSE", "global.json", "Directory.Build.props", "Directory.Packages.props",
        "BannedSymbols.txt", ".editorconfig", ".gitattributes", ".gitignore", ".config",
    ];

    private static readonly string[] Runners = [".ci", ".devcontainer"];

    /// <summary>What there may be besides, because a tool made it and the repository does not keep it.</summary>
    private static readonly string[] NotKept = [".git", "artifacts", "data", ".vs", ".vscode", ".idea"];

    [Fact]
    public void No_name_is_hollow() =>
        Assert.DoesNotContain(Parts.Written.Select(t => t.Name.Split('`')[0]), n => Hollow.Any(h => n.EndsWith(h, StringComparison.Ordinal)));

    [Fact]
    public void Files_are_short()
    {
        var files = Sources.Of("src", ".cs", ".razor", ".js").Concat(Sources.Of("tests", ".cs")).ToList();

        Assert.Empty(files.Where(f => f.Lines > Longest).Select(f => $"{f} has {f.Lines} lines"));
        Assert.True(files.Count(f => f.Lines <= Usual) >= files.Count * 0.9, $"More than one in ten files has over {Usual} lines.");
    }

    [Fact]
    public void There_are_no_regions() =>
        Assert.DoesNotContain(Sources.Of("src", ".cs"), f => Region().IsMatch(f.Text));

    [Fact]
    public void The_top_level_holds_what_it_should_and_nothing_else()
    {
        var entries = Directory.EnumerateFileSystemEntries(Sources.Root).Select(e => Path.GetFileName(e)!).Except(NotKept).Except(Runners).Order(StringComparer.Ordinal);

        Assert.Equal(TopLevel.Order(StringComparer.Ordinal), entries);
    }

    [Fact]
    public void The_two_migration_sets_have_the_same_steps()
    {
        static IEnumerable<string> Steps(System.Reflection.Assembly part) => part.GetTypes()
            .Where(t => t.Namespace?.EndsWith(".Migrations", StringComparison.Ordinal) == true && t.BaseType?.Name == "Migration").Select(t => t.Name).Order(StringComparer.Ordinal);

        Assert.NotEmpty(Steps(Parts.Sqlite));
        Assert.Equal(Steps(Parts.Sqlite), Steps(Parts.Postgres));
    }

    [GeneratedRegex(@"^\s*#region", RegexOptions.Multiline)]
    private static partial Regex Region();
}
