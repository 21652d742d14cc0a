using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Discussions;

/// <summary>A discussion to link to.</summary>
public sealed record DiscussionLink(Guid Id, string Title, string Language, long Posts, DateTimeOffset LastPostAt);

/// <summary>A discussion in a list. <see cref="Unread"/>: posts that the viewer has not read; null for nobody in particular.</summary>
public sealed record DiscussionCard(
    Guid Id, string Title, string Introduction, string Language, Audience Audience, bool IsCircle, TopicLink? Topic, bool Closed, bool Pinned, long Posts, long? Unread, DateTimeOffset LastPostAt);

/// <summary>Which discussions to list. <see cref="Reach"/> as <see cref="DiscussionReach"/> names it; <see cref="Language"/>: with posts in it.</summary>
public sealed record DiscussionFilter(string? Topic = null, string? Reach = null, bool? Open = null, string? Language = null, bool Mine = false, bool Unread = false);

internal static class DiscussionLinks
{
    public static IQueryable<DiscussionLink> ToLinks(this IQueryable<Discussion> discussions) =>
        discussions.Select(d => new DiscussionLink(d.Id, d.Title, d.Language, d.LastSequence, d.LastPostAt));
}

/// <summary>Discussions: those that are pinned, then those with the newest post first.</summary>
public sealed class DiscussionListQuery
{
    public const int PageSize = 25;

    private readonly NetworkDb _db;
    private readonly TopicDirectory _topics;

    internal DiscussionListQuery(NetworkDb db, TopicDirectory topics) => (_db, _topics) = (db, topics);

    /// <summary>One page. <paramref name="after"/> is the id of the last discussion already shown.</summary>
    public async Task<Page<DiscussionCard>> RunAsync(
        Viewer viewer, DiscussionFilter filter, Guid? after = null, CancellationToken cancellation = default)
    {
        var names = await _topics.NamesAsync(cancellation);
        var discussions = Narrow(viewer, filter, names);
        if (after is not null)
        {
            var last = await _db.Discussions.ListedFor(viewer).Where(d => d.Id == after).Select(d => new { d.LastPostAt, d.Id, Pinned = d.PinnedAt != null }).FirstOrDefaultAsync(cancellation);
            if (last is not null)
            {
                discussions = discussions.Where(d => (last.Pinned && d.PinnedAt == null) || ((d.PinnedAt != null) == last.Pinned
                    && (d.LastPostAt < last.LastPostAt || (d.LastPostAt == last.LastPostAt && d.Id.CompareTo(last.Id) < 0))));
            }
        }

        var rows = await discussions.OrderBy(d => d.PinnedAt == null ? 1 : 0).ThenByDescending(d => d.LastPostAt).ThenByDescending(d => d.Id).Take(PageSize + 1)
            .AsNoTracking().ToListAsync(cancellation);
        var read = await ReadAsync(viewer, [.. rows.Select(d => d.Id)], cancellation);
        var cards = rows.Take(PageSize).Select(d => new DiscussionCard(
            d.Id, d.Title, d.Introduction, d.Language, d.Audience, d.IsCircle, names.Link(d.TopicId), d.ClosedAt is not null, d.PinnedAt is not null,
            d.LastSequence, read is null ? null : d.LastSequence - read.GetValueOrDefault(d.Id), d.LastPostAt));
        return new Page<DiscussionCard>([.. cards], rows.Count > PageSize ? rows[PageSize - 1].Id.ToString() : null);
    }

    private IQueryable<Discussion> Narrow(Viewer viewer, DiscussionFilter filter, TopicNames names)
    {
        var discussions = _db.Discussions.ListedFor(viewer);
        if (names.BySlug(filter.Topic) is { } chosen)
        {
            var wanted = names.WithNarrower(chosen.Id).Select(id => (Guid?)id).ToList();
            discussions = discussions.Where(d => wanted.Contains(d.TopicId));
        }

        if (DiscussionReach.TryParse(filter.Reach, out var audience, out var circle)) discussions = discussions.Where(d => d.Audience == audience && d.IsCircle == circle);
        if (filter.Open is { } open) discussions = discussions.Where(d => (d.ClosedAt == null) == open);
        if (Languages.IsKnown(filter.Language)) discussions = discussions.Where(d => _db.Posts.Any(p => p.DiscussionId == d.Id && p.Language == filter.Language && p.RemovedAt == null));
        if (viewer.PersonId is not { } person || !viewer.IsSignedIn) return discussions;
        if (filter.Mine) discussions = discussions.Where(d => d.StartedById == person || _db.Posts.Any(p => p.DiscussionId == d.Id && p.AuthorId == person));
        return filter.Unread
            ? discussions.Where(d => d.LastSequence > (_db.ThreadReads.Where(r => r.PersonId == person && r.DiscussionId == d.Id).Select(r => (long?)r.Sequence).FirstOrDefault() ?? 0))
            : discussions;
    }

    private async Task<Dictionary<Guid, long>?> ReadAsync(Viewer viewer, List<Guid> ids, CancellationToken cancellation) => viewer.PersonId is not { } person || !viewer.IsSignedIn
        ? null
        : await _db.ThreadReads.Where(r => r.PersonId == person && ids.Contains(r.DiscussionId)).ToDictionaryAsync(r => r.DiscussionId, r => r.Sequence, cancellation);
}
