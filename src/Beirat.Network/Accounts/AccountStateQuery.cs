using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Accounts;

/// <summary>What an account is at this moment, for whoever holds something that was true earlier.</summary>
public sealed record AccountState(Guid AccountId, string? Stamp, Viewer Viewer, bool ShowsPresence);

/// <inheritdoc cref="AccountState"/>
public sealed class AccountStateQuery
{
    private const int BatchSize = 500;

    private readonly NetworkDb _db;
    private readonly TimeProvider _time;

    internal AccountStateQuery(NetworkDb db, TimeProvider time) => (_db, _time) = (db, time);

    /// <summary>Those of the accounts that there still are.</summary>
    public async Task<IReadOnlyDictionary<Guid, AccountState>> RunAsync(IReadOnlyCollection<Guid> accounts, CancellationToken cancellation = default)
    {
        var states = new Dictionary<Guid, AccountState>();
        foreach (var batch in accounts.Chunk(BatchSize)) await AddAsync(batch, states, cancellation);
        return states;
    }

    private async Task AddAsync(Guid[] batch, Dictionary<Guid, AccountState> states, CancellationToken cancellation)
    {
        var found = await _db.Users.AsNoTracking().Where(a => batch.Contains(a.Id))
            .Select(a => new { a.Id, a.SecurityStamp, a.PersonId, a.Roles, a.ShowsPresence }).ToListAsync(cancellation);
        var people = found.Select(a => a.PersonId).OfType<Guid>().Distinct().ToList();
        var places = (await (
            from place in _db.SeatAssignments
            join seat in _db.Seats on place.SeatId equals seat.Id
            where people.Contains(place.PersonId)
            select new { place.PersonId, Place = new MandatePlace(seat.Category, place.Order > 0, place.From, place.Until) }).ToListAsync(cancellation)).ToLookup(p => p.PersonId, p => p.Place);
        var today = _time.Today();
        foreach (var account in found)
        {
            MandatePlace[] held = account.PersonId is { } person ? [.. places[person]] : [];
            var viewer = new Viewer(account.Id, account.PersonId, MandateRoles.On(today, account.Roles, held));
            states[account.Id] = new AccountState(account.Id, account.SecurityStamp, viewer, account.ShowsPresence);
        }
    }
}
