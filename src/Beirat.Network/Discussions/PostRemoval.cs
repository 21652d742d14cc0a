using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Discussions;

/// <summary>Takes a post back (its writer) or away (staff). Its place stays, marked as removed.</summary>
public sealed record PostRemoval(Guid DiscussionId, Guid PostId);

/// <inheritdoc cref="PostRemoval"/>
public sealed class PostRemovalHandler
{
    private readonly NetworkDb _db;
    private readonly TimeProvider _time;

    internal PostRemovalHandler(NetworkDb db, TimeProvider time) => (_db, _time) = (db, time);

    /// <summary>The sequence number of the removed post.</summary>
    public async Task<Outcome<long>> RunAsync(Viewer viewer, PostRemoval command, CancellationToken cancellation = default)
    {
        var readable = await _db.Discussions.VisibleTo(viewer).AnyAsync(d => d.Id == command.DiscussionId, cancellation);
        var post = readable
            ? await _db.Posts.FirstOrDefaultAsync(p => p.Id == command.PostId && p.DiscussionId == command.DiscussionId, cancellation)
            : null;
        if (post is null) return new Outcome<long>.NotFound();
        if (post.RefusalToRemove(viewer) is { } refusal) return new Outcome<long>.Refused(refusal);
        post.Remove(viewer, _time.GetUtcNow());
        await _db.SaveChangesAsync(cancellation);
        return new Outcome<long>.Done(post.Sequence);
    }
}
