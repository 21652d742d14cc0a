using Beirat.Network.Data;
using Beirat.Network.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Privacy;

/// <summary>Erases somebody everywhere: one transaction over all that is kept, then the files and what is held in memory.</summary>
internal sealed class Erasure(
    IDbContextFactory<NetworkDb> factory, IEnumerable<IPersonalData> sources, INetworkStore store, IEnumerable<IChangeListener> listeners, TimeProvider time)
{
    public async Task RunAsync(DataSubject who, CancellationToken cancellation)
    {
        // The index of every node hears of it through the outbox, after all else that changed with it.
        List<Subject> erased = [.. who.AccountIds.Append(who.PersonId ?? Guid.Empty).Where(id => id != Guid.Empty).Select(id => new Subject(SubjectKind.Erased, id))];
        await using (var db = await factory.CreateDbContextAsync(cancellation))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            foreach (var source in sources)
            {
                await source.EraseAsync(db, who, cancellation);
                await db.SaveChangesAsync(cancellation);
                db.ChangeTracker.Clear();
            }

            db.Outbox.AddRange(erased.Select(s => new OutboxEntry(s, time.GetUtcNow())));
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }

        // It is done; that the sender has gone meanwhile must not keep the rest from being forgotten.
        if (who.PersonId is { } person) erased.Add(new Subject(SubjectKind.Person, person));
        foreach (var listener in listeners) await listener.ChangedAsync(erased, CancellationToken.None);
        await store.ForgetDeletedAsync(CancellationToken.None);
    }
}
