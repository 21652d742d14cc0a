using System.Globalization;
using Beirat.Network.Topics;

namespace Beirat.Network.Vocabulary;

/// <summary>Everything that the page of a concept shows. <see cref="TopicSlug"/> is that of the topic that means the same.</summary>
public sealed record GlossaryView(
    ConceptLink Concept, IReadOnlyList<KeyValuePair<string, string>> Definitions, IReadOnlyList<TopicName> OtherNames,
    IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Translations, IReadOnlyList<ConceptLink> Broader,
    IReadOnlyList<ConceptLink> Narrower, IReadOnlyList<ConceptLink> Related, string? TopicSlug);

/// <summary>One concept, with what it means and how it is called.</summary>
public sealed class GlossaryEntryQuery
{
    /// <summary>Of narrower and related concepts; whoever wants more looks at the scheme.</summary>
    public const int Shown = 60;

    private readonly ConceptDirectory _concepts;

    internal GlossaryEntryQuery(ConceptDirectory concepts) => _concepts = concepts;

    /// <summary>Null when there is no such concept.</summary>
    public async Task<GlossaryView?> RunAsync(string id, CancellationToken cancellation = default)
    {
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var scheme = await _concepts.SchemeAsync(cancellation);
        if (scheme.ById.GetValueOrDefault(id) is not { } concept) return null;
        var link = ConceptScheme.LinkOf(concept, language);
        return new GlossaryView(
            link, [.. concept.Definitions.OrderBy(d => d.Key != link.Language).ThenBy(d => d.Key, StringComparer.Ordinal)],
            [.. concept.Names.Where(n => n.Language == link.Language && n.Text != link.Label)],
            [.. concept.Names.Where(n => n.Language != link.Language).GroupBy(n => n.Language)
                .Select(n => KeyValuePair.Create<string, IReadOnlyList<string>>(n.Key, [.. n.Select(name => name.Text)]))],
            Links(scheme.Broader(concept), language), Links(scheme.Narrower(concept), language), Links(scheme.Related(concept), language),
            concept.TopicId is null ? null : concept.Id);
    }

    private static IReadOnlyList<ConceptLink> Links(IEnumerable<Concept> concepts, string language) =>
        [.. concepts.Select(c => ConceptScheme.LinkOf(c, language)).OrderBy(c => c.Label, ConceptScheme.Order(language)).Take(Shown)];
}
