using Beirat.Network.Outbox;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Beirat.Network.Data.Sqlite;

/// <summary>The network in one SQLite file.</summary>
public static class SqliteServices
{
    /// <summary>Keeps the data in <paramref name="file"/>; its folder must exist.</summary>
    public static IServiceCollection AddSqliteStore(this IServiceCollection services, string file)
    {
        services.AddPooledDbContextFactory<NetworkDb>((provider, options) => options
            .UseSqliteNetwork(file)
            .AddInterceptors(provider.GetRequiredService<OutboxInterceptor>()));
        services.AddSingleton<INetworkStore, SqliteStore>();
        return services;
    }

    internal static DbContextOptionsBuilder UseSqliteNetwork(this DbContextOptionsBuilder options, string file)
    {
        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            ForeignKeys = true,
            DefaultTimeout = 30,
            Pooling = true,
        };
        return options
            .UseSqlite(connection.ConnectionString, sqlite => sqlite
                .MigrationsAssembly(typeof(SqliteServices).Assembly)
                .UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
            .ConfigureWarnings(warnings => warnings
                // A table that gets a foreign key is made anew by SQLite, outside of one transaction; nobody can act on being told at each first start.
                .Log((RelationalEventId.NonTransactionalMigrationOperationWarning, LogLevel.Debug))
                // Whether the migrations hold the whole model is for a test to see: at each start it means to build the model twice more.
                .Ignore(RelationalEventId.PendingModelChangesWarning))
            .AddInterceptors(new SqlitePragmas());
    }
}

/// <inheritdoc />
internal sealed class SqliteStore(IDbContextFactory<NetworkDb> factory) : INetworkStore
{
    private const int Attempts = 3;
    private const int Full = 13;

    public async Task MigrateAsync(CancellationToken cancellation = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        await Steps.TakeAsync(db, cancellation);
    }

    public async Task<IReadOnlyList<string>> FindFaultsAsync(CancellationToken cancellation = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var faults = await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").ToListAsync(cancellation);
        var orphans = await db.Database.SqlQueryRaw<string>("SELECT DISTINCT \"table\" AS Value FROM pragma_foreign_key_check").ToListAsync(cancellation);
        return [.. faults.Where(f => f != "ok"), .. orphans.Select(t => $"{t}: rows point to rows that are missing")];
    }

    // Without statistics SQLite takes every index for a good one. Looks at all tables that have changed much, and at so many rows of each
    // (SQLite documentation, "PRAGMA optimize").
    public async Task LearnAsync(CancellationToken cancellation = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        await db.Database.ExecuteSqlRawAsync("PRAGMA analysis_limit=1000; PRAGMA optimize=0x10002;", cancellation);
    }

    // https://sqlite.org/rescode.html#full.
    public bool IsOutOfRoom(Exception fault) =>
        Sources(fault).Any(f => f is SqliteException { SqliteErrorCode: Full });

    // Deleted cells are overwritten as they are deleted (secure_delete); the log still holds the pages as they were before.
    // Emptying it waits for readers up to the busy timeout; should one stay longer, the next save tries again by itself.
    public async Task ForgetDeletedAsync(CancellationToken cancellation = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        await db.Database.OpenConnectionAsync(cancellation);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            if (await command.ExecuteScalarAsync(cancellation) is 0L) return;
        }
    }

    private static IEnumerable<Exception> Sources(Exception fault)
    {
        for (var source = fault; source is not null; source = source.InnerException) yield return source;
    }
}
