using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Knowledge;

/// <summary>A topic with the number of articles about it and what lies below it.</summary>
public sealed record TopicCount(TopicLink Topic, int Articles);

/// <summary>Where there is knowledge. Counted is what the viewer may see.</summary>
public sealed class ArticleTopicQuery
{
    private readonly NetworkDb _db;
    private readonly TopicDirectory _topics;

    internal ArticleTopicQuery(NetworkDb db, TopicDirectory topics) => (_db, _topics) = (db, topics);

    /// <summary>The top topics, or those directly below one; without those that have no article.</summary>
    public async Task<IReadOnlyList<TopicCount>> RunAsync(Viewer viewer, string? below = null, CancellationToken cancellation = default)
    {
        var names = await _topics.NamesAsync(cancellation);
        var topics = names.BySlug(below) is { } chosen ? names.Links(names.Below(chosen.Id)) : [.. names.Tree().Select(t => t.Topic)];
        if (topics.Count == 0) return [];
        // An article about several topics of a group counts in each, but once in each.
        List<Guid[]> groups = [.. topics.Select(t => names.WithNarrower(names.BySlug(t.Slug)!.Id).ToArray())];
        var counts = await _db.Articles.VisibleTo(viewer).SelectMany(a => a.Topics).Select(TopicFiling.Filed<ArticleTopic>(groups, t => t.ArticleId, t => t.TopicId))
            .Distinct().GroupBy(f => f.Topic).Select(g => new { Topic = g.Key, Number = g.Count() }).ToDictionaryAsync(g => g.Topic, g => g.Number, cancellation);
        return [.. topics.Select((t, i) => new TopicCount(t, counts.GetValueOrDefault(i))).Where(t => t.Articles > 0)];
    }
}
