using System.Text.RegularExpressions;
using Beirat.Network.Common;
using Beirat.Network.Topics;

namespace Beirat.Network.Vocabulary;

/// <summary>
/// A concept as it is typed. Names of a language stand one a line, the preferred one first; broader and related concepts are
/// ids or German names, one a line or with commas.
/// </summary>
public sealed record ConceptDraft(
    IReadOnlyDictionary<string, string> Names, IReadOnlyDictionary<string, string> Definitions, string Broader, string Related)
{
    /// <summary>Languages of the scheme, in the order in which they are asked for.</summary>
    public static readonly IReadOnlyList<string> Languages = ["de", "en", "tr", "ar", "uk", "ru", "fr", "ro", "fa", "kmr"];

    internal static ConceptDraft Of(Concept concept) => new(
        concept.Names.GroupBy(n => n.Language).ToDictionary(n => n.Key, n => string.Join('\n', n.Select(name => name.Text))),
        concept.Definitions, string.Join(", ", concept.Broader), string.Join(", ", concept.Related));
}

/// <summary>What is wrong with a draft, by field; and the concept it makes when nothing is.</summary>
internal sealed partial class DraftReading
{
    public const int MaxName = 100;
    public const int MaxNames = 30;
    public const int MaxDefinition = 500;
    public const int MaxLinks = 40;

    private readonly ConceptScheme _scheme;
    private readonly Dictionary<string, Refusal> _faults = [];

    public DraftReading(ConceptDraft draft, string? id, ConceptScheme scheme)
    {
        _scheme = scheme;
        List<TopicName> names = [.. draft.Names.Where(n => Common.Languages.IsKnown(n.Key)).SelectMany(n => Names(n.Key, n.Value))];
        if (names.All(n => n.Language != Common.Languages.Default)) _faults.TryAdd($"names-{Common.Languages.Default}", Refusal.Empty);
        id ??= Slug.From(names.Find(n => n.Language == Common.Languages.Default)?.Text ?? string.Empty, fallback: "begriff");
        var broader = Links("broader", draft.Broader);
        var related = Links("related", draft.Related);
        if (broader.Contains(id)) _faults.TryAdd("broader", Refusal.OwnConcept);
        else if (broader.Any(b => scheme.Above(b).Contains(id))) _faults.TryAdd("broader", Refusal.ConceptCircle);
        if (related.Contains(id) || related.Intersect(broader).Any()) _faults.TryAdd("related", Refusal.OwnConcept);
        Concept = new Concept(id, names) { Broader = broader, Related = related, Definitions = Definitions(draft) };
    }

    public IReadOnlyDictionary<string, Refusal> Faults => _faults;

    public Concept Concept { get; }

    private List<TopicName> Names(string language, string typed)
    {
        var field = $"names-{language}";
        // The files separate names by semicolons, hence so does whoever copies from there.
        var names = typed.Split(['\n', ';']).Select(OneLine).Where(n => n.Length > 0).ToList();
        if (!TextRules.IsWellFormed(typed)) _faults.TryAdd(field, Refusal.UnreadableText);
        if (names.Count > MaxNames) _faults.TryAdd(field, Refusal.TooMany);
        if (names.Any(n => n.Length > MaxName)) _faults.TryAdd(field, Refusal.TooLong);
        if (names.Distinct(StringComparer.OrdinalIgnoreCase).Count() < names.Count) _faults.TryAdd(field, Refusal.NameTwice);
        return [.. names.Select(n => new TopicName(language, n))];
    }

    private Dictionary<string, string> Definitions(ConceptDraft draft)
    {
        var definitions = new Dictionary<string, string>();
        foreach (var (language, typed) in draft.Definitions.Where(d => Common.Languages.IsKnown(d.Key)))
        {
            if (!TextRules.IsWellFormed(typed)) _faults.TryAdd($"definition-{language}", Refusal.UnreadableText);
            if (OneLine(typed) is not { Length: > 0 } text) continue;
            if (text.Length > MaxDefinition) _faults.TryAdd($"definition-{language}", Refusal.TooLong);
            definitions[language] = text;
        }

        return definitions;
    }

    private string[] Links(string field, string typed)
    {
        var links = typed.Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(OneLine).Where(l => l.Length > 0).ToList();
        if (links.Count > MaxLinks) _faults.TryAdd(field, Refusal.TooMany);
        var ids = links.Take(MaxLinks).Select(Id).ToList();
        if (ids.Contains(null)) _faults.TryAdd(field, Refusal.UnknownConcept);
        return [.. ids.OfType<string>().Distinct()];
    }

    private string? Id(string typed) => _scheme.ById.ContainsKey(typed)
        ? typed
        : _scheme.Find(typed).FirstOrDefault(c => string.Equals(c.In(Common.Languages.Default).Text, typed, StringComparison.OrdinalIgnoreCase))?.Id;

    private static string OneLine(string text) => Spaces().Replace(TextRules.Clean(text), " ");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
