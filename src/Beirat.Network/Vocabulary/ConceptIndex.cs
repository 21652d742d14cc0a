using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Beirat.Network.Search.Analysis;

namespace Beirat.Network.Vocabulary;

/// <summary>Finds concepts by any of their names, in any language, in any inflected form that the stemmers know.</summary>
internal sealed class ConceptIndex
{
    /// <summary>Words of the longest name that is looked for.</summary>
    public const int LongestName = 6;

    // A form that no stemmer reaches is found by its beginning, if that is long enough to tell.
    private const int ShortestBeginning = 4;

    // Stemming all names takes a second; of concepts that did not change it is done but once, however often staff changes others.
    private static readonly ConditionalWeakTable<Concept, string[]> Keys = [];

    // More would make everything related to everything.
    private const int MostNear = 6;

    private readonly FrozenDictionary<string, Names> _languages;
    private readonly Lazy<ILookup<string, Concept>> _near;

    public ConceptIndex(IEnumerable<Concept> concepts)
    {
        var shown = new List<Concept>();
        var byLanguage = new Dictionary<string, Dictionary<string, List<Concept>>>();
        foreach (var concept in concepts)
        {
            // Of a word of the general list only the German names are needed once it is found.
            if (concept.IsShown) shown.Add(concept);
            var kept = concept.IsShown ? concept : concept with { Names = [.. concept.Names.Where(n => n.Language == Beirat.Network.Common.Languages.Default)] };
            foreach (var (name, key) in concept.Names.Zip(concept.IsShown ? Keys.GetValue(concept, KeysOf) : KeysOf(concept)))
            {
                if (key.Length == 0) continue;
                if (!byLanguage.TryGetValue(name.Language, out var names)) byLanguage[name.Language] = names = [];
                if (!names.TryGetValue(key, out var found)) names[key] = found = [];
                if (!found.Contains(kept)) found.Add(kept);
            }
        }

        _languages = byLanguage.ToFrozenDictionary(l => l.Key, l => new Names(l.Value));
        _near = new(() => Pairs(shown));
    }

    /// <summary>The few concepts that are related to one, those it names itself first (skos:related goes both ways).</summary>
    public IEnumerable<Concept> Near(Concept concept) => concept.IsShown ? _near.Value[concept.Id].Distinct().Take(MostNear) : [];

    /// <summary>What these stems mean in a language; shown concepts before words of the general list.</summary>
    public IReadOnlyList<Concept> Find(IEnumerable<string> stems, string language) =>
        _languages.TryGetValue(language, out var names) && names.ByKey.TryGetValue(string.Join(' ', stems), out var concepts) ? concepts : [];

    /// <summary>What a word may mean that shares its beginning with a name: for endings that no stemmer knows.</summary>
    public IReadOnlyList<Concept> FindByBeginning(string stem, string language)
    {
        if (stem.Length < ShortestBeginning || !_languages.TryGetValue(language, out var names)) return [];
        var at = Array.BinarySearch(names.Single, stem, StringComparer.Ordinal);
        if (at < 0) at = ~at;
        var best = new[] { at - 1, at }.Where(i => i >= 0 && i < names.Single.Length)
            .Select(i => (Key: names.Single[i], Common: Common(names.Single[i], stem))).MaxBy(n => n.Common);
        var enough = Math.Max(ShortestBeginning, (int)Math.Ceiling(stem.Length * 0.6));
        return best.Key is not null && best.Common >= enough && best.Key.Length - best.Common <= 3 ? names.ByKey[best.Key] : [];
    }

    private static ILookup<string, Concept> Pairs(List<Concept> shown)
    {
        var byId = new Dictionary<string, Concept>();
        foreach (var concept in shown) byId.TryAdd(concept.Id, concept);
        var named = shown.SelectMany(c => c.Related.Where(byId.ContainsKey), (c, r) => (Of: c, Near: byId[r])).ToList();
        return named.Concat(named.Select(p => (Of: p.Near, Near: p.Of))).ToLookup(p => p.Of.Id, p => p.Near);
    }

    private static int Common(string one, string other)
    {
        var common = 0;
        while (common < one.Length && common < other.Length && one[common] == other[common]) common++;
        return common;
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
