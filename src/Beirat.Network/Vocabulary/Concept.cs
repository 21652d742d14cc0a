using Beirat.Network.Topics;

namespace Beirat.Network.Vocabulary;

/// <summary>
/// A thing that people have words for: a skos:Concept (W3C SKOS Reference, section 3). Of each language the first name is the
/// preferred label, the others are alternative labels.
/// </summary>
public sealed record Concept(string Id, IReadOnlyList<TopicName> Names)
{
    /// <summary>Ids of skos:broader.</summary>
    public IReadOnlyList<string> Broader { get; init; } = [];

    /// <summary>Ids of skos:related.</summary>
    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>skos:definition, by language.</summary>
    public IReadOnlyDictionary<string, string> Definitions { get; init; } = new Dictionary<string, string>();

    /// <summary>The topic of the portal that means the same, if there is one.</summary>
    public Guid? TopicId { get; init; }

    /// <summary>False for a word of the general word list, which helps the search but is shown nowhere.</summary>
    public bool IsShown { get; init; } = true;

    /// <summary>The preferred label in a language, else in German, else the id.</summary>
    public TopicName In(string language) =>
        Names.FirstOrDefault(n => n.Language == language) ?? Names.FirstOrDefault(n => n.Language == Common.Languages.Default) ?? new TopicName(Common.Languages.Default, Id);
}
