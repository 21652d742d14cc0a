using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Discussions;

/// <summary>
/// Takes a post back (its writer) or away (staff, with a reason that the writer is told). Its place stays, marked as removed.
/// </summary>
public sealed record PostRemoval(Guid DiscussionId, Guid PostId, string? Reason = null);

/// <summary>Brings back what its writer took back a moment ago, or what the office has hidden.</summary>
public sealed record PostUndo(Guid DiscussionId, Guid PostId);

/// <inheritdoc cref="PostRemoval"/>
public sealed class PostRemovalHandler
{
    private readonly NetworkDb _db;
    private readonly TimeProvider _time;
    private readonly ImmediateEffect _effect;

    internal PostRemovalHandler(NetworkDb db, TimeProvider time, ImmediateEffect effect) => (_db, _time, _effect) = (db, time, effect);

    /// <summary>The sequence number of the removed post.</summary>
    public async Task<Outcome<long>> RunAsync(Viewer viewer, PostRemoval command, CancellationToken cancellation = default)
    {
        if (await PostAsync(viewer, command.DiscussionId, command.PostId, cancellation) is not { } post) return new Outcome<long>.NotFound();
        if (post.RefusalToRemove(viewer) is { } refusal) return new Outcome<long>.Refused(refusal);
        var (own, now, reason) = (post.IsBy(viewer), _time.GetUtcNow(), TextRules.Clean(command.Reason));
        if (!own && LeadDiscussionHandler.RefusalOfReason(reason) is { } fault) return new Outcome<long>.Invalid("reason", fault);
        // What the office takes away is gone at once; what somebody takes back is kept for a moment, in case it was a slip.
        if (own) _db.RemovedTexts.Add(new RemovedText(post, now));
        else await EmptyAsync(_db, [post.Id], cancellation);
        post.Remove(viewer, now, own ? string.Empty : reason);
        await _db.SaveChangesAsync(cancellation);
        await TakeEffectAsync(post, cancellation);
        return new Outcome<long>.Done(post.Sequence);
    }

    /// <summary>The sequence number of the post that is there again.</summary>
    public async Task<Outcome<long>> RunAsync(Viewer viewer, PostUndo command, CancellationToken cancellation = default)
    {
        if (await PostAsync(viewer, command.DiscussionId, command.PostId, cancellation) is not { } post || !viewer.IsSignedIn || !(post.Hidden ? viewer.IsStaff : post.IsBy(viewer))) return new Outcome<long>.NotFound();
        if (post.RemovedAt is null) return new Outcome<long>.Done(post.Sequence);
        var kept = await _db.RemovedTexts.FirstOrDefaultAsync(r => r.PostId == post.Id, cancellation);
        if (kept is null || kept.Until <= _time.GetUtcNow()) return new Outcome<long>.Refused(Refusal.UndoTooLate);
        post.Restore(kept.Text);
        _db.RemovedTexts.Remove(kept);
        await _db.SaveChangesAsync(cancellation);
        await TakeEffectAsync(post, cancellation);
        return new Outcome<long>.Done(post.Sequence);
    }

    /// <summary>Deletes all that a removed post left behind: former texts, files, translations, mentions.</summary>
    internal static async Task EmptyAsync(NetworkDb db, IReadOnlyCollection<Guid> posts, CancellationToken cancellation)
    {
        await db.PostRevisions.Where(r => posts.Contains(r.PostId)).ExecuteDeleteAsync(cancellation);
        await db.PostTranslations.Where(t => posts.Contains(t.PostId)).ExecuteDeleteAsync(cancellation);
        await db.PostMentions.Where(m => posts.Contains(m.PostId)).ExecuteDeleteAsync(cancellation);
        await db.PostAttachments.Where(a => posts.Contains(a.PostId)).ExecuteDeleteAsync(cancellation);
        await db.RemovedTexts.Where(r => posts.Contains(r.PostId)).ExecuteDeleteAsync(cancellation);
    }

    private async Task<Post?> PostAsync(Viewer viewer, Guid discussion, Guid post, CancellationToken cancellation) =>
        await _db.Discussions.VisibleTo(viewer, _db, _time.Today()).AnyAsync(d => d.Id == discussion, cancellation)
            ? await _db.Posts.FirstOrDefaultAsync(p => p.Id == post && p.DiscussionId == discussion, cancellation)
            : null;

    private Task TakeEffectAsync(Post post, CancellationToken cancellation) =>
        _effect.TakeAsync([new Subject(SubjectKind.Post, post.Id), new Subject(SubjectKind.Discussion, post.DiscussionId)], cancellation);
}
