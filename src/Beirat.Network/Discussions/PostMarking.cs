using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Discussions;

/// <summary>Says of somebody else's post that it helped, or takes that back. Both may be said twice.</summary>
public sealed record PostMarking(Guid DiscussionId, Guid PostId, bool Helped);

/// <inheritdoc cref="PostMarking"/>
public sealed class PostMarkingHandler
{
    private readonly NetworkDb _db;
    private readonly TimeProvider _time;
    private readonly ImmediateEffect _effect;

    internal PostMarkingHandler(NetworkDb db, TimeProvider time, ImmediateEffect effect) => (_db, _time, _effect) = (db, time, effect);

    /// <summary>The sequence number of the post.</summary>
    public async Task<Outcome<long>> RunAsync(Viewer viewer, PostMarking command, CancellationToken cancellation = default)
    {
        if (!viewer.IsSignedIn) return new Outcome<long>.Refused(Refusal.SignInFirst);
        var post = viewer.PersonId is not null && await _db.Discussions.VisibleTo(viewer, _db, _time.Today()).AnyAsync(d => d.Id == command.DiscussionId, cancellation)
            ? await _db.Posts.AsNoTracking().FirstOrDefaultAsync(p => p.Id == command.PostId && p.DiscussionId == command.DiscussionId && p.RemovedAt == null, cancellation)
            : null;
        if (post is null || viewer.PersonId is not { } person) return new Outcome<long>.NotFound();
        if (post.IsBy(viewer)) return new Outcome<long>.Refused(Refusal.OwnArticle);
        var mark = await _db.PostMarks.FirstOrDefaultAsync(m => m.PostId == post.Id && m.PersonId == person, cancellation);
        if (mark is null == !command.Helped) return new Outcome<long>.Done(post.Sequence);
        if (command.Helped) _db.PostMarks.Add(new PostMark(post, person, _time.GetUtcNow()));
        else _db.PostMarks.Remove(mark!);
        try
        {
            await _db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Sent twice at once: it is done. Anything else is a fault.
            _db.ChangeTracker.Clear();
            if (await _db.PostMarks.AnyAsync(m => m.PostId == post.Id && m.PersonId == person, cancellation) != command.Helped) throw;
            return new Outcome<long>.Done(post.Sequence);
        }

        await _effect.TakeAsync([new Subject(SubjectKind.Post, post.Id), new Subject(SubjectKind.Discussion, post.DiscussionId)], cancellation);
        return new Outcome<long>.Done(post.Sequence);
    }
}
