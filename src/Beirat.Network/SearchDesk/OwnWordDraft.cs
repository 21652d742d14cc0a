using Beirat.Network.Common;
using Beirat.Network.Search.Analysis;

namespace Beirat.Network.SearchDesk;

/// <summary>A word as it is typed, and its parts with spaces or plus signs between them; no parts for a word that is not to be split.</summary>
public sealed record OwnWordDraft(string Word, string Parts)
{
    /// <summary>In letters.</summary>
    public const int MaxWord = 60;
}

/// <summary>What is wrong with a draft, by field; and what it says when nothing is.</summary>
internal sealed class OwnWordReading
{
    private const int ShortestWord = 4;
    private const int ShortestPart = 3;
    private const int MaxParts = 4;

    private static readonly char[] Between = [' ', '+', ',', ';', '·', '\n', '\t'];
    private readonly Dictionary<string, Refusal> _faults = [];

    public OwnWordReading(OwnWordDraft draft)
    {
        Word = TextRules.Clean(draft.Word);
        Parts = TextRules.Clean(draft.Parts).Split(Between, StringSplitOptions.RemoveEmptyEntries);
        Key = GermanLetters.Fold(Word);
        if (FaultOfWord() is { } word) _faults["word"] = word;
        else if (Parts.Count > 0 && FaultOfParts() is { } parts) _faults["parts"] = parts;
    }

    public IReadOnlyDictionary<string, Refusal> Faults => _faults;

    public string Word { get; }

    public string Key { get; }

    public IReadOnlyList<string> Parts { get; }

    /// <summary>As the splitter takes it.</summary>
    public KeyValuePair<string, IReadOnlyList<string>> Split => Of(Key, Parts);

    public static KeyValuePair<string, IReadOnlyList<string>> Of(OwnWord word) => Of(word.Key, word.Parts.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static KeyValuePair<string, IReadOnlyList<string>> Of(string key, IEnumerable<string> parts) => new(key, [.. parts.Select(p => GermanLetters.Fold(p))]);

    private Refusal? FaultOfWord()
    {
        if (Word.Length == 0) return Refusal.Empty;
        if (!TextRules.IsWellFormed(Word)) return Refusal.UnreadableText;
        if (Word.Length > OwnWordDraft.MaxWord) return Refusal.TooLong;
        return Word.Length < ShortestWord || !Word.All(char.IsLetter) ? Refusal.NotOneWord : null;
    }

    private Refusal? FaultOfParts() =>
        Parts.Count is < 2 or > MaxParts || Parts.Any(p => p.Length < ShortestPart || !p.All(char.IsLetter)) || OwnSplits.Fit(Key, Split.Value) is null ? Refusal.PartsDoNotFit : null;
}
