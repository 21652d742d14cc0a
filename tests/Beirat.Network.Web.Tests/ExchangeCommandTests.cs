using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>Importing and exporting people and organisations, as an operator runs it.</summary>
public sealed class ExchangeCommandTests(SeededFolder seeded) : IClassFixture<SeededFolder>
{
    [Fact]
    public async Task People_go_out_to_a_file_for_the_operator_alone_and_come_back_unchanged()
    {
        using var folder = seeded.Copy();
        var file = folder.File("people.csv");
        await File.WriteAllTextAsync(file, "alt");

        var exported = await PortalProcess.RunAsync(folder.Path, "export", "people", file);
        var dry = await PortalProcess.RunAsync(folder.Path, "import", "people", file, "--dry-run");

        Assert.Equal(0, exported.Code);
        Assert.StartsWith("id,given_name,", await File.ReadAllTextAsync(file));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Empty(Directory.GetFiles(folder.Path, "*.part"));
        Assert.True(dry.Code == 0, dry.Output);
        Assert.Contains("Dry run, nothing was written: 0 added, 0 changed", dry.Output);
    }

    [Fact]
    public async Task An_import_says_what_it_did_and_what_it_left_out()
    {
        using var folder = seeded.Copy();
        var people = folder.File("in.csv");
        await File.WriteAllTextAsync(people, "id;given_name;family_name;languages;alter\np1;Ana;Gut;de:C1;3\np2;Ana;Schlecht;xx:C1;4\n");
        var organizations = folder.File("orgs.csv");
        await File.WriteAllTextAsync(organizations, "id,name,kind\no1,Verein,association\n");

        var dry = await PortalProcess.RunAsync(folder.Path, "import", "people", people, "--dry-run");
        var real = await PortalProcess.RunAsync(folder.Path, "import", "people", people);
        var orgs = await PortalProcess.RunAsync(folder.Path, "import", "organizations", organizations);

        Assert.Equal((2, 2, 0), (dry.Code, real.Code, orgs.Code));
        foreach (var words in new[] { "line 2 adds p1", "line 3: languages", "\"alter\"" }) Assert.Contains(words, dry.Output);
        foreach (var words in new[] { "1 added", "1 left out", "No consent" }) Assert.Contains(words, real.Output);
        Assert.Contains("1 added", orgs.Output);
        await File.WriteAllTextAsync(people, "name\nAna\n");
        var broken = await PortalProcess.RunAsync(folder.Path, "import", "people", people);
        Assert.Equal(1, broken.Code);
        Assert.Contains("\"id\"", broken.Output);
    }

    [Theory]
    [InlineData("import people --help", "no consent")]
    [InlineData("import organizations --help", "part_of")]
    [InlineData("export people --help", "personal data")]
    [InlineData("export organizations --help", "CSV")]
    public async Task Each_explains_itself(string command, string words)
    {
        using var folder = new TempFolder();
        var ended = await PortalProcess.RunAsync(folder.Path, command.Split(' '));
        Assert.Equal(0, ended.Code);
        Assert.Contains(words, ended.Output);
    }
}
