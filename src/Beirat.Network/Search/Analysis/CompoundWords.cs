using System.Collections.Frozen;

namespace Beirat.Network.Search.Analysis;

/// <summary>
/// What the splitter knows: how often each stem occurs on its own, which words are never split, and which never are parts.
/// </summary>
internal sealed class CompoundWords
{
    // Words of three letters that are parts; all others of that length ("art", "ung", "end") make more wrong splits than right ones.
    private static readonly FrozenSet<string> Short = FrozenSet.Create(StringComparer.Ordinal,
        "amt", "bad", "bau", "bus", "ehe", "gas", "hof", "kur", "not", "ort", "rad", "rat", "see", "tag", "tor", "tur", "uhr", "uni", "weg", "zug", "eis", "tee", "ost", "sud", "alt", "neu", "akt", "arm", "bar", "eid", "pop", "hut", "lob");

    // Prefixes and endings that are also words, or look like some.
    private static readonly FrozenSet<string> NoParts = FrozenSet.Create(StringComparer.Ordinal,
        "unter", "uber", "hinter", "durch", "gegen", "wider", "nach", "vor", "auf", "aus", "bei", "mit", "ein", "eine", "einer", "einen", "zwischen", "ausser", "inner", "aber", "oder",
        "schaft", "schaften", "heit", "heiten", "keit", "keiten", "lich", "liche", "lichen", "licher", "tion", "tionen", "ation", "ationen", "ierung", "ungen", "tung", "lung", "rung", "nung", "isch", "ische", "ischen", "haft", "haften", "sam", "barkeit", "losen", "lose", "tum", "eren", "erin", "erinnen", "innen", "iert", "ierte", "ieren", "ende", "enden", "ender", "test",
        "ver", "ent", "miss", "bene", "stan", "ster", "sten", "tern", "ter", "tes", "ten", "ner", "nen", "ling", "linge", "lings", "chen", "tigen", "tigung", "gung", "hung", "sung", "dung", "bung", "fung", "kung", "mung", "zung", "stung", "heim", "zer", "gen", "hin", "her", "los", "ige", "iger", "igen", "iges");

    private readonly FrozenDictionary<string, int> _stems;
    private readonly FrozenSet<string> _whole;

    public CompoundWords(IReadOnlyDictionary<string, int> stems, IEnumerable<string> whole)
        : this(stems.ToFrozenDictionary(StringComparer.Ordinal), whole.ToFrozenSet(StringComparer.Ordinal), OwnSplits.None)
    {
    }

    private CompoundWords(FrozenDictionary<string, int> stems, FrozenSet<string> whole, OwnSplits own) => (_stems, _whole, Own) = (stems, whole, own);

    public static CompoundWords None { get; } = new(new Dictionary<string, int>(), []);

    public IReadOnlyDictionary<string, int> Frequencies => _stems;

    /// <summary>Words that staff decided about.</summary>
    public OwnSplits Own { get; }

    /// <summary>The same with other words of staff.</summary>
    public CompoundWords With(OwnSplits own) => new(_stems, _whole, own);

    public static bool IsShortPart(string form) => Short.Contains(form);

    /// <summary>True for prefixes, endings and small words.</summary>
    public static bool IsNoPart(string form) => NoParts.Contains(form) || StopWords.IsGerman(form);

    /// <summary>Null when there is no such file.</summary>
    public static CompoundWords? Load(string file)
    {
        if (!File.Exists(file)) return null;
        var stems = new Dictionary<string, int>();
        var whole = new List<string>();
        var own = new List<KeyValuePair<string, IReadOnlyList<string>>>();
        foreach (var line in File.ReadLines(file))
        {
            if (line.Split('\t') is [['=', .. var word], var parts]) own.Add(new(word, parts.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
            else if (line.Split('\t') is [var stem, var count]) stems[stem] = int.Parse(count, System.Globalization.CultureInfo.InvariantCulture);
            else whole.Add(line);
        }

        return new CompoundWords(stems, whole).With(new OwnSplits(own));
    }

    public void Save(string file) =>
        File.WriteAllLines(file, _stems.Select(s => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{s.Key}\t{s.Value}")).Concat(_whole)
            .Concat(Own.Words.Select(w => $"={w.Key}\t{string.Join(' ', w.Value)}")));

    /// <summary>True for a word that is never split.</summary>
    public bool IsWhole(string folded, string stem) => _whole.Contains(folded) || _whole.Contains(stem);

    /// <summary>How often a form occurs on its own; 0 for what is no part.</summary>
    public int Frequency(string form, string stem) => IsNoPart(form) ? 0 : _stems.GetValueOrDefault(stem);
}
