using System.Collections.Frozen;

namespace Beirat.Network.Search.Analysis;

/// <summary>
/// Words that are read as somebody said: made of certain parts, or of none. They stand before everything that the splitter works out.
/// All letters are folded.
/// </summary>
internal sealed class OwnSplits
{
    // What may stand between two parts, and what an inflected word may end in.
    private static readonly string[] Joints = ["", "s", "es", "n", "en", "e", "er", "ns", "ens"];
    private const int LongestEnding = 3;

    private readonly FrozenDictionary<string, IReadOnlyList<string>> _byWord;
    private readonly FrozenDictionary<string, IReadOnlyList<string>> _byStem;

    public OwnSplits(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> words)
    {
        _byWord = words.ToFrozenDictionary(StringComparer.Ordinal);
        var german = Stems.For(Common.Languages.Default);
        _byStem = _byWord.OrderBy(w => w.Key, StringComparer.Ordinal).DistinctBy(w => german.Of(w.Key)).ToFrozenDictionary(w => german.Of(w.Key), w => w.Value, StringComparer.Ordinal);
    }

    public static OwnSplits None { get; } = new([]);

    /// <summary>The parts by word; none for a word that is not split.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Words => _byWord;

    /// <summary>Null for a word that nobody said anything about.</summary>
    public IReadOnlyList<string>? Of(string folded, string stem) => _byWord.GetValueOrDefault(folded) ?? _byStem.GetValueOrDefault(stem);

    /// <summary>Where each part begins; null when the word is not made of them.</summary>
    public static IReadOnlyList<int>? Fit(string folded, IReadOnlyList<string> parts)
    {
        var starts = new int[parts.Count];
        return Fits(folded, 0, parts, 0, starts) ? starts : null;
    }

    private static bool Fits(string word, int at, IReadOnlyList<string> parts, int part, int[] starts)
    {
        if (part == parts.Count) return false;
        starts[part] = at;
        // "Schule" may be "Schul-" in front of others.
        foreach (var form in parts[part].EndsWith('e') && part + 1 < parts.Count ? [parts[part], parts[part][..^1]] : new[] { parts[part] })
        {
            if (!word.AsSpan(at).StartsWith(form, StringComparison.Ordinal)) continue;
            var end = at + form.Length;
            if (part == parts.Count - 1) return word.Length - end <= LongestEnding;
            if (Joints.Any(j => word.AsSpan(end).StartsWith(j, StringComparison.Ordinal) && Fits(word, end + j.Length, parts, part + 1, starts))) return true;
        }

        return false;
    }
}
