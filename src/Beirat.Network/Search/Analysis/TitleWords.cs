using Beirat.Network.Common;

namespace Beirat.Network.Search.Analysis;

/// <summary>
/// Words of titles and names as they are looked up by their beginning: of a word that is half typed nobody knows the language, so that all
/// languages are folded alike here.
/// </summary>
internal static class TitleWords
{
    /// <summary>Stands before the word that a title begins with.</summary>
    public const char First = '^';

    /// <summary>Words that are looked for; the rest is not read.</summary>
    public const int MaxWords = 5;

    /// <summary>The words of what was typed, folded.</summary>
    public static IReadOnlyList<string> Of(string typed) => [.. Words(Fold(typed)).Take(MaxWords)];

    /// <summary>What a title is indexed by. An umlaut is also met by its bare letter.</summary>
    public static IReadOnlyCollection<string> Terms(string title)
    {
        var terms = new HashSet<string>();
        foreach (var spelling in Spellings(title))
        {
            var words = Words(spelling);
            if (words.Length > 0) terms.Add(First + words[0]);
            terms.UnionWith(words);
        }

        return terms;
    }

    /// <summary>A text folded, and as people write it who leave the dots out.</summary>
    public static IEnumerable<string> Spellings(string text) =>
        new[] { Fold(text), Fold(text.Replace('ä', 'a').Replace('ö', 'o').Replace('ü', 'u').Replace('Ä', 'A').Replace('Ö', 'O').Replace('Ü', 'U')) }.Distinct();

    /// <summary>Lower case, without marks; the Arabic letters that are often mixed up are one.</summary>
    public static string Fold(string text) => Stems.For("fa").Fold(Slug.Fold(text));

    private static string[] Words(string folded) =>
        string.Concat(folded.Select(c => char.IsLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
