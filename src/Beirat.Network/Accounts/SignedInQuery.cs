using Beirat.Network.Common;
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

    public Task<SignedIn?> ByAccountAsync(Guid account, CancellationToken cancellation = default) =>
        OneAsync(_db.Users.Where(a => a.Id == account), cancellation);

    /// <summary>Null when the token is unknown or has run out.</summary>
    public async Task<SignedIn?> ByTokenAsync(string secret, CancellationToken cancellation = default)
    {
        var hash = ApiToken.HashOf(secret);
        var now = _time.GetUtcNow();
        var owners = _db.ApiTokens.Where(t => t.Hash == hash && t.ExpiresAt > now).Select(t => t.AccountId);
        return await OneAsync(_db.Users.Where(a => owners.Contains(a.Id)), cancellation);
    }

    private async Task<SignedIn?> OneAsync(IQueryable<Account> accounts, CancellationToken cancellation)
    {
        var found = await (
            from account in accounts.AsNoTracking()
            join person in _db.People on account.PersonId equals (Guid?)person.Id into people
            from person in people.DefaultIfEmpty()
            select new { account.Id, account.PersonId, Name = person == null ? account.Email! : person.Name, account.Roles }).FirstOrDefaultAsync(cancellation);
        if (found is null) return null;
        var places = found.PersonId is not { } id ? [] : await (
            from place in _db.SeatAssignments
            join seat in _db.Seats on place.SeatId equals seat.Id
            where place.PersonId == id
            select new MandatePlace(seat.Category, place.Order > 0, place.From, place.Until)).ToListAsync(cancellation);
        return new SignedIn(found.Id, found.PersonId, found.Name, MandateRoles.On(_time.Today(), found.Roles, places));
    }
}
