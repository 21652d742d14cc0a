using System.Collections.Concurrent;
using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Beirat.Network.Discussions;

/// <summary>Threads and their posts.</summary>
public sealed class ThreadQuery
{
    public const int PageSize = 50;

    private const int MostActs = 100;

    // The read that every thread page and every return after a break makes: prepared once.
    // For each model: a process may have more than one store.
    private static readonly ConcurrentDictionary<IModel, Func<NetworkDb, Guid, long, int, IAsyncEnumerable<Post>>> Prepared = [];

    private readonly NetworkDb _db;
    private readonly DiscussionSubjects _subjects;
    private readonly AuthorDirectory _authors;
    private readonly TimeProvider _time;

    internal ThreadQuery(NetworkDb db, DiscussionSubjects subjects, AuthorDirectory authors, TimeProvider time) => (_db, _subjects, _authors, _time) = (db, subjects, authors, time);

    private static IAsyncEnumerable<Post> PostsAfter(NetworkDb db, Guid discussion, long sequence, int count) =>
        Prepared.GetOrAdd(db.Model, static _ => EF.CompileAsyncQuery((NetworkDb from, Guid id, long after, int most) => from.Posts.AsNoTracking()
            .Where(p => p.DiscussionId == id && p.Sequence > after).OrderBy(p => p.Sequence).Take(most)))(db, discussion, sequence, count);

