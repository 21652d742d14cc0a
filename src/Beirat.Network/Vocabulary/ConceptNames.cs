using Beirat.Network.Search.Analysis;
using Beirat.Network.Topics;

namespace Beirat.Network.Vocabulary;

/// <summary>A concept by one of its names.</summary>
internal sealed record ConceptName(string Id, TopicName Name);

/// <summary>Names of concepts by their beginnings, in whatever language and script they are typed.</summary>
internal sealed class ConceptNames
{
    // Names that are looked at; more begin alike only while very little is typed.
    private const int Looked = 600;

    private readonly string[] _keys;
    private readonly ConceptName[] _names;

    public ConceptNames(IEnumerable<Concept> concepts)
    {
        var all = concepts.SelectMany(c => c.Names, (c, n) => new ConceptName(c.Id, n))
            .SelectMany(n => TitleWords.Spellings(n.Name.Text), (n, key) => (Key: key, Name: n)).OrderBy(n => n.Key, StringComparer.Ordinal).ToList();
        (_keys, _names) = ([.. all.Select(n => n.Key)], [.. all.Select(n => n.Name)]);
    }

    /// <summary>Concepts with a name that begins so, each once: names of the reader's language first, of each language the shortest first.</summary>
    public IReadOnlyList<ConceptName> Beginning(string typed, string language, int count)
    {
        var wanted = TitleWords.Fold(typed.Trim());
        var at = Array.BinarySearch(_keys, wanted, StringComparer.Ordinal);
        if (at < 0) at = ~at;
        while (at > 0 && _keys[at - 1] == wanted) at--;
        var end = at;
        while (end < _keys.Length && end - at < Looked && _keys[end].StartsWith(wanted, StringComparison.Ordinal)) end++;
        return
        [
            .. Enumerable.Range(at, end - at).OrderBy(i => _names[i].Name.Language == language ? 0 : 1).ThenBy(i => _keys[i].Length).Select(i => _names[i])
                .DistinctBy(n => n.Id).DistinctBy(n => n.Name.Text).Take(count),
        ];
    }

    /// <summary>Concepts with a name of a language that differs from a folded word by a letter or two, the nearest first. Looks at all names.</summary>
    public IReadOnlyList<ConceptName> Near(string word, string language)
    {
        var edits = word.Length < 8 ? 1 : 2;
        return
        [
            .. Enumerable.Range(0, _keys.Length).Where(i => _names[i].Name.Language == language && Math.Abs(_keys[i].Length - word.Length) <= edits)
                .Select(i => (Name: _names[i], Distance: Distance.Of(_keys[i], word))).Where(n => n.Distance <= edits).OrderBy(n => n.Distance).Select(n => n.Name).DistinctBy(n => n.Id),
        ];
    }
}
