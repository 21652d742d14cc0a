using Beirat.Network.Testing;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>The operator's commands, run as an operator runs them: what they say and how they end.</summary>
public sealed class CommandTests(SeededFolder seeded) : IClassFixture<SeededFolder>
{
    [Fact]
    public async Task Seeding_works_once_and_changes_nothing_the_second_time()
    {
        Assert.Equal(0, seeded.Seeded.Code);
        Assert.Equal(0, seeded.Indexed.Code);
        using var folder = seeded.Copy();
        var before = People(folder);

        var again = await PortalProcess.RunAsync(folder.Path, "seed", "demo");

        Assert.Equal(1, again.Code);
        Assert.Contains("not empty", again.Output);
        Assert.Equal(before, People(folder));
    }

    [Fact]
    public async Task Migrate_makes_the_database_and_can_be_repeated()
    {
        using var folder = new TempFolder();
        Assert.Equal(0, (await PortalProcess.RunAsync(folder.Path, "migrate")).Code);
        Assert.Equal(0, (await PortalProcess.RunAsync(folder.Path, "migrate")).Code);
        Assert.Equal(0, People(folder));
    }

    [Fact]
    public async Task Check_finds_nothing_in_the_demo_council_and_names_a_planted_fault()
    {
        using var folder = seeded.Copy();
        var good = await PortalProcess.RunAsync(folder.Path, "check");
        Assert.True(good.Code == 0, good.Output);
        Run(folder, "DELETE FROM Posts WHERE rowid IN (SELECT rowid FROM Posts WHERE Sequence = 3 LIMIT 1)");

        var bad = await PortalProcess.RunAsync(folder.Path, "check");

        Assert.Equal(1, bad.Code);
        Assert.Contains("discussion ", bad.Output);
    }

    [Fact]
    public async Task Check_without_a_database_says_what_to_do()
    {
        using var folder = new TempFolder();
        var ended = await PortalProcess.RunAsync(folder.Path, "check");
        Assert.NotEqual(0, ended.Code);
        Assert.Contains("migrate", ended.Output);
    }

    [Fact]
    public async Task Importing_takes_the_good_lines_and_names_the_bad_ones()
    {
        using var folder = seeded.Copy();
        var file = folder.File("articles.jsonl");
        await File.WriteAllLinesAsync(file,
        [
            """{"id":"a1","title":"Erster","text":"Text **eins**.","language":"de","topics":["wohnungssuche"],"audience":"public"}""",
            "{ kaputt",
            """{"id":"a2","title":"Ohne Text","language":"de"}""",
            """{"id":"a3","title":"Dritter","text":"Text drei.","language":"xx"}""",
            """{"id":"a4","title":"Vierter","text":"Text vier.","language":"tr","date":"2026-03-14"}""",
        ]);

        var ended = await PortalProcess.RunAsync(folder.Path, "import", "articles", file);
        Assert.Equal(2, ended.Code);
        foreach (var line in new[] { "line 2:", "line 3:", "line 4:", "2 added", "3 left out" }) Assert.Contains(line, ended.Output);
        Assert.DoesNotContain("line 1:", ended.Output);

        await File.WriteAllLinesAsync(file, ["""{"id":"a1","title":"Erster","text":"Neuer Text.","language":"de"}"""]);
        var again = await PortalProcess.RunAsync(folder.Path, "import", "articles", file);
        Assert.Equal(0, again.Code);
        Assert.Contains("1 updated", again.Output);
        var missing = await PortalProcess.RunAsync(folder.Path, "import", "articles", folder.File("fehlt.jsonl"));
        Assert.Equal(1, missing.Code);
        Assert.Contains("fehlt.jsonl", missing.Output);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("migrate --help")]
    [InlineData("seed demo --help")]
    [InlineData("reindex --help")]
    [InlineData("check --help")]
    [InlineData("import articles --help")]
    [InlineData("user add --help")]
    [InlineData("user password --help")]
    [InlineData("token create --help")]
    public async Task Every_command_explains_itself(string command)
    {
        using var folder = new TempFolder();
        var ended = await PortalProcess.RunAsync(folder.Path, command.Split(' '));
        Assert.Equal(0, ended.Code);
        Assert.Contains("Usage", ended.Output);
        Assert.False(File.Exists(folder.File("network.db")));
    }

    [Theory]
    [InlineData("unsinn")]
    [InlineData("seed")]
    [InlineData("user password")]
    [InlineData("user add ohne@rolle.example")]
    public async Task An_unknown_or_unfinished_command_fails(string command)
    {
        using var folder = new TempFolder();
        Assert.NotEqual(0, (await PortalProcess.RunAsync(folder.Path, command.Split(' '))).Code);
    }

    private static long People(TempFolder folder) => (long)Run(folder, "SELECT COUNT(*) FROM People")!;

    private static object? Run(TempFolder folder, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={folder.File("network.db")};Pooling=False;Foreign Keys=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written in this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
