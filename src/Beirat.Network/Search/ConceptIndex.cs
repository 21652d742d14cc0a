using Beirat.Network.Topics;

namespace Beirat.Network.Search;

/// <summary>Finds topics by any of their labels, in any language, in any inflected form that the stemmers know.</summary>
internal sealed class ConceptIndex
{
    private readonly Dictionary<string, HashSet<TopicEntry>> _byLabel = [];

    public ConceptIndex(TopicScheme scheme)
    {
        foreach (var topic in scheme.ById.Values)
        {
            foreach (var name in topic.Names)
            {
                if (KeyOf(name.Text, name.Language) is not { Length: > 0 } key) continue;
                if (!_byLabel.TryGetValue(key, out var topics)) _byLabel[key] = topics = [];
                topics.Add(topic);
            }
        }
    }

    public IReadOnlyCollection<TopicEntry> Find(string words)
    {
        foreach (var language in Analysis.Words.LanguagesFor(words))
        {
            if (_byLabel.TryGetValue(KeyOf(words, language), out var topics)) return topics;
        }

        return [];
    }

    private static string KeyOf(string text, string language) =>
        language + ":" + string.Join(' ', Analysis.Words.In(text, language).Select(w => w.Term));
}
