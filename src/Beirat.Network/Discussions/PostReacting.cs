using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Discussions;

/// <summary>Puts a sign under somebody else's post, or takes it away again. Both may be said twice.</summary>
public sealed record PostReacting(Guid DiscussionId, Guid PostId, ReactionKind Kind, bool Given);

/// <inheritdoc cref="PostReacting"/>
public sealed class PostReactingHandler
{
    private readonly NetworkDb _db;
    private readonly TimeProvider _time;
    private readonly ImmediateEffect _effect;

    internal PostReactingHandler(NetworkDb db, TimeProvider time, ImmediateEffect effect) => (_db, _time, _effect) = (db, time, effect);

    /// <summary>The sequence number of the post.</summary>
    public async Task<Outcome<long>> RunAsync(Viewer viewer, PostReacting command, CancellationToken cancellation = default)
    {
        if (!viewer.IsSignedIn) return new Outcome<long>.Refused(Refusal.SignInFirst);
        var post = viewer.PersonId is not null && await _db.Discussions.VisibleTo(viewer, _db, _time.Today()).AnyAsync(d => d.Id == command.DiscussionId, cancellation)
            ? await _db.Posts.AsNoTracking().FirstOrDefaultAsync(p => p.Id == command.PostId && p.DiscussionId == command.DiscussionId && p.RemovedAt == null, cancellation)
            : null;
        if (post is null || viewer.PersonId is not { } person) return new Outcome<long>.NotFound();
        if (post.IsBy(viewer)) return new Outcome<long>.Refused(Refusal.OwnArticle);
        var given = _db.PostReactions.Where(r => r.PostId == post.Id && r.PersonId == person && r.Kind == command.Kind);
        var reaction = await given.FirstOrDefaultAsync(cancellation);
        if (reaction is null == !command.Given) return new Outcome<long>.Done(post.Sequence);
        if (command.Given) _db.PostReactions.Add(new PostReaction(post, person, command.Kind, _time.GetUtcNow()));
        else _db.PostReactions.Remove(reaction!);
        try
        {
            await _db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Sent twice at once: it is done. Anything else is a fault.
            _db.ChangeTracker.Clear();
            if (await given.AnyAsync(cancellation) != command.Given) throw;
            return new Outcome<long>.Done(post.Sequence);
        }

        await _effect.TakeAsync([new Subject(SubjectKind.Post, post.Id), new Subject(SubjectKind.Discussion, post.DiscussionId)], cancellation);
        return new Outcome<long>.Done(post.Sequence);
    }
}
