using System.Collections.Concurrent;
using System.Globalization;
using Beirat.Network.Common;

namespace Beirat.Network.Vocabulary;

/// <summary>All concepts that are shown, at one moment: a skos:ConceptScheme. What is named but does not exist is left out.</summary>
internal sealed class ConceptScheme
{
    private readonly Lazy<ILookup<string, string>> _narrower;
    private readonly Lazy<ILookup<string, string>> _related;
    private readonly Lazy<IReadOnlyList<(Concept Concept, string Names)>> _folded;
    private readonly ConcurrentDictionary<string, IReadOnlyList<GlossaryEntry>> _explained = new();
    private readonly Lazy<string> _fingerprint;
    private readonly Lazy<ConceptIndex> _german;
    private readonly Lazy<ConceptNames> _names;

    public ConceptScheme(IEnumerable<Concept> concepts)
    {
        ById = concepts.OrderBy(c => c.Id, StringComparer.Ordinal).ToDictionary(c => c.Id);
        _narrower = new(() => ById.Values.SelectMany(c => Broader(c), (c, b) => (Broader: b.Id, c.Id)).ToLookup(p => p.Broader, p => p.Id));
        _related = new(() => ById.Values.SelectMany(Pairs).Distinct().ToLookup(p => p.One, p => p.Other));
        _german = new(() => new ConceptIndex([.. ById.Values.Select(c => c with { Names = [.. c.Names.Where(n => n.Language == Languages.Default)] })]));
        _names = new(() => new ConceptNames(ById.Values));
        _fingerprint = new(() => SkosDocument.FingerprintOf(ById.Values));
        _folded = new(() => [.. ById.Values.Select(c => (c, $"\n{string.Join('\n', c.Names.Select(n => Slug.Fold(n.Text)).Distinct())}\n"))]);
    }

    /// <summary>The same as long as every concept is the same.</summary>
    public string Fingerprint => _fingerprint.Value;

    public IReadOnlyDictionary<string, Concept> ById { get; }

    /// <summary>Finds concepts by their German names alone: small, and soon made.</summary>
    public ConceptIndex German => _german.Value;

    /// <summary>Finds concepts by what names of all languages begin with.</summary>
    public ConceptNames Names => _names.Value;

    public IReadOnlyList<Concept> Broader(Concept concept) => Known(concept.Broader);

    public IReadOnlyList<Concept> Narrower(Concept concept) => Known(_narrower.Value[concept.Id]);

    /// <summary>skos:related goes both ways (SKOS S23), and never to what is above or below (S27).</summary>
    public IReadOnlyList<Concept> Related(Concept concept) => Known(_related.Value[concept.Id]);

    /// <summary>Everything above a concept, whatever the number of steps. A circle does no harm.</summary>
    public IReadOnlySet<string> Above(string id)
    {
        var above = new HashSet<string>();
        var open = new Stack<string>([id]);
        while (open.TryPop(out var next))
        {
            if (!ById.TryGetValue(next, out var concept)) continue;
            foreach (var broader in concept.Broader.Where(above.Add)) open.Push(broader);
        }

        return above;
    }

    /// <summary>Concepts with a name, of any language, that holds all words; those that are called so come first.</summary>
    public IEnumerable<Concept> Find(string text)
    {
        var asked = Slug.Fold(text.Trim());
        var words = asked.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return [];
        return _folded.Value.Where(c => words.All(w => c.Names.Contains(w, StringComparison.Ordinal)))
            .OrderBy(c => c.Names.Contains($"\n{asked}\n", StringComparison.Ordinal) ? 0 : c.Names.Contains($"\n{asked}", StringComparison.Ordinal) ? 1 : 2)
            .Select(c => c.Concept);
    }

    /// <summary>Concepts with a definition, as a dictionary of a language orders them.</summary>
    public IReadOnlyList<GlossaryEntry> Explained(string language) => _explained.GetOrAdd(language, l =>
        [.. ById.Values.Where(c => c.Definitions.Count > 0).Select(c => EntryOf(c, l)).OrderBy(e => e.Concept.Label, Order(l))]);

    public static ConceptLink LinkOf(Concept concept, string language)
    {
        var name = concept.In(language);
        return new ConceptLink(concept.Id, name.Text, name.Language);
    }

    /// <summary>The definition in the reader's language, else in German, else whatever there is.</summary>
    public static GlossaryEntry EntryOf(Concept concept, string language)
    {
        var code = new[] { language, Languages.Default }.FirstOrDefault(concept.Definitions.ContainsKey) ?? concept.Definitions.Keys.First();
        return new GlossaryEntry(LinkOf(concept, language), concept.Definitions[code], code);
    }

    /// <summary>The letter under which a dictionary has a word; "#" for numbers and signs.</summary>
    public static string LetterOf(string label) =>
        Slug.Fold(label) is { Length: > 0 } folded && char.IsLetter(folded[0]) ? char.ToUpperInvariant(folded[0]).ToString() : "#";

    /// <summary>The order of a dictionary in a language.</summary>
    public static StringComparer Order(string language) => StringComparer.Create(CultureInfo.GetCultureInfo(language), CompareOptions.IgnoreCase);

    private IEnumerable<(string One, string Other)> Pairs(Concept concept)
    {
        var above = Above(concept.Id);
        return Known(concept.Related)
            .Where(r => r.Id != concept.Id && !above.Contains(r.Id) && !Above(r.Id).Contains(concept.Id))
            .SelectMany(r => new[] { (concept.Id, r.Id), (r.Id, concept.Id) });
    }

    private List<Concept> Known(IEnumerable<string> ids) => [.. ids.Select(id => ById.GetValueOrDefault(id)).OfType<Concept>()];
}
