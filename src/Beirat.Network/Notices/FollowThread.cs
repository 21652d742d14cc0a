using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Discussions;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Notices;

/// <summary>Begins or ends hearing of new posts in a thread.</summary>
public sealed record FollowThread(Guid DiscussionId, bool Follows);

/// <inheritdoc cref="FollowThread"/>
public sealed class FollowThreadHandler
{
    private readonly NetworkDb _db;
    private readonly TimeProvider _time;

    internal FollowThreadHandler(NetworkDb db, TimeProvider time) => (_db, _time) = (db, time);

    /// <summary>Whether the viewer follows the thread now. Pressed twice is once.</summary>
    public async Task<Outcome<bool>> RunAsync(Viewer viewer, FollowThread command, CancellationToken cancellation = default)
    {
        if (!viewer.IsSignedIn) return new Outcome<bool>.Refused(Refusal.SignInFirst);
        if (viewer.PersonId is not { } person) return new Outcome<bool>.NotFound();
        var last = await _db.Discussions.VisibleTo(viewer, _db, _time.Today()).Where(d => d.Id == command.DiscussionId).Select(d => (long?)d.LastSequence).FirstOrDefaultAsync(cancellation);
        if (last is not { } newest) return new Outcome<bool>.NotFound();
        for (var attempt = 1; ; attempt++)
        {
            var follow = await _db.ThreadFollows.FirstOrDefaultAsync(f => f.PersonId == person && f.DiscussionId == command.DiscussionId, cancellation);
            if (follow is null) _db.ThreadFollows.Add(follow = new ThreadFollow(person, command.DiscussionId, newest, _time.GetUtcNow()));
            follow.Want(command.Follows, newest, _time.GetUtcNow());
            try
            {
                await _db.SaveChangesAsync(cancellation);
                return new Outcome<bool>.Done(command.Follows);
            }
            catch (DbUpdateException) when (attempt < 3)
            {
                // A mail was written just now, or the button was pressed in two windows.
                _db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>
    /// Whether the viewer hears of the thread: what they chose, else whether they take part. Null for whoever cannot follow anything.
    /// </summary>
    public async Task<bool?> OfAsync(Viewer viewer, Guid discussion, CancellationToken cancellation = default)
    {
        if (viewer.PersonId is not { } person) return null;
        var chosen = await _db.ThreadFollows.Where(f => f.PersonId == person && f.DiscussionId == discussion).Select(f => (bool?)f.Follows).FirstOrDefaultAsync(cancellation);
        return chosen ?? await _db.Discussions.AnyAsync(d => d.Id == discussion && (d.StartedById == person || _db.Posts.Any(p => p.DiscussionId == d.Id && p.AuthorId == person)), cancellation);
    }
}
