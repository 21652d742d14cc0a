using Beirat.Network.Data;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace Beirat.Network.Tests.Data;

/// <summary>A database that an earlier version made goes on, or is left alone with a word on what to do.</summary>
public abstract class UpgradeTests(Store store)
{
    private const string History = "\"__EFMigrationsHistory\"";

    [Fact]
    public async Task A_database_of_any_earlier_step_goes_on_with_what_it_holds()
    {
        await using var db = store.Demo().Db();
        foreach (var step in db.Database.GetMigrations())
        {
            await db.Database.EnsureDeletedAsync();
            await db.GetService<IMigrator>().MigrateAsync(step);
            await db.Database.ExecuteSqlRawAsync("INSERT INTO \"CouncilRules\" (\"Name\", \"Allowed\", \"Source\") VALUES ('probe', TRUE, 'here')");

            await store.Demo().MigrateAsync();

            Assert.Empty(await db.Database.GetPendingMigrationsAsync());
            Assert.Equal("here", await db.Database.SqlQueryRaw<string>("SELECT \"Source\" AS \"Value\" FROM \"CouncilRules\"").SingleAsync());
        }
    }

    [Fact]
    public async Task What_an_older_version_left_before_the_first_step_does_no_harm()
    {
        await using var db = store.Demo().Db();
        await EmptyAsync(db);
        await TakenAsync(db, "20200101000000_Initial");

        await store.Demo().MigrateAsync();

        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task A_database_that_is_too_old_is_left_as_it_is_and_the_way_is_named()
    {
        await using var db = store.Demo().Db();
        await EmptyAsync(db);
        await ForgetAsync(db);
        await TakenAsync(db, "20200101000000_Initial");

        var fault = await Assert.ThrowsAsync<InvalidDataException>(store.Demo().MigrateAsync);

        Assert.Contains("too old", fault.Message, StringComparison.Ordinal);
        Assert.Contains(db.Database.GetMigrations().First(), fault.Message, StringComparison.Ordinal);
        Assert.Equal(["20200101000000_Initial"], await db.Database.GetAppliedMigrationsAsync());
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_left_as_it_is()
    {
        await using var db = store.Demo().Db();
        await EmptyAsync(db);
        await TakenAsync(db, "29991231235959_Later");

        var fault = await Assert.ThrowsAsync<InvalidDataException>(store.Demo().MigrateAsync);

        Assert.Contains("newer version", fault.Message, StringComparison.Ordinal);
    }

    private async Task EmptyAsync(NetworkDb db)
    {
        await db.Database.EnsureDeletedAsync();
        await store.Demo().MigrateAsync();
    }

    private static Task<int> ForgetAsync(NetworkDb db) => db.Database.ExecuteSqlRawAsync($"DELETE FROM {History}");

    private static Task<int> TakenAsync(NetworkDb db, string step) =>
        db.Database.ExecuteSqlRawAsync($"INSERT INTO {History} (\"MigrationId\", \"ProductVersion\") VALUES ({{0}}, '10.0')", step);
}

public sealed class UpgradeOnSqlite(SqliteNetwork store) : UpgradeTests(store), IClassFixture<SqliteNetwork>;

public sealed class UpgradeOnPostgres(PostgresNetwork store) : UpgradeTests(store), IClassFixture<PostgresNetwork>;
