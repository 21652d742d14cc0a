using Beirat.Network.Accounts;
using Beirat.Network.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Beirat.Network.Seeding;

/// <summary>Puts the demo council into an empty database.</summary>
public sealed class DemoSeed
{
    /// <summary>The password of all demo accounts. They exist in demo mode only.</summary>
    public const string Password = "beirat-demo-2026";

    private readonly IDbContextFactory<NetworkDb> _factory;
    private readonly TimeProvider _time;
    private readonly PasswordHasher<Account> _hasher;
    private readonly UpperInvariantLookupNormalizer _normalizer = new();

    internal DemoSeed(IDbContextFactory<NetworkDb> factory, TimeProvider time, IOptions<PasswordHasherOptions>? passwords) =>
        (_factory, _time, _hasher) = (factory, time, new PasswordHasher<Account>(passwords));

    /// <summary>Reads a council from a folder of files and stores it. False, and nothing changed: the database is not empty.</summary>
    /// <exception cref="InvalidDataException">A file is missing or wrong; the message names it.</exception>
    public Task<bool> RunAsync(string folder, CancellationToken cancellation = default) =>
        RunAsync(() => Task.FromResult(Prepare(DemoCouncil.Read(folder, _time.GetUtcNow()))), cancellation);

    /// <summary>Stores a council. False, and nothing changed: the database already holds people or topics.</summary>
    /// <remarks><paramref name="council"/> is asked for only when the database is empty.</remarks>
    public async Task<bool> RunAsync(Func<Task<PreparedCouncil>> council, CancellationToken cancellation = default)
    {
        await using (var db = await _factory.CreateDbContextAsync(cancellation))
        {
            if (await db.People.AnyAsync(cancellation) || await db.Topics.AnyAsync(cancellation)) return false;
        }

        await using var prepared = await council();
        await prepared.Db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Makes a council ready to be stored. It needs no tables yet and can be done while they are made.</summary>
    public PreparedCouncil Prepare(DemoCouncil council)
    {
        var db = _factory.CreateDbContext();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        db.AddRange(council.Everything);
        var accounts = council.Accounts.AsParallel().AsOrdered().Select(Account).ToList();
        db.AddRange(accounts);
        db.AddRange(SeedRequests.Told(council, accounts));
        return new PreparedCouncil(db);
    }

    private Account Account(SeedAccount record)
    {
        var account = new Account(record.Email, SeedIds.Maybe("person", record.Person), _time.GetUtcNow())
        {
            EmailConfirmed = true,
            NormalizedEmail = _normalizer.NormalizeEmail(record.Email),
            NormalizedUserName = _normalizer.NormalizeName(record.Email),
            LockoutEnabled = true,
        };
        account.Grant(Enum.Parse<AccountRole>(record.Role, ignoreCase: true));
        account.PasswordHash = _hasher.HashPassword(account, Password);
        return account;
    }
}

/// <summary>The rows of a council, added to a context that is not yet saved.</summary>
public sealed class PreparedCouncil : IAsyncDisposable
{
    internal PreparedCouncil(NetworkDb db) => Db = db;

    internal NetworkDb Db { get; }

    public ValueTask DisposeAsync() => Db.DisposeAsync();
}
