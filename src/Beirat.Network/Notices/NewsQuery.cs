using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Discussions;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Notices;

/// <summary>A thread with posts that the viewer has not read.</summary>
public sealed record NewsItem(Guid DiscussionId, string Title, string Language, int Posts, long First, DateTimeOffset At, bool Called, bool Asked);

/// <summary>What is new in the threads that the viewer follows: read from the same marks that the threads show.</summary>
public sealed class NewsQuery
{
    public const int PageSize = 30;

    private readonly NetworkDb _db;
    private readonly TimeProvider _time;

    internal NewsQuery(NetworkDb db, TimeProvider time) => (_db, _time) = (db, time);

    /// <summary>One page, newest first. <paramref name="after"/> is the id of the last thread already shown.</summary>
    public async Task<Page<NewsItem>> RunAsync(Viewer viewer, Guid? after = null, CancellationToken cancellation = default)
    {
        if (viewer.PersonId is not { } person) return new Page<NewsItem>([], null);
        var (threads, news) = (_db.WithNewsFor(_db.Discussions.VisibleTo(viewer, _db, _time.Today()), person), _db.NewsOf(person));
        if (after is { } id && await _db.Discussions.Where(d => d.Id == id).Select(d => (DateTimeOffset?)d.LastPostAt).FirstOrDefaultAsync(cancellation) is { } at)
            threads = threads.Where(d => d.LastPostAt < at || (d.LastPostAt == at && d.Id.CompareTo(id) < 0));
        var rows = await threads.OrderByDescending(d => d.LastPostAt).ThenByDescending(d => d.Id).Take(PageSize + 1)
            .Select(d => new
            {
                d.Id, d.Title, d.Language, d.LastPostAt,
                Posts = news.Count(p => p.DiscussionId == d.Id), First = news.Where(p => p.DiscussionId == d.Id).Min(p => p.Sequence),
                Called = news.Any(p => p.DiscussionId == d.Id && _db.PostMentions.Any(m => m.PostId == p.Id && m.PersonId == person)),
                Asked = news.Any(p => p.DiscussionId == d.Id && _db.PostQuestions.Any(q => q.PostId == p.Id && q.PersonId == person)),
            }).ToListAsync(cancellation);
        var items = rows.Take(PageSize).Select(r => new NewsItem(r.Id, r.Title, r.Language, r.Posts, r.First, r.LastPostAt, r.Called, r.Asked)).ToList();
        return new Page<NewsItem>(items, rows.Count > PageSize ? $"{items[^1].DiscussionId}" : null);
    }
}
