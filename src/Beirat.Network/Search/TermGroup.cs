namespace Beirat.Network.Search;

/// <summary>Why a term stands for a word of the question.</summary>
public enum MatchKind
{
    Word,
    Compound,
    Part,
    Meaning,
    Near,
    Misspelt,
    Sound,
    Topic,

    /// <summary>No word at all: it stands above a better answer because it is newer.</summary>
    Recent,
}

/// <summary>A term of the index that stands for a word of the question, and how much it counts against the word itself (1).</summary>
internal sealed record Variant(string Field, string Term, float Weight, MatchKind Match)
{
    /// <summary>The concept that brought it in.</summary>
    public string? Concept { get; init; }
}

/// <summary>Several words that stand for one, if they are all there: the parts of a compound, the words of a name.</summary>
internal sealed record Conjunction(IReadOnlyList<IReadOnlyList<Variant>> Words, float Weight, MatchKind Match)
{
    public string? Concept { get; init; }
}

/// <summary>A word or phrase of the question with everything that stands for it. It counts as one word, however it is met.</summary>
internal sealed class TermGroup(ulong covers)
{
    /// <summary>The words of the question that are answered by this, a bit each; 0 for a hint, which finds nothing by itself.</summary>
    public ulong Covers => covers;

    /// <summary>True when it is only related to the words; then they are covered in the upper half of <see cref="Covers"/>.</summary>
    public bool IsNear => covers > uint.MaxValue;

    /// <summary>Something that is only related to these words.</summary>
    public static TermGroup Near(ulong words, float weight) => new(words << Question.MaxWords) { Weight = weight };

    /// <summary>Counts more or less than the words beside it.</summary>
    public float Weight { get; init; } = 1;

    public List<Variant> Variants { get; } = [];

    public List<Conjunction> Conjunctions { get; } = [];

    /// <summary>How the word is probably spelt, when it is in no text; best first.</summary>
    public List<string> Spellings { get; } = [];
}
