using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Notices;

/// <summary>The wishes of an account as they are now.</summary>
public sealed record NoticeWishesView(NoticePace Threads, NoticePace Calls, bool PushThreads, int Version);

/// <summary>What the viewer wants to be told of threads, and when; null: nothing that can be chosen.</summary>
public sealed record NoticeWishesChange(int Version, NoticePace? Threads, NoticePace? Calls, bool PushThreads);

/// <inheritdoc cref="NoticeWishesChange"/>
public sealed class NoticeWishesHandler
{
    /// <summary>The version of wishes that nobody has stored yet.</summary>
    private const int None = -1;

    private readonly NetworkDb _db;
    private readonly TimeProvider _time;

    internal NoticeWishesHandler(NetworkDb db, TimeProvider time) => (_db, _time) = (db, time);

    /// <summary>Null when nobody is signed in.</summary>
    public async Task<NoticeWishesView?> FindAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        if (viewer.AccountId is not { } account) return null;
        var wishes = await _db.NoticeWishes.AsNoTracking().FirstOrDefaultAsync(w => w.AccountId == account, cancellation);
        return wishes is null
            ? new NoticeWishesView(NoticePace.Daily, NoticePace.AtOnce, false, None)
            : new NoticeWishesView(wishes.Threads, wishes.Calls, wishes.PushThreads, wishes.Version);
    }

    public async Task<Outcome<Guid>> RunAsync(Viewer viewer, NoticeWishesChange command, CancellationToken cancellation = default)
    {
        if (viewer.AccountId is not { } account) return new Outcome<Guid>.Refused(Refusal.SignInFirst);
        var faults = new Dictionary<string, Refusal>();
        if (command.Threads is null) faults["threads"] = Refusal.Empty;
        if (command.Calls is null) faults["calls"] = Refusal.Empty;
        if (faults.Count > 0) return new Outcome<Guid>.Invalid(faults);
        var wishes = await _db.NoticeWishes.FirstOrDefaultAsync(w => w.AccountId == account, cancellation);
        if ((wishes?.Version ?? None) != command.Version) return new Outcome<Guid>.Stale(wishes?.Version ?? None);
        if (wishes is null) _db.NoticeWishes.Add(wishes = new NoticeWishes(account, _time.Today()));
        wishes.Set(command.Threads!.Value, command.Calls!.Value, command.PushThreads);
        try
        {
            await _db.SaveChangesAsync(cancellation);
            return new Outcome<Guid>.Done(account);
        }
        catch (DbUpdateException)
        {
            return new Outcome<Guid>.Stale(wishes.Version);
        }
    }

    /// <summary>
    /// Ends all mails about threads, for whoever holds the address that stands in such a mail: no signing in (RFC 8058). Doing it
    /// twice is doing it once.
    /// </summary>
    public async Task StopAsync(Guid account, CancellationToken cancellation = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (!await _db.Users.AnyAsync(a => a.Id == account, cancellation)) return;
            var wishes = await _db.NoticeWishes.FirstOrDefaultAsync(w => w.AccountId == account, cancellation);
            if (wishes is null) _db.NoticeWishes.Add(wishes = new NoticeWishes(account, _time.Today()));
            wishes.Stop();
            try
            {
                await _db.SaveChangesAsync(cancellation);
                return;
            }
            catch (DbUpdateException) when (attempt < 3)
            {
                _db.ChangeTracker.Clear();
            }
        }
    }
}