    /// <summary>
    /// The page of posts that begins at <paramref name="from"/>, or the newest one. With <paramref name="languages"/> only posts in
    /// these; how many others there are is told. Null when there is no such discussion, or not for this viewer.
    /// </summary>
    public async Task<ThreadView?> RunAsync(
        Viewer viewer, Guid id, long? from = null, IReadOnlyCollection<string>? languages = null, CancellationToken cancellation = default)
    {
        var discussion = await _db.Discussions.VisibleTo(viewer, _db, _time.Today()).AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, cancellation);
        if (discussion is null) return null;
        var first = Math.Max(1, from ?? discussion.LastSequence - PageSize + 1);
        var posts = await ViewAsync(PostsAfter(_db, id, first - 1, PageSize), cancellation);
        var shown = languages is { Count: > 0 } ? posts.FindAll(p => p.Removed || languages.Contains(p.Language)) : posts;
        var last = posts.Count == 0 ? first - 1 : posts[^1].Sequence;
        var people = discussion.IsCircle ? await ReadersAsync(id, cancellation) : [];
        var acts = await ActsAsync(id, first, last, cancellation);
        var names = await _authors.OfAsync(_db, [.. people.Concat(acts.Select(a => a.ById).Append(discussion.StartedById).OfType<Guid>()).Distinct()], cancellation);
        return new ThreadView(
            discussion.Id, discussion.Title, discussion.Introduction, discussion.Language, discussion.Audience, await _subjects.LinksAsync(viewer, discussion, cancellation),
            discussion.StartedAt, discussion.ClosedAt, discussion.LastSequence, discussion.RefusalToReply(viewer), shown)
        {
            AdviceRequestId = discussion.AdviceRequestId, IsCircle = discussion.IsCircle, IsPinned = discussion.PinnedAt is not null, MergedIntoId = discussion.MergedIntoId,
            Circle = [.. people.Select(p => names.GetValueOrDefault(p)).OfType<PostAuthor>().OrderBy(p => p.Name, StringComparer.Ordinal)],
            StartedBy = discussion.StartedById is { } starter ? names.GetValueOrDefault(starter) : null,
            MayLead = discussion.MayLead(viewer), MayArrange = discussion.MayArrange(viewer), TextVersion = discussion.TextVersion,
            Acts = [.. acts.Select(a => new ActView(a.Kind, a.At, a.ByStaff, a.ByStaff || a.ById is not { } by ? null : names.GetValueOrDefault(by), a.AfterSequence, a.Reason, a.From, a.To))],
            From = first, To = last, Hidden = posts.Count - shown.Count, Languages = [.. posts.Where(p => !p.Removed).Select(p => p.Language).Distinct()],
            Own = await OwnAsync(viewer, posts, cancellation),
            Read = viewer.PersonId is { } reader ? await _db.ThreadReads.Where(r => r.PersonId == reader && r.DiscussionId == id).Select(r => (long?)r.Sequence).FirstOrDefaultAsync(cancellation) : null,
        };
    }

    /// <summary>Where a post of a merged thread stands now; null when this was never one, or not for this viewer.</summary>
    public async Task<(Guid DiscussionId, long Sequence)?> MovedAsync(Viewer viewer, Guid formerDiscussion, long formerSequence, CancellationToken cancellation = default)
    {
        var found = await (
            from moved in _db.MovedPosts
            join post in _db.Posts on moved.PostId equals post.Id
            join discussion in _db.Discussions.VisibleTo(viewer, _db, _time.Today()) on post.DiscussionId equals discussion.Id
            where moved.DiscussionId == formerDiscussion && moved.Sequence == formerSequence
            select new { post.DiscussionId, post.Sequence }).FirstOrDefaultAsync(cancellation);
        return found is null ? null : (found.DiscussionId, found.Sequence);
    }

    /// <summary>The posts after a sequence number, at most <paramref name="count"/>; null when the discussion is not for this viewer.</summary>
    public async Task<IReadOnlyList<PostView>?> AfterAsync(
        Viewer viewer, Guid id, long sequence, int count, CancellationToken cancellation = default)
    {
        if (!await _db.Discussions.VisibleTo(viewer, _db, _time.Today()).AnyAsync(d => d.Id == id, cancellation)) return null;
        return await ViewAsync(PostsAfter(_db, id, sequence, Math.Clamp(count, 1, 200)), cancellation);
    }

    /// <summary>The last sequence number; null when the discussion is not for this viewer.</summary>
    public async Task<long?> LastSequenceAsync(Viewer viewer, Guid id, CancellationToken cancellation = default) =>
        await _db.Discussions.VisibleTo(viewer, _db, _time.Today()).Where(d => d.Id == id).Select(d => (long?)d.LastSequence).FirstOrDefaultAsync(cancellation);

    /// <summary>Those of the discussions that this viewer may read.</summary>
    public async Task<IReadOnlySet<Guid>> VisibleAsync(Viewer viewer, IReadOnlyCollection<Guid> discussions, CancellationToken cancellation = default) =>
        await _db.Discussions.VisibleTo(viewer, _db, _time.Today()).Where(d => discussions.Contains(d.Id)).Select(d => d.Id).ToHashSetAsync(cancellation);

    /// <summary>For whom the discussions are, for noticing that it changed.</summary>
    public async Task<IReadOnlyDictionary<Guid, Audience>> AudiencesAsync(IReadOnlyCollection<Guid> discussions, CancellationToken cancellation = default) =>
        await _db.Discussions.Where(d => discussions.Contains(d.Id)).Select(d => new { d.Id, d.Audience }).ToDictionaryAsync(d => d.Id, d => d.Audience, cancellation);

    /// <summary>Posts by id, for pushing them to those who already watch; discussion by discussion, in order.</summary>
    public async Task<IReadOnlyList<PostView>> ChangedAsync(IReadOnlyCollection<Guid> postIds, CancellationToken cancellation = default) =>
        await ViewAsync(
            _db.Posts.AsNoTracking().Where(p => postIds.Contains(p.Id)).OrderBy(p => p.DiscussionId).ThenBy(p => p.Sequence).AsAsyncEnumerable(), cancellation);

    private async Task<List<DiscussionAct>> ActsAsync(Guid id, long first, long last, CancellationToken cancellation)
    {
        // What was done before the first post of a page stands on the page before, if there is one.
        var (above, to) = (first == 1 ? -1 : first - 1, last);
        var acts = await _db.DiscussionActs.AsNoTracking().Where(a => a.DiscussionId == id && a.AfterSequence > above && a.AfterSequence <= to)
            .OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Take(MostActs).ToListAsync(cancellation);
        acts.Reverse();
        return acts;
    }

    private Task<List<Guid>> ReadersAsync(Guid id, CancellationToken cancellation) =>
        _db.Set<DiscussionReader>().Where(r => r.DiscussionId == id).Take(PeopleByName.Most * 2).Select(r => r.PersonId).ToListAsync(cancellation);

    private async Task<OwnSigns> OwnAsync(Viewer viewer, List<PostView> posts, CancellationToken cancellation)
    {
        if (viewer.PersonId is not { } person) return OwnSigns.None;
        var helpful = posts.Where(p => p.Helped > 0).Select(p => p.Id).ToList();
        var signed = posts.Where(p => p.Reactions.Count > 0).Select(p => p.Id).ToList();
        var removed = posts.Where(p => p.Removed && (p.AuthorId == person || (p.Hidden && viewer.IsStaff))).Select(p => p.Id).ToList();
        var now = _time.GetUtcNow();
        return new OwnSigns(
            helpful.Count == 0 ? OwnSigns.None.Marked : await _db.PostMarks.Where(m => m.PersonId == person && helpful.Contains(m.PostId)).Select(m => m.PostId).ToHashSetAsync(cancellation),
            signed.Count == 0 ? OwnSigns.None.Reactions : (await _db.PostReactions.Where(r => r.PersonId == person && signed.Contains(r.PostId)).Select(r => new { r.PostId, r.Kind }).ToListAsync(cancellation)).Select(r => (r.PostId, r.Kind)).ToHashSet(),
            removed.Count == 0 ? OwnSigns.None.Undoable : await _db.RemovedTexts.Where(r => removed.Contains(r.PostId) && r.Until > now && (viewer.IsStaff || !_db.Posts.Any(p => p.Id == r.PostId && p.Hidden))).Select(r => r.PostId).ToHashSetAsync(cancellation),
            removed.Count == 0 ? OwnSigns.None.Reasons : await _db.Posts.Where(p => removed.Contains(p.Id) && p.RemovedByStaff).ToDictionaryAsync(p => p.Id, p => p.RemovalReason, cancellation));
    }

    private async Task<List<PostView>> ViewAsync(IAsyncEnumerable<Post> posts, CancellationToken cancellation)
    {
        var rows = new List<Post>();
        await foreach (var post in posts.WithCancellation(cancellation)) rows.Add(post);
        var parts = await PostParts.OfAsync(_db, rows, cancellation);
        var authors = await _authors.OfAsync(_db, [.. rows.Select(p => p.AuthorId).OfType<Guid>().Concat(parts.People).Distinct()], cancellation);
        var ids = rows.ConvertAll(p => p.Id);
        var helped = await _db.PostMarks.Where(m => ids.Contains(m.PostId)).GroupBy(m => m.PostId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        return [.. rows.Select(p => parts.AddTo(
            new PostView(
                p.DiscussionId, p.Id, p.Sequence, p.Key, p.AuthorId is { } author ? authors.GetValueOrDefault(author) : null, p.AccountId,
                p.Capacity, p.Language, p.Html, p.Text, p.At, p.EditedAt is not null, p.RemovedAt is not null)
            {
                AuthorId = p.AuthorId, Helped = helped.GetValueOrDefault(p.Id),
            }, p, authors))];
    }
}
