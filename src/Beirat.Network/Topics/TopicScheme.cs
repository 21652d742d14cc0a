using Beirat.Network.Common;

namespace Beirat.Network.Topics;

/// <summary>One of the names of a topic, preferred or not.</summary>
public sealed record TopicName(string Language, string Text);

/// <summary>A topic as the directory knows it.</summary>
public sealed record TopicEntry(
    Guid Id, string Slug, Guid? BroaderId, IReadOnlyDictionary<string, string> Preferred, IReadOnlyList<TopicName> Names)
{
    /// <summary>The label in the wanted language, else in German, else whatever there is.</summary>
    public TopicLink In(string language)
    {
        if (Preferred.TryGetValue(language, out var label)) return new TopicLink(Slug, label, language);
        if (Preferred.TryGetValue(Languages.Default, out label)) return new TopicLink(Slug, label, Languages.Default);
        var (code, first) = Preferred.FirstOrDefault();
        return new TopicLink(Slug, first ?? Slug, code ?? Languages.Default);
    }
}

/// <summary>All topics at one moment.</summary>
internal sealed class TopicScheme
{
    public TopicScheme(IEnumerable<TopicEntry> topics)
    {
        ById = topics.ToDictionary(t => t.Id);
        BySlug = ById.Values.ToDictionary(t => t.Slug);
        Narrower = ById.Values.Where(t => t.BroaderId is not null).ToLookup(t => t.BroaderId!.Value);
    }

    public IReadOnlyDictionary<Guid, TopicEntry> ById { get; }

    public IReadOnlyDictionary<string, TopicEntry> BySlug { get; }

    public ILookup<Guid, TopicEntry> Narrower { get; }
}
