using Beirat.Network.Data;
using Beirat.Network.Seeding;
using Beirat.Network.Testing;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.Seeding;

/// <summary>A seed that is wrong says where, and leaves the database as it was: empty, ready for the next try.</summary>
public sealed class BrokenSeedTests : IAsyncLifetime
{
    private readonly TempFolder _seed = new();
    private readonly TempFolder _data = new();
    private NetworkHost _network = null!;

    public async ValueTask InitializeAsync()
    {
        _seed.CopyFrom(NetworkHost.SeedFolder);
        _network = new NetworkHost(_data.File("index"), s => Beirat.Network.Data.Sqlite.SqliteServices.AddSqliteStore(s, _data.File("network.db")));
        await _network.Get<INetworkStore>().MigrateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _network.DisposeAsync();
        _seed.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task A_folder_without_a_seed_is_named()
    {
        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => _network.Get<DemoSeed>().RunAsync(_data.Path));

        Assert.Contains(_data.Path, fault.Message);
    }

    [Theory]
    [InlineData("articles/de/ankommen-in-heilbronn.md", "Text ohne Kopf", "ankommen-in-heilbronn")]
    [InlineData("articles/de/ankommen-in-heilbronn.md", "title: Ohne Sprache\n---\nText", "ankommen-in-heilbronn")]
    [InlineData("topics.json", "{ kein JSON", "topics.json")]
    [InlineData("people.json", "null", "people.json")]
    public async Task A_wrong_file_is_named_and_nothing_is_left_behind(string file, string content, string named)
    {
        await File.WriteAllTextAsync(_seed.File(file), content);

        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => _network.Get<DemoSeed>().RunAsync(_seed.Path));

        Assert.Contains(named, fault.Message);
        await using var db = _network.Db();
        Assert.Equal((0, 0), (await db.Topics.CountAsync(), await db.Users.CountAsync()));
    }
}
