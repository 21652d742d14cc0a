using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Discussions;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Notices;

/// <summary>Takes all news of the viewer as read, up to a time: what came after the page was shown stays new.</summary>
public sealed record ReadAllNews(DateTimeOffset UpTo);

/// <inheritdoc cref="ReadAllNews"/>
public sealed class ReadAllNewsHandler
{
    private const int BatchSize = 100;

    private readonly NetworkDb _db;
    private readonly ThreadReadHandler _reading;
    private readonly TimeProvider _time;

    internal ReadAllNewsHandler(NetworkDb db, ThreadReadHandler reading, TimeProvider time) => (_db, _reading, _time) = (db, reading, time);

    /// <summary>How many threads were taken as read.</summary>
    public async Task<Outcome<int>> RunAsync(Viewer viewer, ReadAllNews command, CancellationToken cancellation = default)
    {
        if (!viewer.IsSignedIn) return new Outcome<int>.Refused(Refusal.SignInFirst);
        if (viewer.PersonId is not { } person) return new Outcome<int>.NotFound();
        var news = _db.NewsOf(person).Where(p => p.At <= command.UpTo);
        var done = 0;
        for (var after = Guid.Empty; ;)
        {
            var threads = await _db.Discussions.VisibleTo(viewer, _db, _time.Today())
                .Where(d => d.Id.CompareTo(after) > 0 && _db.ThreadFollows.Any(f => f.PersonId == person && f.DiscussionId == d.Id && f.Follows) && news.Any(p => p.DiscussionId == d.Id))
                .OrderBy(d => d.Id).Take(BatchSize)
                .Select(d => new { d.Id, Last = news.Where(p => p.DiscussionId == d.Id).Max(p => p.Sequence) }).ToListAsync(cancellation);
            // Each mark by the way that a page takes, too: it never goes back, and nobody's page is overtaken.
            foreach (var thread in threads) await _reading.RunAsync(viewer, new ReadThread(thread.Id, thread.Last), cancellation);
            done += threads.Count;
            if (threads.Count < BatchSize) return new Outcome<int>.Done(done);
            after = threads[^1].Id;
        }
    }
}
