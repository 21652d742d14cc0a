using Beirat.Network.Vocabulary;

namespace Beirat.Network.Search.Analysis;

/// <summary>Which language a text or a question is probably in: by its script, its small words, its letters and the words it knows.</summary>
internal static class LanguageGuess
{
    private const int Looked = 400;

    private static readonly (string Letters, string Language)[] Telling =
    [
        ("äöß", "de"), ("ğışİ", "tr"), ("ășțşţ", "ro"), ("éèêàùœ", "fr"), ("їєґі", "uk"), ("ыэъё", "ru"), ("پچژگک", "fa"), ("ةىأإ", "ar"), ("êîû", "kmr"),
    ];

    /// <summary>The languages in question, most probable first; never empty.</summary>
    /// <param name="text">What somebody wrote.</param>
    /// <param name="concepts">Words that are known by language; null to go without.</param>
    public static IReadOnlyList<(string Language, double Points)> Of(string text, ConceptIndex? concepts)
    {
        var tokens = Tokens.Of(text, "en").Where(t => !t.IsJoined).Take(Looked).Select(t => t.Text).ToList();
        var candidates = Candidates(text);
        if (candidates.Length == 1) return [(candidates[0], 1)];
        return [.. candidates.Select((language, i) => (language, Points(tokens, language, concepts) - (0.01 * i))).OrderByDescending(c => c.Item2)];
    }

    /// <summary>The language of a text of some length; German when it does not tell.</summary>
    public static string OfText(string text) => Of(text, null) is [var best, ..] && best.Points > 0 ? best.Language : "de";

    private static string[] Candidates(string text)
    {
        int latin = 0, cyrillic = 0, arabic = 0;
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, 4_000)))
        {
            if (c is >= 'Ѐ' and <= 'ӿ') cyrillic++;
            else if (c is >= '\u0600' and <= 'ۿ') arabic++;
            else if (char.IsLetter(c)) latin++;
        }

        if (arabic > latin && arabic >= cyrillic) return ["ar", "fa"];
        return cyrillic > latin ? ["uk", "ru"] : ["de", "en", "fr", "tr", "ro", "kmr"];
    }

    private static double Points(List<string> words, string language, ConceptIndex? concepts)
    {
        var stems = Stems.For(language);
        var points = 0.0;
        foreach (var word in words)
        {
            var folded = stems.Fold(word);
            if (StopWords.Contains(folded, language)) points += word.Length == 1 ? 0.3 : 1;
            else if (concepts is not null && concepts.Find([stems.Of(folded)], language).Count > 0) points += 0.8;
            foreach (var (letters, of) in Telling)
            {
                if (of == language && word.AsSpan().IndexOfAny(letters) >= 0) points += 0.6;
            }
        }

        return words.Count == 0 ? 0 : points / words.Count;
    }
}
