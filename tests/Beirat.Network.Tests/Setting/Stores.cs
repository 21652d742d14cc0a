using Beirat.Network.Data.Postgres;
using Beirat.Network.Data.Sqlite;
using Beirat.Network.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Beirat.Network.Tests.Setting;

/// <summary>A database for one class of tests.</summary>
public abstract class Store : IAsyncLifetime
{
    private readonly List<NetworkHost> _hosts = [];
    private NetworkHost? _demo;

    protected TempFolder Folder { get; } = new();

    /// <summary>Why this database cannot be had here; null when it can.</summary>
    protected virtual string? Missing => null;

    protected abstract Task CreateAsync();

    internal abstract void Use(IServiceCollection services);

    /// <summary>The network with the demo council. The test is skipped where there is no such database.</summary>
    internal NetworkHost Demo()
    {
        if (Missing is { } reason) Assert.Skip(reason);
        return _demo!;
    }

    /// <summary>Another process on the same database.</summary>
    internal NetworkHost Node(Action<IServiceCollection>? change = null)
    {
        var node = new NetworkHost(Folder.File($"index-{_hosts.Count}"), Use, change);
        _hosts.Add(node);
        return node;
    }

    public async ValueTask InitializeAsync()
    {
        if (Missing is not null) return;
        await CreateAsync();
        _demo = Node();
        await _demo.MigrateAsync();
        await _demo.SeedAsync();
    }

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts) await host.DisposeAsync();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }
}

/// <summary>SQLite in a file of its own.</summary>
public sealed class SqliteNetwork : Store
{
    private string File => Folder.File("network.db");

    protected override Task CreateAsync() => Task.CompletedTask;

    internal override void Use(IServiceCollection services) => services.AddSqliteStore(File);

    public override async ValueTask DisposeAsync()
    {
        using (var connection = new SqliteConnection($"Data Source={File};Foreign Keys=True;Default Timeout=30;Pooling=True"))
            SqliteConnection.ClearPool(connection);
        await base.DisposeAsync();
    }
}

/// <summary>A database of its own on the PostgreSQL server that the environment names.</summary>
public sealed class PostgresNetwork : Store
{
    private const string Variable = "BEIRAT_TEST_POSTGRES";

    private readonly string? _server = Environment.GetEnvironmentVariable(Variable);
    private readonly string _name = $"beirat_{Guid.NewGuid():N}";

    protected override string? Missing =>
        string.IsNullOrEmpty(_server) ? $"{Variable} names no PostgreSQL server to test with." : null;

    private string Connection => new NpgsqlConnectionStringBuilder(_server) { Database = _name, Pooling = true, MaxPoolSize = 20 }.ConnectionString;

    protected override Task CreateAsync() => AdministerAsync($"CREATE DATABASE {_name} TEMPLATE template0 ENCODING 'UTF8'");

    internal override void Use(IServiceCollection services) => services.AddPostgresStore(Connection);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (Missing is null) await AdministerAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
    }

    private async Task AdministerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The name is made here; a database name cannot be a parameter.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
