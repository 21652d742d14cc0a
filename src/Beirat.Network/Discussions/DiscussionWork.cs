using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Discussions;

/// <summary>
/// Changes a thread as a whole, while others write in it: each attempt begins anew with what is stored, in a session of
/// its own, until nobody came between.
/// </summary>
internal sealed class DiscussionWork(IDbContextFactory<NetworkDb> factory, ImmediateEffect effect, TimeProvider time)
{
    private const int Attempts = 20;

    /// <summary>Saves what <paramref name="step"/> changed if it says done. Whatever it took away is gone when this returns.</summary>
    public async Task<Outcome<T>> RunAsync<T>(
        Viewer viewer, Guid id, Func<NetworkDb, Discussion, Task<Outcome<T>>> step, CancellationToken cancellation)
    {
        if (!viewer.IsSignedIn) return new Outcome<T>.Refused(Refusal.SignInFirst);
        var outcome = await UntilSavedAsync(viewer, id, step, cancellation);
        if (outcome is Outcome<T>.Done) await effect.TakeAsync([new Subject(SubjectKind.Discussion, id)], cancellation);
        return outcome;
    }

    /// <summary>Every post of the thread is found under other conditions from now on: the index must look at them again.</summary>
    public static async Task TouchPostsAsync(NetworkDb db, Guid discussion, DateTimeOffset now, CancellationToken cancellation)
    {
        var posts = await db.Posts.Where(p => p.DiscussionId == discussion && p.RemovedAt == null).Select(p => p.Id).ToListAsync(cancellation);
        db.Outbox.AddRange(posts.Select(p => new OutboxEntry(new Subject(SubjectKind.Post, p), now)));
    }

    private async Task<Outcome<T>> UntilSavedAsync<T>(
        Viewer viewer, Guid id, Func<NetworkDb, Discussion, Task<Outcome<T>>> step, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var db = await factory.CreateDbContextAsync(cancellation);
                await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
                if (await db.Discussions.VisibleTo(viewer, db, time.Today()).FirstOrDefaultAsync(d => d.Id == id, cancellation) is not { } discussion) return new Outcome<T>.NotFound();
                var outcome = await step(db, discussion);
                if (outcome is not Outcome<T>.Done) return outcome;
                await db.SaveChangesAsync(cancellation);
                await transaction.CommitAsync(cancellation);
                return outcome;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                await Task.Delay(Random.Shared.Next(1, 5 * attempt), cancellation);
            }
        }
    }
}
