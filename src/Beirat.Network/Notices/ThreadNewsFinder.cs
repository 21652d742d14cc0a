using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Discussions;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Notices;

/// <summary>By which way somebody is told.</summary>
internal enum NoticeWay
{
    Mail,
    Push,
}

/// <summary>What is new in a thread that somebody follows, and up to which post that was counted.</summary>
internal sealed record FoundNews(ThreadNewsLine Line, long UpTo);

/// <summary>
/// Computes what somebody has not been told of, from the records alone: nothing is planned ahead, so nothing can be lost, doubled
/// or left over. Their own posts, what they have read, what was removed and what muted people wrote is no news.
/// </summary>
internal sealed class ThreadNewsFinder(NetworkDb db, TimeProvider time)
{
    private const int BatchSize = 500;

    /// <summary>Somebody who sits in front of the open page has read it meanwhile.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    /// <summary>Nobody is told of what is older: after a long stop the portal does not flood anybody.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(30);

    /// <summary>People who follow threads in which there is something after what they were told of.</summary>
    public async Task<List<Guid>> PeopleAsync(NoticeWay way, Guid after, CancellationToken cancellation)
    {
        var oldest = time.GetUtcNow() - Oldest;
        return await (
            from f in db.ThreadFollows
            join d in db.Discussions on f.DiscussionId equals d.Id
            where f.Follows && f.PersonId.CompareTo(after) > 0 && d.LastPostAt >= oldest && d.LastSequence > (way == NoticeWay.Mail ? f.MailedUpTo : f.PushedUpTo)
            select f.PersonId).Distinct().OrderBy(p => p).Take(BatchSize).ToListAsync(cancellation);
    }

    /// <summary>The news of one person. What they may not see any more is not among them.</summary>
    public async Task<List<FoundNews>> FindAsync(Viewer viewer, NoticeWay way, CancellationToken cancellation)
    {
        if (viewer.PersonId is not { } person) return [];
        var now = time.GetUtcNow();
        var (newest, oldest) = (now - Grace, now - Oldest);
        var visible = db.Discussions.VisibleTo(viewer);
        var rows = await (
            from f in db.ThreadFollows
            join d in visible on f.DiscussionId equals d.Id
            join p in db.Posts on d.Id equals p.DiscussionId
            where f.PersonId == person && f.Follows && p.Sequence > (way == NoticeWay.Mail ? f.MailedUpTo : f.PushedUpTo) && p.At <= newest && p.At >= oldest
                && p.AuthorId != person && p.RemovedAt == null && p.Hidden == false
                && !db.ThreadReads.Any(r => r.PersonId == person && r.DiscussionId == d.Id && r.Sequence >= p.Sequence)
                && !db.PersonMutes.Any(m => m.PersonId == person && m.MutedId == p.AuthorId)
            group p by new { d.Id, d.Title, Closed = d.IsCircle || d.AdviceRequestId != null || d.Audience == Audience.Staff } into g
            select new { g.Key, Posts = g.Count(), First = g.Min(p => p.Sequence), Last = g.Max(p => p.Sequence) }).Take(BatchSize).ToListAsync(cancellation);
        var ids = rows.ConvertAll(r => r.Key.Id);
        var calls = await (from m in db.PostMentions join p in db.Posts on m.PostId equals p.Id where m.PersonId == person && ids.Contains(p.DiscussionId) select new { p.DiscussionId, p.Sequence }).ToListAsync(cancellation);
        var questions = await (from q in db.PostQuestions join p in db.Posts on q.PostId equals p.Id where q.PersonId == person && ids.Contains(p.DiscussionId) select new { p.DiscussionId, p.Sequence }).ToListAsync(cancellation);
        return rows.ConvertAll(r => new FoundNews(
            new ThreadNewsLine(
                r.Key.Id, r.Key.Closed ? null : r.Key.Title, r.Posts, r.First,
                calls.Exists(c => c.DiscussionId == r.Key.Id && c.Sequence >= r.First && c.Sequence <= r.Last),
                questions.Exists(q => q.DiscussionId == r.Key.Id && q.Sequence >= r.First && q.Sequence <= r.Last)),
            r.Last));
    }
}
