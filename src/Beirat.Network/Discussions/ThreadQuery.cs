using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Discussions;

/// <summary>A discussion with some of its posts, in order.</summary>
public sealed record ThreadView(
    Guid Id, string Title, string Introduction, string Language, Audience Audience, TopicLink? Topic, NamedLink? Organization,
    DateTimeOffset StartedAt, DateTimeOffset? ClosedAt, long LastSequence, Refusal? RefusalToReply, IReadOnlyList<PostView> Posts)
{
    /// <summary>The request for advice that it belongs to; its circle is then named people and the office.</summary>
    public Guid? AdviceRequestId { get; init; }


    public bool HasEarlier => Posts.Count > 0 && Posts[0].Sequence > 1;

    public bool HasLater => Posts.Count > 0 && Posts[^1].Sequence < LastSequence;

    /// <summary>Posts of others that helped the viewer.</summary>
    public IReadOnlySet<Guid> Marked { get; init; } = new HashSet<Guid>();
}

/// <summary>Threads and their posts.</summary>
public sealed class ThreadQuery
{
    public const int PageSize = 50;

    // The read that every thread page and every return after a break makes: prepared once.
    private static readonly Func<NetworkDb, Guid, long, int, IAsyncEnumerable<Post>> PostsAfter = EF.CompileAsyncQuery(
        (NetworkDb db, Guid discussion, long sequence, int count) => db.Posts.AsNoTracking()
            .Where(p => p.DiscussionId == discussion && p.Sequence > sequence).OrderBy(p => p.Sequence).Take(count));

    private readonly NetworkDb _db;
    private readonly TopicDirectory _topics;
    private readonly AuthorDirectory _authors;

    internal ThreadQuery(NetworkDb db, TopicDirectory topics, AuthorDirectory authors) => (_db, _topics, _authors) = (db, topics, authors);

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
        var posts = await ViewAsync(PostsAfter(_db, id, first - 1, PageSize), cancellation);
        return new ThreadView(
            discussion.Id, discussion.Title, discussion.Introduction, discussion.Language, discussion.Audience, names.Link(discussion.TopicId),
            organization, discussion.StartedAt, discussion.ClosedAt, discussion.LastSequence, discussion.RefusalToReply(viewer), posts)
        {
            Marked = await MarkedAsync(viewer, posts, cancellation),
            AdviceRequestId = discussion.AdviceRequestId,
        };
    }

    /// <summary>The posts after a sequence number, at most <paramref name="count"/>; null when the discussion is not for this viewer.</summary>
    public async Task<IReadOnlyList<PostView>?> AfterAsync(
        Viewer viewer, Guid id, long sequence, int count, CancellationToken cancellation = default)
    {
        if (!await _db.Discussions.VisibleTo(viewer).AnyAsync(d => d.Id == id, cancellation)) return null;
        return await ViewAsync(PostsAfter(_db, id, sequence, Math.Clamp(count, 1, 200)), cancellation);
    }

    /// <summary>The last sequence number; null when the discussion is not for this viewer.</summary>
    public async Task<long?> LastSequenceAsync(Viewer viewer, Guid id, CancellationToken cancellation = default) =>
        await _db.Discussions.VisibleTo(viewer).Where(d => d.Id == id).Select(d => (long?)d.LastSequence).FirstOrDefaultAsync(cancellation);

    /// <summary>Those of the discussions that this viewer may read.</summary>
    public async Task<IReadOnlySet<Guid>> VisibleAsync(Viewer viewer, IReadOnlyCollection<Guid> discussions, CancellationToken cancellation = default) =>
        await _db.Discussions.VisibleTo(viewer).Where(d => discussions.Contains(d.Id)).Select(d => d.Id).ToHashSetAsync(cancellation);

    /// <summary>For whom the discussions are, for noticing that it changed.</summary>
    public async Task<IReadOnlyDictionary<Guid, Audience>> AudiencesAsync(IReadOnlyCollection<Guid> discussions, CancellationToken cancellation = default) =>
        await _db.Discussions.Where(d => discussions.Contains(d.Id)).Select(d => new { d.Id, d.Audience }).ToDictionaryAsync(d => d.Id, d => d.Audience, cancellation);

    /// <summary>Posts by id, for pushing them to those who already watch; discussion by discussion, in order.</summary>
    public async Task<IReadOnlyList<PostView>> ChangedAsync(IReadOnlyCollection<Guid> postIds, CancellationToken cancellation = default) =>
        await ViewAsync(
            _db.Posts.AsNoTracking().Where(p => postIds.Contains(p.Id)).OrderBy(p => p.DiscussionId).ThenBy(p => p.Sequence).AsAsyncEnumerable(), cancellation);

    private async Task<HashSet<Guid>> MarkedAsync(Viewer viewer, List<PostView> posts, CancellationToken cancellation)
    {
        var helpful = posts.Where(p => p.Helped > 0).Select(p => p.Id).ToList();
        if (viewer.PersonId is not { } person || helpful.Count == 0) return [];
        return await _db.PostMarks.Where(m => m.PersonId == person && helpful.Contains(m.PostId)).Select(m => m.PostId).ToHashSetAsync(cancellation);
    }

    private async Task<List<PostView>> ViewAsync(IAsyncEnumerable<Post> posts, CancellationToken cancellation)
    {
        var rows = new List<Post>();
        await foreach (var post in posts.WithCancellation(cancellation)) rows.Add(post);
        var authors = await _authors.OfAsync(_db, [.. rows.Select(p => p.AuthorId).OfType<Guid>().Distinct()], cancellation);
        var ids = rows.ConvertAll(p => p.Id);
        var helped = await _db.PostMarks.Where(m => ids.Contains(m.PostId)).GroupBy(m => m.PostId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        return [.. rows.Select(p => new PostView(
            p.DiscussionId, p.Id, p.Sequence, p.Key, p.AuthorId is { } author ? authors.GetValueOrDefault(author) : null, p.AccountId,
            p.Capacity, p.Language, p.Html, p.Text, p.At, p.EditedAt is not null, p.RemovedAt is not null)
        {
            AuthorId = p.AuthorId, Helped = helped.GetValueOrDefault(p.Id),
        })];
    }
}
