using Beirat.Network.Data;
using Beirat.Network.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Accounts;

/// <summary>Ends one sign-in for good, on every node. Twice is once.</summary>
public sealed class SessionEnd
{
    private readonly NetworkDb _db;
    private readonly IEnumerable<IChangeListener> _listeners;
    private readonly TimeProvider _time;

    internal SessionEnd(NetworkDb db, IEnumerable<IChangeListener> listeners, TimeProvider time) => (_db, _listeners, _time) = (db, listeners, time);

    public async Task RunAsync(Guid session, CancellationToken cancellation = default)
    {
        var now = _time.GetUtcNow();
        var old = now - EndedSession.KeptFor;
        await _db.Set<EndedSession>().Where(s => s.At < old).ExecuteDeleteAsync(cancellation);
        if (await _db.Set<EndedSession>().AnyAsync(s => s.Id == session, cancellation)) return;
        _db.Add(new EndedSession(session, now));
        try
        {
            await _db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Signed out twice at once. Anything else is a fault.
            _db.ChangeTracker.Clear();
            if (!await _db.Set<EndedSession>().AnyAsync(s => s.Id == session, cancellation)) throw;
        }

        // Here at once; elsewhere by the outbox.
        foreach (var listener in _listeners) await listener.ChangedAsync([new Subject(SubjectKind.Session, session)], CancellationToken.None);
    }

    /// <summary>Those whose cookies may still be about.</summary>
    public async Task<IReadOnlyList<Guid>> RecentAsync(CancellationToken cancellation = default)
    {
        var since = _time.GetUtcNow() - EndedSession.KeptFor;
        return await _db.Set<EndedSession>().Where(s => s.At >= since).Select(s => s.Id).ToListAsync(cancellation);
    }
}
