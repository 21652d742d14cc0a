using Beirat.Network.Data.Postgres;
using Beirat.Network.Data.Sqlite;
using Beirat.Network.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Beirat.Network.Tests.Setting;

/// <summary>A database for one class of tests, with the demo council. It is migrated and seeded once in a run; each class begins with a copy.</summary>
public abstract class Store : IAsyncLifetime
{
    private readonly List<NetworkHost> _hosts = [];
    private NetworkHost? _demo;

    protected TempFolder Folder { get; } = new();

    /// <summary>Why this database cannot be had here; null when it can.</summary>
    protected virtual string? Missing => null;

    /// <summary>Makes the copy.</summary>
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
    }

    /// <summary>Fills what later is copied.</summary>
    private protected static async Task FillAsync(Action<IServiceCollection> store)
    {
        using var index = new TempFolder();
        await using var host = new NetworkHost(index.Path, store);
        await host.MigrateAsync();
        await host.SeedAsync();
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
    private const string Name = "network.db";

    private static readonly Lazy<Task<TempFolder>> Template = new(MakeTemplateAsync);

    private string File => Folder.File(Name);

    protected override async Task CreateAsync() => Folder.CopyFrom((await Template.Value).Path);

    internal override void Use(IServiceCollection services) => services.AddSqliteStore(File);

    public override async ValueTask DisposeAsync()
    {
        Close(File);
        await base.DisposeAsync();
    }

    private static async Task<TempFolder> MakeTemplateAsync()
    {
        var folder = new TempFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        await FillAsync(s => s.AddSqliteStore(folder.File(Name)));
        Close(folder.File(Name));
        return folder;
    }

    private static void Close(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Foreign Keys=True;Default Timeout=30;Pooling=True");
        SqliteConnection.ClearPool(connection);
    }
}

/// <summary>A database of its own on the PostgreSQL server that the environment names.</summary>
public sealed class PostgresNetwork : Store
{
    private const string Variable = "BEIRAT_TEST_POSTGRES";

    private static readonly string? Server = Environment.GetEnvironmentVariable(Variable);
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    private readonly string _name = $"beirat_{Guid.NewGuid():N}";

    protected override string? Missing =>
        string.IsNullOrEmpty(Server) ? $"{Variable} names no PostgreSQL server to test with." : null;

    private string Connection => new NpgsqlConnectionStringBuilder(Server) { Database = _name, Pooling = true, MaxPoolSize = 20 }.ConnectionString;

    protected override async Task CreateAsync() => await AdministerAsync($"CREATE DATABASE {_name} TEMPLATE {await Template.Value}");

    internal override void Use(IServiceCollection services) => services.AddPostgresStore(Connection);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (Missing is null) await AdministerAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
    }

    // Nobody may be connected to what is copied: its connections are not kept.
    private static async Task<string> MakeTemplateAsync()
    {
        var name = $"beirat_seeded_{Guid.NewGuid():N}";
        AppDomain.CurrentDomain.ProcessExit += (_, _) => AdministerAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)").GetAwaiter().GetResult();
        await AdministerAsync($"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'");
        await FillAsync(s => s.AddPostgresStore(new NpgsqlConnectionStringBuilder(Server) { Database = name, Pooling = false }.ConnectionString));
        return name;
    }

    private static async Task AdministerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The name is made here; a database name cannot be a parameter.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
