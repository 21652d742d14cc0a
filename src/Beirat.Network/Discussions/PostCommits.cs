using System.Collections.Concurrent;
using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Discussions;

/// <summary>A post that passed its checks and waits to be saved. <see cref="Write"/> adds it to its discussion, under the next number; drafts and reading marks of its writer there are loaded.</summary>
internal sealed record WaitingPost(Viewer Viewer, Guid DiscussionId, Guid Key, Func<NetworkDb, Discussion, Post> Write)
{
    /// <summary>Known only after the durable commit.</summary>
    public TaskCompletionSource<Outcome<PostReceipt>> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>
/// Saves posts that wait at the same time in one transaction: the disk is waited for once, not once for each. Whoever
/// comes first saves for all who came meanwhile, and each is answered after the commit that holds their post.
/// The transaction begins with the lock for writing, so what it reads nobody else changes, on this node or another.
/// </summary>
internal sealed class PostCommits(IDbContextFactory<NetworkDb> factory, INetworkStore store, TimeProvider time) : IDisposable
{
    // More would make the first wait for the last without saving much of the disk's time.
    private const int Together = 64;
    private const int Attempts = 5;

    private readonly ConcurrentQueue<WaitingPost> _waiting = [];
    private readonly SemaphoreSlim _turn = new(1, 1);

    public async Task<Outcome<PostReceipt>> SaveAsync(WaitingPost post)
    {
        _waiting.Enqueue(post);
        await _turn.WaitAsync();
        try
        {
            while (!post.Outcome.Task.IsCompleted) await SaveWaitingAsync();
        }
        finally
        {
            _turn.Release();
        }

        return await post.Outcome.Task;
    }

    public void Dispose() => _turn.Dispose();

    private async Task SaveWaitingAsync()
    {
        var posts = new List<WaitingPost>(Together);
        while (posts.Count < Together && _waiting.TryDequeue(out var next)) posts.Add(next);
        try
        {
            await SaveAsync(posts);
        }
        catch (Exception) when (posts.Count > 1)
        {
            // One that cannot be saved must not cost the others theirs.
            foreach (var post in posts) await SaveAloneAsync(post);
        }
        catch (Exception)
        {
            await SaveAloneAsync(posts[0]);
        }
    }

    private async Task SaveAloneAsync(WaitingPost post)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await SaveAsync([post]);
                return;
            }
            catch (Exception fault) when (store.IsOutOfRoom(fault))
            {
                post.Outcome.SetResult(new Outcome<PostReceipt>.Refused(Refusal.NoRoom));
                return;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                await Task.Delay(Random.Shared.Next(1, 10 * attempt));
            }
            catch (Exception fault)
            {
                post.Outcome.SetException(fault);
                return;
            }
        }
    }

    // Not to be cut off by a sender who went away: others are in it.
    private async Task SaveAsync(IReadOnlyList<WaitingPost> posts)
    {
        await using var db = await factory.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var outcomes = await WriteAsync(db, posts);
        if (db.ChangeTracker.HasChanges())
        {
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }

        foreach (var (post, outcome) in posts.Zip(outcomes)) post.Outcome.SetResult(outcome);
    }

    private async Task<List<Outcome<PostReceipt>>> WriteAsync(NetworkDb db, IReadOnlyList<WaitingPost> posts)
    {
        var ids = posts.Select(p => p.DiscussionId).ToHashSet();
        var keys = posts.Select(p => p.Key).ToHashSet();
        var accounts = posts.Select(p => p.Viewer.AccountId).ToHashSet();
        var discussions = await db.Discussions.Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id);
        var earlier = await db.Posts.AsNoTracking().Where(p => accounts.Contains(p.AccountId) && keys.Contains(p.Key))
            .Select(p => new { p.AccountId, p.Key, p.DiscussionId, p.Id, p.Sequence })
            .ToDictionaryAsync(p => (p.AccountId, p.Key), p => (p.DiscussionId, Receipt: new PostReceipt(p.Id, p.Sequence, Repeated: true)));
        await LoadOwnAsync(db, posts, ids);
        var outcomes = new List<Outcome<PostReceipt>>(posts.Count);
        foreach (var post in posts)
        {
            var key = (post.Viewer.AccountId, post.Key);
            if (!earlier.TryGetValue(key, out var before))
            {
                var outcome = await WriteAsync(db, post, discussions.GetValueOrDefault(post.DiscussionId));
                outcomes.Add(outcome);
                if (outcome is Outcome<PostReceipt>.Done done) earlier[key] = (post.DiscussionId, done.Value with { Repeated = true });
                continue;
            }

            outcomes.Add(PostReplyHandler.Again(post.DiscussionId, before.DiscussionId, before.Receipt));
        }

        return outcomes;
    }

    private async Task<Outcome<PostReceipt>> WriteAsync(NetworkDb db, WaitingPost post, Discussion? discussion)
    {
        // Asked again here: since the check its audience may have become narrower.
        if (discussion is null || !await db.MaySeeAsync(post.Viewer, discussion, time.Today())) return new Outcome<PostReceipt>.NotFound();
        if (discussion.RefusalToReply(post.Viewer) is { } refusal) return new Outcome<PostReceipt>.Refused(refusal);
        var written = post.Write(db, discussion);
        return new Outcome<PostReceipt>.Done(new PostReceipt(written.Id, written.Sequence, Repeated: false));
    }

    // Drafts and reading marks of the writers, for all at once.
    private static async Task LoadOwnAsync(NetworkDb db, IReadOnlyList<WaitingPost> posts, HashSet<Guid> ids)
    {
        var people = posts.Select(p => p.Viewer.PersonId).OfType<Guid>().ToHashSet();
        await db.PostDrafts.Where(d => people.Contains(d.PersonId) && ids.Contains(d.DiscussionId)).LoadAsync();
        await db.ThreadReads.Where(r => people.Contains(r.PersonId) && ids.Contains(r.DiscussionId)).LoadAsync();
    }
}
