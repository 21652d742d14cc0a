using System.Globalization;
using Beirat.Network.Data;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.Data;

/// <summary>What keeps an acknowledged post through a power cut.</summary>
public sealed class SqliteTests(SqliteNetwork store) : IClassFixture<SqliteNetwork>
{
    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    [InlineData("busy_timeout", "10000")]
    public async Task Every_connection_is_set_up(string pragma, string value)
    {
        for (var i = 0; i < 3; i++)
        {
            await using var db = store.Demo().Db();
            if (i % 2 == 0) await db.Database.OpenConnectionAsync();
            else db.Database.OpenConnection();

            Assert.Equal(value, await SettingAsync(db, pragma));
        }
    }

    [Fact]
    public async Task Several_connections_at_once_are_all_set_up()
    {
        var contexts = Enumerable.Range(0, 8).Select(_ => store.Demo().Db()).ToList();
        foreach (var db in contexts) await db.Database.OpenConnectionAsync();

        foreach (var db in contexts)
            Assert.Equal(2, await db.Database.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync());
        foreach (var db in contexts) await db.DisposeAsync();
    }

    private static async Task<string?> SettingAsync(NetworkDb db, string pragma)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The names stand above; a setting cannot be a parameter.
        command.CommandText = $"PRAGMA {pragma}";
#pragma warning restore CA2100
        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
