namespace Beirat.Network.Vocabulary;

/// <summary>
/// Finds concepts by any of their names, in any language, in any inflected form that the stemmers know: those of the portal, and
/// beside them the general words, which never change.
/// </summary>
internal sealed class ConceptIndex
{
    /// <summary>Words of the longest name that is looked for.</summary>
    public const int LongestName = 6;

    // A form that no stemmer reaches is found by its beginning, if that is long enough to tell.
    private const int ShortestBeginning = 4;

    // More would make everything related to everything.
    private const int MostNear = 6;

    private readonly NameTable _own;
    private readonly NameTable _general;
    private readonly Lazy<ILookup<string, Concept>> _near;

    public ConceptIndex(IReadOnlyCollection<Concept> concepts, NameTable? general = null)
    {
        _own = new NameTable(concepts);
        _general = general ?? NameTable.Empty;
        _near = new(() => Pairs([.. concepts.Where(c => c.IsShown)]));
    }

    /// <summary>The few concepts that are related to one, those it names itself first (skos:related goes both ways).</summary>
    public IEnumerable<Concept> Near(Concept concept) => concept.IsShown ? _near.Value[concept.Id].Distinct().Take(MostNear) : [];

    /// <summary>What these stems mean in a language; shown concepts before words of the general list.</summary>
    public IReadOnlyList<Concept> Find(IEnumerable<string> stems, string language) => Named(string.Join(' ', stems), language);

    /// <summary>What a word may mean that shares its beginning with a name: for endings that no stemmer knows.</summary>
    public IReadOnlyList<Concept> FindByBeginning(string stem, string language)
    {
        if (stem.Length < ShortestBeginning) return [];
        var best = _own.Around(stem, language).Concat(_general.Around(stem, language)).Select(n => (Key: n, Common: Common(n, stem))).MaxBy(n => n.Common);
        var enough = Math.Max(ShortestBeginning, (int)Math.Ceiling(stem.Length * 0.6));
        return best.Key is not null && best.Common >= enough && best.Key.Length - best.Common <= 3 ? Named(best.Key, language) : [];
    }

    private IReadOnlyList<Concept> Named(string key, string language)
    {
        var (own, general) = (_own.Find(key, language), _general.Find(key, language));
        return own.Count == 0 ? general : general.Count == 0 ? own : [.. own, .. general];
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
}
