using Beirat.Network.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Beirat.Network.Data.Postgres;

/// <summary>The network in PostgreSQL 15 or newer.</summary>
public static class PostgresServices
{
    /// <summary>Keeps the data where <paramref name="connectionString"/> (Npgsql) points to.</summary>
    public static IServiceCollection AddPostgresStore(this IServiceCollection services, string connectionString)
    {
        services.AddPooledDbContextFactory<NetworkDb>((provider, options) => options
            .UsePostgresNetwork(connectionString)
            .AddInterceptors(provider.GetRequiredService<OutboxInterceptor>()));
        services.AddSingleton<INetworkStore, PostgresStore>();
        return services;
    }

    internal static DbContextOptionsBuilder UsePostgresNetwork(this DbContextOptionsBuilder options, string connectionString) => options
        .UseNpgsql(connectionString, npgsql => npgsql
            .MigrationsAssembly(typeof(PostgresServices).Assembly)
            .UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
        // Whether the migrations hold the whole model is for a test to see: at each start it means to build the model twice more.
        .ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning))
        .AddInterceptors(new OutboxOrder());
}

/// <inheritdoc />
internal sealed class PostgresStore(IDbContextFactory<NetworkDb> factory) : INetworkStore
{
    public async Task MigrateAsync(CancellationToken cancellation = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        await Steps.TakeAsync(db, cancellation);
    }

    // The server checks its own pages and foreign keys; what is left is whether it answers.
    public async Task<IReadOnlyList<string>> FindFaultsAsync(CancellationToken cancellation = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        return await db.Database.CanConnectAsync(cancellation) ? [] : ["the PostgreSQL server does not answer"];
    }

    // The server does it by itself.
    public Task LearnAsync(CancellationToken cancellation = default) => Task.CompletedTask;

    // Class 53 of https://www.postgresql.org/docs/current/errcodes-appendix.html: disk_full.
    public bool IsOutOfRoom(Exception fault) =>
        fault is PostgresException { SqlState: PostgresErrorCodes.DiskFull } || fault.InnerException is PostgresException { SqlState: PostgresErrorCodes.DiskFull };

    // No query reaches a dead row; the server's own vacuum clears its page, and its log and archives are kept by the server.
    public Task ForgetDeletedAsync(CancellationToken cancellation = default) => Task.CompletedTask;
}
