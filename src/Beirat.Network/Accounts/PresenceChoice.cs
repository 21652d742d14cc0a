using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Accounts;

/// <summary>Whether somebody lets the others of a discussion see that they read and write in it just now. Nobody does unless they said so.</summary>
public sealed class PresenceChoice
{
    private readonly NetworkDb _db;

    internal PresenceChoice(NetworkDb db) => _db = db;

    public Task<bool> IsShownAsync(Viewer viewer, CancellationToken cancellation = default) =>
        _db.Users.AnyAsync(a => a.Id == viewer.AccountId && a.ShowsPresence, cancellation);

    public async Task<Outcome<bool>> RunAsync(Viewer viewer, bool show, CancellationToken cancellation = default)
    {
        if (await _db.Users.FirstOrDefaultAsync(a => a.Id == viewer.AccountId, cancellation) is not { } account)
            return new Outcome<bool>.Refused(Refusal.SignInFirst);
        account.ShowPresence(show);
        await _db.SaveChangesAsync(cancellation);
        return new Outcome<bool>.Done(show);
    }
}
