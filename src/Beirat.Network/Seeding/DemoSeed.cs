using Beirat.Network.Accounts;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Seeding;

/// <summary>Puts the demo council into an empty database.</summary>
public sealed class DemoSeed
{
    /// <summary>The password of all demo accounts. They exist in demo mode only.</summary>
    public const string Password = "beirat-demo-2026";

    private readonly IDbContextFactory<NetworkDb> _factory;
    private readonly AccountDirectory _accounts;
    private readonly TimeProvider _time;

    internal DemoSeed(IDbContextFactory<NetworkDb> factory, AccountDirectory accounts, TimeProvider time) =>
        (_factory, _accounts, _time) = (factory, accounts, time);

    /// <summary>Seeds from a folder of files. False, and nothing changed: the database already holds people or topics.</summary>
    /// <exception cref="InvalidDataException">A file is missing or wrong; the message names it.</exception>
    public async Task<bool> RunAsync(string folder, CancellationToken cancellation = default)
    {
        var seed = new SeedFolder(folder);
        if (!seed.Exists) throw new InvalidDataException($"No demo data in \"{folder}\".");
        await using var db = await _factory.CreateDbContextAsync(cancellation);
        if (await db.People.AnyAsync(cancellation) || await db.Topics.AnyAsync(cancellation)) return false;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        SeedTopics.Add(db, seed);
        SeedPeople.Add(db, seed);
        SeedTexts.Add(db, seed, _time);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        foreach (var account in seed.Read<List<SeedAccount>>("accounts.json"))
            await _accounts.AddAsync(account.Email, Enum.Parse<AccountRole>(account.Role, ignoreCase: true), SeedIds.Maybe("person", account.Person), Password);
        return true;
    }
}
