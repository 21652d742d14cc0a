using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Accounts;

/// <summary>Who an account is, for making its identity at sign-in or for a token.</summary>
public sealed record SignedIn(Guid AccountId, Guid? PersonId, string Name, IReadOnlyList<AccountRole> Roles);

/// <inheritdoc cref="SignedIn"/>
public sealed class SignedInQuery
{
    private readonly NetworkDb _db;
    private readonly TimeProvider _time;

    internal SignedInQuery(NetworkDb db, TimeProvider time) => (_db, _time) = (db, time);

    public async Task<SignedIn?> ByAccountAsync(Guid account, CancellationToken cancellation = default) =>
        await Of(_db.Users.Where(a => a.Id == account)).FirstOrDefaultAsync(cancellation);

    /// <summary>Null when the token is unknown or has run out.</summary>
    public async Task<SignedIn?> ByTokenAsync(string secret, CancellationToken cancellation = default)
    {
        var hash = ApiToken.HashOf(secret);
        var now = _time.GetUtcNow();
        var owners = _db.ApiTokens.Where(t => t.Hash == hash && t.ExpiresAt > now).Select(t => t.AccountId);
        return await Of(_db.Users.Where(a => owners.Contains(a.Id))).FirstOrDefaultAsync(cancellation);
    }

    private IQueryable<SignedIn> Of(IQueryable<Account> accounts) =>
        from account in accounts.AsNoTracking()
        join person in _db.People on account.PersonId equals (Guid?)person.Id into people
        from person in people.DefaultIfEmpty()
        select new SignedIn(account.Id, account.PersonId, person == null ? account.Email! : person.Name, account.Roles);
}
