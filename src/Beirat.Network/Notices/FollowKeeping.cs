using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Notices;

/// <summary>Lets those follow a thread who began it, write there, are called by name or are asked; from the records, so nobody is forgotten.</summary>
internal sealed class FollowKeeping(NetworkDb db, TimeProvider time)
{
    // At once; what is left is seen at the next look.
    private const int BatchSize = 500;

    /// <summary>Looks at what was written since a time.</summary>
    public async Task RunAsync(DateTimeOffset since, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        // Whoever wrote has seen what stood above; whoever is called has not.
        var writers = await db.Posts.Where(p => p.At >= since && p.AuthorId != null && p.RemovedAt == null)
            .Where(p => !db.ThreadFollows.Any(f => f.PersonId == p.AuthorId && f.DiscussionId == p.DiscussionId))
            .GroupBy(p => new { p.AuthorId, p.DiscussionId }).OrderBy(g => g.Key.DiscussionId).ThenBy(g => g.Key.AuthorId).Select(g => new Told(g.Key.AuthorId!.Value, g.Key.DiscussionId, g.Max(p => p.Sequence)))
            .Take(BatchSize).ToListAsync(cancellation);
        var called = await (
            from m in db.PostMentions
            join p in db.Posts on m.PostId equals p.Id
            where m.At >= since && p.RemovedAt == null && !db.ThreadFollows.Any(f => f.PersonId == m.PersonId && f.DiscussionId == p.DiscussionId)
            group p by new { m.PersonId, p.DiscussionId } into g
            orderby g.Key.DiscussionId, g.Key.PersonId
            select new Told(g.Key.PersonId, g.Key.DiscussionId, g.Min(p => p.Sequence) - 1)).Take(BatchSize).ToListAsync(cancellation);
        var asked = await (
            from q in db.PostQuestions
            join p in db.Posts on q.PostId equals p.Id
            where q.AskedAt >= since && p.RemovedAt == null && !db.ThreadFollows.Any(f => f.PersonId == q.PersonId && f.DiscussionId == p.DiscussionId)
            group p by new { q.PersonId, p.DiscussionId } into g
            orderby g.Key.DiscussionId, g.Key.PersonId
            select new Told(g.Key.PersonId, g.Key.DiscussionId, g.Min(p => p.Sequence) - 1)).Take(BatchSize).ToListAsync(cancellation);
        var begun = await db.Discussions.Where(d => d.StartedAt >= since && d.StartedById != null && !db.ThreadFollows.Any(f => f.PersonId == d.StartedById && f.DiscussionId == d.Id))
            .OrderBy(d => d.Id).Take(BatchSize).Select(d => new Told(d.StartedById!.Value, d.Id, 0)).ToListAsync(cancellation);
        // Somebody who is called before they write is told of the call.
        var all = writers.Concat(called).Concat(asked).Concat(begun).GroupBy(t => (t.PersonId, t.DiscussionId)).ToList();
        if (all.Count == 0) return;
        db.ThreadFollows.AddRange(all.Select(g => new ThreadFollow(g.Key.PersonId, g.Key.DiscussionId, g.Min(t => t.UpTo), now)));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Another node was first with some of them, or somebody was erased: the rest follows at the next look.
        }

        db.ChangeTracker.Clear();
    }

    private sealed record Told(Guid PersonId, Guid DiscussionId, long UpTo);
}
