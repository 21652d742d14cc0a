namespace Beirat.Network.Vocabulary;

/// <summary>A text with its language (BCP 47).</summary>
internal readonly record struct SkosText(string Language, string Text);

/// <summary>
/// A concept as SKOS knows it: one preferred label a language (S14), none of them an alternative one, too (S13), and only
/// links to concepts that exist.
/// </summary>
internal sealed record SkosConcept(
    string Id, IReadOnlyList<SkosText> Preferred, IReadOnlyList<SkosText> Alternative, IReadOnlyList<SkosText> Definitions,
    IReadOnlyList<string> Broader, IReadOnlyList<string> Narrower, IReadOnlyList<string> Related)
{
    public bool IsTop => Broader.Count == 0;

    public static SkosConcept Of(Concept concept, ConceptScheme scheme)
    {
        var names = concept.Names.Distinct().GroupBy(n => n.Language).ToList();
        return new SkosConcept(
            concept.Id,
            [.. names.Select(n => new SkosText(n.Key, n.First().Text))],
            [.. names.SelectMany(n => n.Skip(1)).Select(n => new SkosText(n.Language, n.Text))],
            [.. concept.Definitions.Select(d => new SkosText(d.Key, d.Value))],
            Ids(scheme.Broader(concept)), Ids(scheme.Narrower(concept)), Ids(scheme.Related(concept)));
    }

    private static IReadOnlyList<string> Ids(IEnumerable<Concept> concepts) => [.. concepts.Select(c => c.Id).Distinct().Order(StringComparer.Ordinal)];
}
