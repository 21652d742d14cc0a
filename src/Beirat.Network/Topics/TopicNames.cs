using Beirat.Network.Common;

namespace Beirat.Network.Topics;

/// <summary>Topics in one language.</summary>
public sealed class TopicNames
{
    private readonly TopicScheme _scheme;
    private readonly string _language;

    internal TopicNames(TopicScheme scheme, string language) => (_scheme, _language) = (scheme, language);

    public TopicLink? Link(Guid? id) => id is { } known && _scheme.ById.TryGetValue(known, out var entry) ? entry.In(_language) : null;

    public IReadOnlyList<TopicLink> Links(IEnumerable<Guid> ids) =>
        [.. ids.Select(id => Link(id)).OfType<TopicLink>().OrderBy(t => t.Label, StringComparer.CurrentCultureIgnoreCase)];

    public TopicEntry? BySlug(string? slug) => slug is null ? null : _scheme.BySlug.GetValueOrDefault(slug);

    /// <summary>The topic and everything below it. A circle in the scheme does no harm.</summary>
    public IReadOnlyList<Guid> WithNarrower(Guid id)
    {
        var found = new List<Guid> { id };
        for (var i = 0; i < found.Count; i++)
            found.AddRange(_scheme.Narrower[found[i]].Select(e => e.Id).Where(narrower => !found.Contains(narrower)));
        return found;
    }

    /// <summary>The topics directly below one.</summary>
    public IReadOnlyList<Guid> Below(Guid id) => [.. _scheme.Narrower[id].Select(e => e.Id)];

    /// <summary>The topic above one, and the others below that.</summary>
    public IReadOnlyList<Guid> Beside(Guid id) => _scheme.ById.TryGetValue(id, out var entry) && entry.BroaderId is { } broader
        ? [broader, .. _scheme.Narrower[broader].Select(e => e.Id).Where(other => other != id)] : [];

    /// <summary>All topics for a choice, by label.</summary>
    public IReadOnlyList<TopicLink> Choices() => Links(_scheme.ById.Keys);

    /// <summary>Top topics with those directly below them, by label.</summary>
    public IReadOnlyList<(TopicLink Topic, IReadOnlyList<TopicLink> Narrower)> Tree() =>
        [.. Links(_scheme.ById.Values.Where(t => t.BroaderId is null).Select(t => t.Id))
            .Select(t => (t, Links(_scheme.Narrower[_scheme.BySlug[t.Slug].Id].Select(n => n.Id))))];
}
