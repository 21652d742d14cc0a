using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Discussions;

/// <summary>Notes how far somebody has read. Nothing for those who are not signed in; it never goes back.</summary>
public sealed record ReadThread(Guid DiscussionId, long Sequence);

/// <inheritdoc cref="ReadThread"/>
public sealed class ThreadReadHandler
{
    private readonly NetworkDb _db;
    private readonly TimeProvider _time;

    internal ThreadReadHandler(NetworkDb db, TimeProvider time) => (_db, _time) = (db, time);

    /// <summary>Where the mark stands now.</summary>
    public async Task<Outcome<long>> RunAsync(Viewer viewer, ReadThread command, CancellationToken cancellation = default)
    {
        if (!viewer.IsSignedIn || viewer.PersonId is not { } person) return new Outcome<long>.NotFound();
        var last = await _db.Discussions.VisibleTo(viewer, _db, _time.Today()).Where(d => d.Id == command.DiscussionId).Select(d => (long?)d.LastSequence).FirstOrDefaultAsync(cancellation);
        if (last is not { } end) return new Outcome<long>.NotFound();
        var (to, now) = (Math.Clamp(command.Sequence, 0, end), _time.GetUtcNow());
        var mark = _db.ThreadReads.Where(r => r.PersonId == person && r.DiscussionId == command.DiscussionId);
        for (var attempt = 1; ; attempt++)
        {
            var moved = await mark.Where(r => r.Sequence < to).ExecuteUpdateAsync(s => s.SetProperty(r => r.Sequence, to).SetProperty(r => r.At, now), cancellation);
            if (moved > 0 || await mark.AnyAsync(cancellation)) return new Outcome<long>.Done(to);
            _db.ThreadReads.Add(new ThreadRead(command.DiscussionId, person, to, now));
            try
            {
                await _db.SaveChangesAsync(cancellation);
                return new Outcome<long>.Done(to);
            }
            catch (DbUpdateException) when (attempt < 3)
            {
                // The same page opened twice at once: the mark is there now.
                _db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>The last post that the viewer has read; null for a thread that they never opened.</summary>
    public async Task<long?> OfAsync(Viewer viewer, Guid discussion, CancellationToken cancellation = default) => viewer.PersonId is not { } person ? null
        : await _db.ThreadReads.Where(r => r.PersonId == person && r.DiscussionId == discussion).Select(r => (long?)r.Sequence).FirstOrDefaultAsync(cancellation);

    /// <summary>Whoever had read everything has also read what they wrote themselves; with the save of the post, for which marks are loaded.</summary>
    internal static void Follow(NetworkDb db, Viewer viewer, Post post)
    {
        if (viewer.PersonId is not { } person) return;
        if (db.ThreadReads.Local.FirstOrDefault(r => r.PersonId == person && r.DiscussionId == post.DiscussionId) is { } mark)
        {
            if (mark.Sequence == post.Sequence - 1) mark.MoveTo(post.Sequence, post.At);
        }
        else if (post.Sequence == 1)
        {
            db.ThreadReads.Add(new ThreadRead(post.DiscussionId, person, post.Sequence, post.At));
        }
    }
}
