using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Notices;

/// <summary>Keeps the portal's key for push services where all its nodes look. What it is and how it is protected is not known here.</summary>
public sealed class PushKeyStore
{
    private readonly IDbContextFactory<NetworkDb> _factory;
    private readonly TimeProvider _time;

    internal PushKeyStore(IDbContextFactory<NetworkDb> factory, TimeProvider time) => (_factory, _time) = (factory, time);

    public async Task<string?> FindAsync(CancellationToken cancellation = default)
    {
        await using var db = await _factory.CreateDbContextAsync(cancellation);
        return await db.Set<PushKey>().AsNoTracking().Where(k => k.Name == PushKey.Only).Select(k => k.Protected).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>Keeps this one, unless another node was first: the one that counts is given back.</summary>
    public async Task<string> KeepAsync(string made, CancellationToken cancellation = default)
    {
        await using var db = await _factory.CreateDbContextAsync(cancellation);
        var moment = _time.GetUtcNow().UtcDateTime;
        await db.Database.ExecuteSqlAsync($"""INSERT INTO "PushKeys" ("Name", "Protected", "At") VALUES ({PushKey.Only}, {made}, {moment}) ON CONFLICT DO NOTHING""", cancellation);
        return await db.Set<PushKey>().AsNoTracking().Where(k => k.Name == PushKey.Only).Select(k => k.Protected).SingleAsync(cancellation);
    }

    /// <summary>Drops a key that nobody can read any more, and the devices that only it could reach.</summary>
    public async Task DropAsync(string unreadable, CancellationToken cancellation = default)
    {
        await using var db = await _factory.CreateDbContextAsync(cancellation);
        if (await db.Set<PushKey>().Where(k => k.Protected == unreadable).ExecuteDeleteAsync(cancellation) > 0)
            await db.PushDevices.ExecuteDeleteAsync(cancellation);
    }
}
