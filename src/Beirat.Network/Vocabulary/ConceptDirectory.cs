using Beirat.Network.Topics;

namespace Beirat.Network.Vocabulary;

/// <summary>All concepts: those that come with the portal, and its topics. Made once for each state of the topic scheme.</summary>
internal sealed class ConceptDirectory(TopicDirectory topics)
{
    private volatile Entry? _entry;

    public async Task<ConceptIndex> GetAsync(CancellationToken cancellation)
    {
        var scheme = await topics.SchemeAsync(cancellation);
        var entry = _entry;
        if (entry is null || entry.Scheme != scheme) _entry = entry = new Entry(scheme, new ConceptIndex(Together(scheme)));
        return entry.Concepts;
    }

    // A topic and a concept of one id are one thing.
    private static IEnumerable<Concept> Together(TopicScheme topics)
    {
        var concepts = ShippedVocabulary.Concepts.ToDictionary(c => c.Id);
        foreach (var topic in topics.ById.Values)
        {
            var known = concepts.GetValueOrDefault(topic.Slug);
            var names = topic.Names.OrderByDescending(n => topic.Preferred.GetValueOrDefault(n.Language) == n.Text);
            concepts[topic.Slug] = (known ?? new Concept(topic.Slug, [])) with { Names = [.. names.Concat(known?.Names ?? []).Distinct()], TopicId = topic.Id };
        }

        return concepts.Values.Concat(ShippedVocabulary.Words);
    }

    private sealed record Entry(TopicScheme Scheme, ConceptIndex Concepts);
}
