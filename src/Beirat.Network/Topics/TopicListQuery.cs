using Beirat.Network.Common;

namespace Beirat.Network.Topics;

/// <summary>The topic scheme: top topics with those below them.</summary>
public sealed class TopicListQuery
{
    private readonly TopicDirectory _topics;

    internal TopicListQuery(TopicDirectory topics) => _topics = topics;

    public async Task<IReadOnlyList<(TopicLink Topic, IReadOnlyList<TopicLink> Narrower)>> RunAsync(CancellationToken cancellation = default) =>
        (await _topics.NamesAsync(cancellation)).Tree();

    /// <summary>Names of all topics in the reader's language.</summary>
    public Task<TopicNames> NamesAsync(CancellationToken cancellation = default) => _topics.NamesAsync(cancellation);

    /// <summary>All topics by label, for a choice.</summary>
    public async Task<IReadOnlyList<TopicLink>> ChoicesAsync(CancellationToken cancellation = default) =>
        (await _topics.NamesAsync(cancellation)).Choices();
}
