using Beirat.Network.Accounts;
using Beirat.Network.Data;
using Beirat.Network.Search;
using Beirat.Network.Seeding;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Beirat.Network.Tests.Setting;

/// <summary>The network without a portal: one process of it, at a time that stands still.</summary>
internal sealed class NetworkHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly List<IHostedService> _running = [];

    public NetworkHost(string indexFolder, Action<IServiceCollection> store, Action<IServiceCollection>? change = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Time);
        services.AddNetwork(indexFolder).AddNetworkFeeds();
        services.AddIdentityCore<Account>(o =>
        {
            o.Password.RequireDigit = o.Password.RequireLowercase = o.Password.RequireUppercase = o.Password.RequireNonAlphanumeric = false;
            o.User.RequireUniqueEmail = true;
        }).AddNetworkStores();
        services.Configure<PasswordHasherOptions>(Testing.Cast.QuickPasswords);
        store(services);
        change?.Invoke(services);
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.Parse(Testing.Cast.Clock, System.Globalization.CultureInfo.InvariantCulture));

    public static string SeedFolder => Path.Combine(AppContext.BaseDirectory, "seed");

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public IEnumerable<T> All<T>() => _services.GetServices<T>();

    public NetworkDb Db() => Get<IDbContextFactory<NetworkDb>>().CreateDbContext();

    /// <summary>Uses a query or use case as one request would.</summary>
    public async Task<T> AskAsync<TQuery, T>(Func<TQuery, Task<T>> ask) where TQuery : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TQuery>());
    }

    public async Task ChangeAsync(Func<NetworkDb, Task> change)
    {
        await using var db = Db();
        await change(db);
        await db.SaveChangesAsync();
    }

    public Task MigrateAsync() => Get<INetworkStore>().MigrateAsync();

    public Task<bool> SeedAsync() => Get<DemoSeed>().RunAsync(SeedFolder);

    /// <summary>Follows the outbox, as a running portal does, and waits until the index has caught up.</summary>
    public async Task StartAsync()
    {
        foreach (var feed in _services.GetServices<IHostedService>())
        {
            await feed.StartAsync(CancellationToken.None);
            _running.Add(feed);
        }

        await IndexedAsync();
    }

    public Task StartOnlyAsync<T>() where T : IHostedService
    {
        _running.Add(Get<T>());
        return Get<T>().StartAsync(CancellationToken.None);
    }

    /// <summary>Waits until every change so far can be found.</summary>
    public Task IndexedAsync() => Eventually.TrueAsync(async () => await Get<SearchHealth>().RunAsync() is { Ready: true, Behind: 0 });

    public async Task StopAsync()
    {
        foreach (var feed in _running) await feed.StopAsync(CancellationToken.None);
        _running.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _services.DisposeAsync();
    }
}
