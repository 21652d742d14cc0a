namespace Beirat.Network.Search.Analysis;

/// <summary>Under which forms a word is searched: its letters in one spelling, its stem, and the stems of the words it is made of.</summary>
internal sealed record WordForms(string Exact, string Stem, IReadOnlyList<CompoundPart> Parts)
{
    /// <summary>How it sounds, for names; null for words that are no names.</summary>
    public string? Sound { get; init; }
}

/// <summary>A word of a text. <see cref="Follows"/> is false when it stands in the same place as the one before.</summary>
internal readonly record struct TextWord(WordForms Forms, int Start, int End, bool Follows)
{
    /// <summary>Compounds that the text only hints at: "Bundeszuwanderungs- und Integrationsrat".</summary>
    public WordForms? Completed { get; init; }
}

/// <summary>
/// Reads texts of all languages as the words that are searched. What a word is made of is worked out once and remembered;
/// the memory is bounded.
/// </summary>
internal sealed class TextAnalysis
{
    private const int AtMost = 120_000;

    private readonly Remembered<(string Language, string Word), WordForms> _forms = new(AtMost, _ => 1);
    private readonly CompoundSplitter _splitter;

    public TextAnalysis(CompoundWords words)
    {
        Words = words;
        _splitter = new CompoundSplitter(words, form => Stems.For("de").Of(form));
    }

    /// <summary>What compounds are split by.</summary>
    public CompoundWords Words { get; }

    /// <summary>The forms of one word.</summary>
    public WordForms Forms(string word, string language) =>
        _forms.TryGet((language, word), out var known) ? known : _forms.Keep((language, word), Make(word, language));

    public IEnumerable<TextWord> Read(string text, string language)
    {
        var tokens = Tokens.Of(text, language).ToList();
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            var forms = Forms(token.Text, language);
            var follows = i == 0 || !tokens[i - 1].IsJoined;
            yield return new TextWord(forms, token.Start, token.End, follows) { Completed = language == "de" ? Complete(text, tokens, i) : null };
        }
    }

    /// <summary>Counts how often each stem of a German text occurs as a word of its own.</summary>
    public static void Count(string text, Dictionary<string, int> stems)
    {
        var german = Stems.For("de");
        foreach (var token in Tokens.Of(text, "de"))
        {
            if (token.IsJoined || token.Text.Length < 3 || char.IsDigit(token.Text[0])) continue;
            var stem = german.Of(german.Fold(token.Text));
            stems[stem] = stems.GetValueOrDefault(stem) + 1;
        }
    }

    private WordForms Make(string word, string language)
    {
        var stems = Stems.For(language);
        var exact = stems.Fold(word);
        if (exact.Length == 0) exact = word.ToLowerInvariant();
        return new WordForms(exact, stems.Of(exact), language == "de" ? _splitter.Split(exact) : [])
        {
            Sound = word.Length > 3 && char.IsUpper(word[0]) ? KoelnPhonetics.Of(exact) : null,
        };
    }

    // "Jugend- und Sozialarbeit" means "Jugendarbeit"; "Sozialarbeit und -hilfe" means "Sozialhilfe".
    private WordForms? Complete(string text, List<Token> tokens, int at)
    {
        var token = tokens[at];
        if (token.End < text.Length && text[token.End] is '-' or '\u2011' && at + 2 < tokens.Count && IsAnd(tokens[at + 1].Text))
        {
            var next = Whole(tokens, at + 2);
            var forms = Forms(next.Text, "de");
            if (forms.Parts.Count > 1) return Forms(Fold(token.Text) + forms.Exact[LastTopPart(forms).Start..], "de");
        }

        if (at >= 2 && token.Start > 0 && text[token.Start - 1] is '-' or '\u2011' && !token.IsPiece && IsAnd(tokens[at - 1].Text))
        {
            var forms = Forms(tokens[at - 2].Text, "de");
            if (forms.Parts.Count > 1) return Forms(forms.Exact[..LastTopPart(forms).Start] + Fold(token.Text), "de");
        }

        return null;
    }

    private static string Fold(string word) => Stems.For("de").Fold(word);

    private static Token Whole(List<Token> tokens, int at) => tokens[at];

    private static CompoundPart LastTopPart(WordForms forms) => forms.Parts.Where(p => p.End == forms.Exact.Length).MinBy(p => p.Start);

    private static bool IsAnd(string word) => word is "und" or "oder" or "bzw" or "sowie" or "Und" or "Oder";
}
