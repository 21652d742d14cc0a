using Beirat.Network.Search.Analysis;
using Beirat.Network.Vocabulary;

namespace Beirat.Network.Search;

/// <summary>A concept that was recognised in a question, and by which words of it.</summary>
internal sealed record RecognisedConcept(Concept Concept, int First, int Length, string From)
{
    /// <summary>Related concepts, which count a little.</summary>
    public IReadOnlyList<Concept> Near { get; init; } = [];
}

/// <summary>
/// What somebody typed, taken apart: bounded in length, without operators. There is nothing in it that could make a
/// search expensive: no wildcards, no nesting.
/// </summary>
internal sealed class Question
{
    /// <summary>In characters; the rest is not read.</summary>
    public const int MaxLength = 2_000;

    /// <summary>Words that are searched for; the rest is not read.</summary>
    public const int MaxWords = 32;

    private Question(string text, IReadOnlyList<string> words, string language, bool certain, IReadOnlyList<RecognisedConcept> concepts) =>
        (Text, Words, Language, IsCertain, Concepts) = (text, words, language, certain, concepts);

    public string Text { get; }

    /// <summary>False when there is nothing but words without a subject: enough to search for, too little to ask about.</summary>
    public required bool HasSubject { get; init; }

    /// <summary>The words that a text is measured by.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>True when upper case tells nouns from other words.</summary>
    public bool HasCapitals => Words.Any(w => char.IsUpper(w[0]) && w.Any(char.IsLower));

    /// <summary>The language that it is probably asked in.</summary>
    public string Language { get; }

    /// <summary>True when no other language comes near.</summary>
    public bool IsCertain { get; }

    public IReadOnlyList<RecognisedConcept> Concepts { get; }

    public static Question Ask(string? text, ConceptIndex concepts, IReadOnlyCollection<string> without)
    {
        var cut = (text ?? string.Empty).Trim();
        if (cut.Length > MaxLength) cut = cut[..MaxLength];
        var guesses = LanguageGuess.Of(cut, concepts);
        var language = guesses[0].Points > 0 ? guesses[0].Language : guesses[0].Language is "ar" or "uk" ? guesses[0].Language : "de";
        var certain = guesses.Count == 1 || guesses[0].Points > guesses[1].Points + 0.15;
        var stems = Stems.For(language);
        var all = Tokens.Of(cut, language).Where(t => !t.IsPiece).Select(t => cut[t.Start..t.End]).Where(w => w.Any(char.IsLetterOrDigit)).ToList();
        var telling = all.Where(w => !StopWords.Contains(stems.Fold(w), language)).ToList();
        var words = (telling.Count > 0 ? telling : all).Distinct(StringComparer.OrdinalIgnoreCase).Take(MaxWords).ToList();
        var languages = certain ? [language] : guesses.Where(g => g.Points > guesses[0].Points - 0.3).Select(g => g.Language).Take(3).ToArray();
        List<RecognisedConcept> meant = [.. Left([.. Recognise(words, languages, concepts)], without)];
        var told = meant.Select(c => c.Concept.Id).Concat(without).ToHashSet();
        return new Question(cut, words, language, certain, [.. meant.Select(c => c with { Near = [.. concepts.Near(c.Concept).Where(n => !told.Contains(n.Id))] })])
        {
            HasSubject = telling.Any(w => w.Length > 1),
        };
    }

    // Who takes a concept away wants the word alone: the general word list goes with it.
    private static IEnumerable<RecognisedConcept> Left(List<RecognisedConcept> found, IReadOnlyCollection<string> without)
    {
        var taken = found.Where(c => without.Contains(c.Concept.Id)).Select(c => c.First).ToHashSet();
        return found.Where(c => !without.Contains(c.Concept.Id) && (c.Concept.IsShown || !taken.Contains(c.First)));
    }

    // Longest name first; a word belongs to one name at most, but a name may stand for several concepts.
    private static IEnumerable<RecognisedConcept> Recognise(List<string> words, IReadOnlyList<string> languages, ConceptIndex concepts)
    {
        var stems = languages.Select(l => (Language: l, Stems: StemsOf(words, l))).ToList();
        for (var first = 0; first < words.Count;)
        {
            var step = 1;
            for (var length = Math.Min(ConceptIndex.LongestName, words.Count - first); length >= 1; length--)
            {
                var found = Find(stems, first, length, concepts);
                if (found.Count == 0) continue;
                var from = string.Join(' ', words.Skip(first).Take(length));
                foreach (var concept in found) yield return new RecognisedConcept(concept, first, length, from);
                step = length;
                break;
            }

            first += step;
        }
    }

    private static List<string> StemsOf(List<string> words, string language)
    {
        var stems = Stems.For(language);
        return [.. words.Select(w => stems.Of(stems.Fold(string.Concat(Tokens.Of(w, language).Where(t => !t.IsPiece).Select(t => t.Text)))))];
    }

    private static IReadOnlyList<Concept> Find(
        List<(string Language, List<string> Stems)> languages, int first, int length, ConceptIndex concepts)
    {
        foreach (var (language, stems) in languages)
        {
            var found = concepts.Find(stems.Skip(first).Take(length), language);
            if (found.Count == 0 && length == 1 && language != "de") found = concepts.FindByBeginning(stems[first], language);
            if (found.Count > 0) return found;
        }

        return [];
    }
}
