using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Beirat.Network.Search.Analysis;

namespace Beirat.Network.Vocabulary;

/// <summary>Concepts by the stems of their names, language by language.</summary>
internal sealed class NameTable
{
    public static readonly NameTable Empty = new([]);

    // Stemming all names takes a second; of concepts that did not change it is done but once, however often staff changes others.
    private static readonly ConditionalWeakTable<Concept, string[]> Keys = [];

    private static readonly Lazy<NameTable> General = new(() => new NameTable(ShippedVocabulary.Words));

    private readonly FrozenDictionary<string, Names> _languages;

    public NameTable(IEnumerable<Concept> concepts)
    {
        var byLanguage = new Dictionary<string, Dictionary<string, List<Concept>>>();
        foreach (var concept in concepts)
        {
            // Of a word of the general list only the German names are needed once it is found.
            var kept = concept.IsShown ? concept : concept with { Names = [.. concept.Names.Where(n => n.Language == Common.Languages.Default)] };
            foreach (var (name, key) in concept.Names.Zip(concept.IsShown ? Keys.GetValue(concept, KeysOf) : KeysOf(concept)))
            {
                if (key.Length == 0) continue;
                if (!byLanguage.TryGetValue(name.Language, out var names)) byLanguage[name.Language] = names = [];
                if (!names.TryGetValue(key, out var found)) names[key] = found = [];
                if (!found.Contains(kept)) found.Add(kept);
            }
        }

        _languages = byLanguage.ToFrozenDictionary(l => l.Key, l => new Names(l.Value));
    }

    /// <summary>The general word list. It comes with the portal and never changes, so it is read once.</summary>
    public static NameTable OfGeneralWords => General.Value;

    public IReadOnlyList<Concept> Find(string key, string language) =>
        _languages.TryGetValue(language, out var names) && names.ByKey.TryGetValue(key, out var concepts) ? concepts : [];

    /// <summary>The names of one word between which a stem would stand.</summary>
    public IEnumerable<string> Around(string stem, string language)
    {
        if (!_languages.TryGetValue(language, out var names)) return [];
        var at = Array.BinarySearch(names.Single, stem, StringComparer.Ordinal);
        if (at < 0) at = ~at;
        return new[] { at - 1, at }.Where(i => i >= 0 && i < names.Single.Length).Select(i => names.Single[i]);
    }

    private static string[] KeysOf(Concept concept) => [.. concept.Names.Select(n => KeyOf(n.Text, n.Language, Stems.For(n.Language)))];

    private static string KeyOf(string text, string language, Stems stems)
    {
        var words = Tokens.Of(text, language).Where(t => !t.IsJoined).Select(t => stems.Fold(t.Text)).ToList();
        var telling = words.Where(w => !StopWords.Contains(w, language)).ToList();
        return string.Join(' ', (telling.Count > 0 ? telling : words).Select(stems.Of));
    }

    private sealed class Names(Dictionary<string, List<Concept>> byKey)
    {
        public FrozenDictionary<string, IReadOnlyList<Concept>> ByKey { get; } = byKey.ToFrozenDictionary(
            n => n.Key, n => (IReadOnlyList<Concept>)[.. n.Value.OrderByDescending(c => c.IsShown)]);

        public string[] Single { get; } = [.. byKey.Keys.Where(k => !k.Contains(' ')).Order(StringComparer.Ordinal)];
    }
}
