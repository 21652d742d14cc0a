using Beirat.Network.Data.Sqlite;
using Beirat.Network.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beirat.Network.Tests.Setting;

/// <summary>The demo council with its index, in a folder of its own. It is seeded and indexed once; each begins with a copy.</summary>
public class SeededCouncil : IAsyncLifetime
{
    private static readonly Lazy<Task<TempFolder>> Template = new(MakeTemplateAsync);

    private readonly TempFolder _folder = new();
    private NetworkHost? _host;

    internal NetworkHost Network => _host!;

    internal string Database => _folder.File("network.db");

    internal string Index => _folder.File("index");

    public virtual async ValueTask InitializeAsync()
    {
        _folder.CopyFrom((await Template.Value).Path);
        _host = Open();
    }

    /// <summary>The folder's network as a new process finds it.</summary>
    internal NetworkHost Open(Action<IServiceCollection>? change = null) => new(Index, s => s.AddSqliteStore(Database), change);

    /// <summary>Ends the process that uses the folder, so that the folder can be tampered with.</summary>
    internal async Task CloseAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        _host = null;
        ClearPool(Database);
    }

    internal async Task<NetworkHost> ReopenAsync(Action<IServiceCollection>? change = null)
    {
        await CloseAsync();
        return _host = Open(change);
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private static async Task<TempFolder> MakeTemplateAsync()
    {
        var folder = new TempFolder();
        var file = folder.File("network.db");
        await using (var host = new NetworkHost(folder.File("index"), s => s.AddSqliteStore(file)))
        {
            await host.MigrateAsync();
            await host.SeedAsync();
            await host.StartAsync();
        }

        ClearPool(file);
        return folder;
    }

    private static void ClearPool(string file)
    {
        var text = new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 30, Pooling = true };
        using var connection = new SqliteConnection(text.ConnectionString);
        SqliteConnection.ClearPool(connection);
    }
}

/// <summary>The demo council as a running portal keeps it: what changes can be found.</summary>
public sealed class RunningCouncil : SeededCouncil
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Network.StartAsync();
    }
}
