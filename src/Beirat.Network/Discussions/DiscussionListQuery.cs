using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Discussions;

/// <summary>A discussion to link to.</summary>
public sealed record DiscussionLink(Guid Id, string Title, string Language, long Posts, DateTimeOffset LastPostAt);

/// <summary>A discussion in a list.</summary>
public sealed record DiscussionCard(
    Guid Id, string Title, string Introduction, string Language, Audience Audience, TopicLink? Topic, bool Closed, long Posts, DateTimeOffset LastPostAt);

internal static class DiscussionLinks
{
    public static IQueryable<DiscussionLink> ToLinks(this IQueryable<Discussion> discussions) =>
        discussions.Select(d => new DiscussionLink(d.Id, d.Title, d.Language, d.LastSequence, d.LastPostAt));
}

/// <summary>Discussions, those with the newest post first.</summary>
public sealed class DiscussionListQuery
{
    public const int PageSize = 25;

    private readonly NetworkDb _db;
    private readonly TopicDirectory _topics;

    internal DiscussionListQuery(NetworkDb db, TopicDirectory topics) => (_db, _topics) = (db, topics);

    /// <summary>One page. <paramref name="after"/> is the id of the last discussion already shown.</summary>
    public async Task<Page<DiscussionCard>> RunAsync(
        Viewer viewer, string? topic = null, Guid? after = null, CancellationToken cancellation = default)
    {
        var names = await _topics.NamesAsync(cancellation);
        var discussions = _db.Discussions.VisibleTo(viewer).Listed();
        if (names.BySlug(topic) is { } chosen)
        {
            var wanted = names.WithNarrower(chosen.Id).Select(id => (Guid?)id).ToList();
            discussions = discussions.Where(d => wanted.Contains(d.TopicId));
        }

        if (after is not null)
        {
            var last = await _db.Discussions.VisibleTo(viewer).Listed().Where(d => d.Id == after).Select(d => new { d.LastPostAt, d.Id }).FirstOrDefaultAsync(cancellation);
            if (last is not null)
                discussions = discussions.Where(d => d.LastPostAt < last.LastPostAt || (d.LastPostAt == last.LastPostAt && d.Id.CompareTo(last.Id) < 0));
        }

        var rows = await discussions.OrderByDescending(d => d.LastPostAt).ThenByDescending(d => d.Id).Take(PageSize + 1)
            .AsNoTracking().ToListAsync(cancellation);
        var cards = rows.Take(PageSize).Select(d => new DiscussionCard(
            d.Id, d.Title, d.Introduction, d.Language, d.Audience, names.Link(d.TopicId), d.ClosedAt is not null, d.LastSequence, d.LastPostAt));
        return new Page<DiscussionCard>([.. cards], rows.Count > PageSize ? rows[PageSize - 1].Id.ToString() : null);
    }
}
