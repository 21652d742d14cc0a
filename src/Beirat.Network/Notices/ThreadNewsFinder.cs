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

    /// <summary>In one notice; the next look brings the rest.</summary>
    private const int MostThreads = 50;

    /// <summary>Somebody who sits in front of the open page has read it meanwhile.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    /// <summary>Nobody is told of what is older: after a long stop the portal does not flood anybody.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(30);

    /// <summary>People who follow threads in which there is something after what they were told of; for devices: of those who have one.</summary>
    public async Task<List<Guid>> PeopleAsync(NoticeWay way, Guid after, CancellationToken cancellation)
    {
        var oldest = time.GetUtcNow() - Oldest;
        var people =
            from f in db.ThreadFollows
            join d in db.Discussions on f.DiscussionId equals d.Id
            where f.Follows && f.PersonId.CompareTo(after) > 0 && d.LastPostAt >= oldest && d.LastSequence > (way == NoticeWay.Mail ? f.MailedUpTo : f.PushedUpTo)
                && !db.ThreadReads.Any(r => r.PersonId == f.PersonId && r.DiscussionId == d.Id && r.Sequence >= d.LastSequence)
            select f.PersonId;
        if (way == NoticeWay.Push)
            people = people.Where(p => db.Users.Any(a => a.PersonId == p && db.PushDevices.Any(v => v.AccountId == a.Id)));
        return await people.Distinct().OrderBy(p => p).Take(BatchSize).ToListAsync(cancellation);
    }

    /// <summary>
    /// Where somebody stands in the threads in which there may be news, for noting what they are told. To be read before the news:
    /// whoever told them meanwhile has then changed what is saved here, and it is not told again.
    /// </summary>
    public Task<Dictionary<Guid, ThreadFollow>> FollowsAsync(Guid person, NoticeWay way, CancellationToken cancellation)
    {
        var oldest = time.GetUtcNow() - Oldest;
        return (
            from f in db.ThreadFollows
            join d in db.Discussions on f.DiscussionId equals d.Id
            where f.Follows && f.PersonId == person && d.LastPostAt >= oldest && d.LastSequence > (way == NoticeWay.Mail ? f.MailedUpTo : f.PushedUpTo)
            select f).ToDictionaryAsync(f => f.DiscussionId, cancellation);
    }

    /// <summary>The news of one person. What they may not see any more is not among them.</summary>
    public async Task<List<FoundNews>> FindAsync(Viewer viewer, NoticeWay way, CancellationToken cancellation)
    {
        if (viewer.PersonId is not { } person) return [];
        var now = time.GetUtcNow();
        var (newest, oldest, mail) = (now - Grace, now - Oldest, way == NoticeWay.Mail);
        var news = db.NewsOf(person).Where(p => p.At <= newest && p.At >= oldest
            && db.ThreadFollows.Any(f => f.PersonId == person && f.DiscussionId == p.DiscussionId && p.Sequence > (mail ? f.MailedUpTo : f.PushedUpTo)));
        var rows = await db.WithNewsFor(db.Discussions.VisibleTo(viewer, db, time.Today()), person).Where(d => news.Any(p => p.DiscussionId == d.Id))
            .OrderBy(d => d.LastPostAt).ThenBy(d => d.Id).Take(MostThreads)
            .Select(d => new
            {
                d.Id, d.Title, Closed = d.IsCircle || d.AdviceRequestId != null || d.Audience == Audience.Staff,
                Posts = news.Count(p => p.DiscussionId == d.Id),
                First = news.Where(p => p.DiscussionId == d.Id).Min(p => p.Sequence), Last = news.Where(p => p.DiscussionId == d.Id).Max(p => p.Sequence),
                Called = news.Any(p => p.DiscussionId == d.Id && db.PostMentions.Any(m => m.PostId == p.Id && m.PersonId == person)),
                Asked = news.Any(p => p.DiscussionId == d.Id && db.PostQuestions.Any(q => q.PostId == p.Id && q.PersonId == person)),
            }).ToListAsync(cancellation);
        return rows.ConvertAll(r => new FoundNews(new ThreadNewsLine(r.Id, r.Closed ? null : r.Title, r.Posts, r.First, r.Called, r.Asked), r.Last));
    }
}
