using Beirat.Network.Topics;

namespace Beirat.Network.Networking;

/// <summary>
/// Topics summed up: to the top topics, or, once somebody looks at one topic, to that and those directly below it. A
/// topic that stands in the middle is one of its own.
/// </summary>
internal sealed class TopicGroups
{
    private readonly Dictionary<Guid, Guid> _groups = [];

    public TopicGroups(TopicNames names, TopicEntry? within = null, TopicEntry? centre = null)
    {
        List<Guid> groups = within is null
            ? [.. names.Tree().Select(t => names.BySlug(t.Topic.Slug)!.Id)]
            : [within.Id, .. names.Below(within.Id)];
        if (centre is not null && !names.WithNarrower(centre.Id).Any(groups.Contains)) groups.Add(centre.Id);
        // A later group takes its topics out of an earlier one, and never lies above it.
        foreach (var group in groups)
        {
            foreach (var topic in names.WithNarrower(group)) _groups[topic] = group;
        }
    }

    /// <summary>The group that sums up a topic; null when the topic lies elsewhere.</summary>
    public Guid? Of(Guid topic) => _groups.TryGetValue(topic, out var group) ? group : null;
}
