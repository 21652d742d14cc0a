using Beirat.Network.Topics;

namespace Beirat.Network.Seeding;

internal static class SeedTopics
{
    public static IEnumerable<Topic> Read(SeedFolder seed)
    {
        foreach (var record in seed.Read<List<SeedTopic>>("topics.json"))
        {
            var topic = new Topic(SeedIds.Of("topic", record.Id), record.Id);
            topic.PutBelow(SeedIds.Maybe("topic", record.Broader));
            foreach (var (language, label) in record.PrefLabel) topic.Describe(language, TopicLabelKind.Preferred, label);
            foreach (var (language, labels) in record.AltLabel ?? [])
            {
                foreach (var label in labels) topic.Describe(language, TopicLabelKind.Alternative, label);
            }

            foreach (var (language, text) in record.Definition ?? []) topic.Describe(language, TopicLabelKind.Definition, text);
            foreach (var related in record.Related ?? []) topic.RelateTo(SeedIds.Of("topic", related));
            yield return topic;
        }
    }
}
