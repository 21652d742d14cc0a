using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.People;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Discussions;

/// <summary>A discussion with some of its posts, in order.</summary>
public sealed record ThreadView(
    Guid Id, string Title, string Introduction, string Language, Audience Audience, TopicLink? Topic, NamedLink? Organization,
    DateTimeOffset StartedAt, DateTimeOffset? ClosedAt, long LastSequence, Refusal? RefusalToReply, IReadOnlyList<PostView> Posts)
{
    public bool HasEarlier => Posts.Count > 0 && Posts[0].Sequence > 1;

    public bool HasLater => Posts.Count > 0 && Posts[^1].Sequence < LastSequence;
}

/// <summary>Threads and their posts.</summary>
public sealed class ThreadQuery
{
    public const int PageSize = 50;

    private readonly NetworkDb _db;
    private readonly TopicDirectory _topics;
    private readonly TimeProvider _time;

    internal ThreadQuery(NetworkDb db, TopicDirectory topics, TimeProvider time) => (_db, _topics, _time) = (db, topics, time);

    /// <summary>
    /// The page of posts that begins at <paramref name="from"/>, or the newest one.
    /// Null when there is no such discussion, or not for this viewer.
    /// </summary>
    public async Task<ThreadView?> RunAsync(Viewer viewer, Guid id, long? from = null, CancellationToken cancellation = default)
    {
        var discussion = await _db.Discussions.VisibleTo(viewer).AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, cancellation);
        if (discussion is null) return null;
        var names = await _topics.NamesAsync(cancellation);
        var organization = discussion.OrganizationId is { } organizationId
            ? await _db.Organizations.Where(o => o.Id == organizationId).Select(o => new NamedLink(o.Slug, o.Name)).FirstOrDefaultAsync(cancellation)
            : null;
        var first = Math.Max(1, from ?? discussion.LastSequence - PageSize + 1);
        var posts = await View(_db.Posts.Where(p => p.DiscussionId == id && p.Sequence >= first)).Take(PageSize).ToListAsync(cancellation);
        return new ThreadView(
            discussion.Id, discussion.Title, discussion.Introduction, discussion.Language, discussion.Audience, names.Link(discussion.TopicId),
            organization, discussion.StartedAt, discussion.ClosedAt, discussion.LastSequence, discussion.RefusalToReply(viewer), posts);
    }

    /// <summary>The posts after a sequence number, at most <paramref name="count"/>; null when the discussion is not for this viewer.</summary>
    public async Task<IReadOnlyList<PostView>?> AfterAsync(
        Viewer viewer, Guid id, long sequence, int count, CancellationToken cancellation = default)
    {
        if (!await _db.Discussions.VisibleTo(viewer).AnyAsync(d => d.Id == id, cancellation)) return null;
        return await View(_db.Posts.Where(p => p.DiscussionId == id && p.Sequence > sequence))
            .Take(Math.Clamp(count, 1, 200)).ToListAsync(cancellation);
    }

    /// <summary>The last sequence number; null when the discussion is not for this viewer.</summary>
    public async Task<long?> LastSequenceAsync(Viewer viewer, Guid id, CancellationToken cancellation = default) =>
        await _db.Discussions.VisibleTo(viewer).Where(d => d.Id == id).Select(d => (long?)d.LastSequence).FirstOrDefaultAsync(cancellation);

    /// <summary>Posts by id, for pushing them to those who already watch; discussion by discussion, in order.</summary>
    public async Task<IReadOnlyList<PostView>> ChangedAsync(IReadOnlyCollection<Guid> postIds, CancellationToken cancellation = default) =>
        await View(_db.Posts.Where(p => postIds.Contains(p.Id))).ToListAsync(cancellation);

    // Ordered before it becomes a record: the database cannot look into one.
    private IQueryable<PostView> View(IQueryable<Post> posts)
    {
        var known = _db.People.VisibleTo(Viewer.Public, _db, _time.Today());
        return
            from post in posts.AsNoTracking()
            join person in _db.People on post.AuthorId equals (Guid?)person.Id into authors
            from author in authors.DefaultIfEmpty()
            orderby post.DiscussionId, post.Sequence
            select new PostView(
                post.DiscussionId, post.Id, post.Sequence, post.Key,
                author == null ? null : new PostAuthor(known.Any(k => k.Id == author.Id) ? author.Slug : null, author.Name), post.AccountId,
                post.Capacity, post.Language, post.Html, post.Text, post.At, post.EditedAt != null, post.RemovedAt != null);
    }
}
