using System.Globalization;

namespace Beirat.Network.Search.Analysis;

/// <summary>A run of letters and digits in a text. The pieces of a hyphenated word are also given written together (<see cref="IsJoined"/>).</summary>
internal readonly record struct Token(string Text, int Start, int End, bool IsPiece, bool IsJoined);

/// <summary>Cuts a text into words. A hyphenated word comes as a whole, written together, followed by its pieces.</summary>
internal static class Tokens
{
    public static IEnumerable<Token> Of(string text, string language)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (!IsLetter(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < text.Length && (IsLetter(text[at]) || IsInside(text, at, language))) at++;
            foreach (var token in Cut(text, start, at, language)) yield return token;
        }
    }

    // One word, perhaps with hyphens, a gender sign or an apostrophe in it.
    private static IEnumerable<Token> Cut(string text, int start, int end, string language)
    {
        var run = text.AsSpan(start, end - start);
        if (run.IndexOfAny(Inner) < 0)
        {
            yield return new Token(Camel(text[start..end], language), start, end, false, false);
            yield break;
        }

        var pieces = Pieces(text, start, end, language);
        if (pieces.Count > 1) yield return new Token(string.Concat(pieces.Select(p => p.Text)), start, end, false, true);
        // "E-Learning-Kurs" is also an "elearning" something.
        if (pieces.Count > 2 && pieces[0].Text.Length <= 2)
            yield return new Token(pieces[0].Text + pieces[1].Text, start, pieces[1].End, true, true);
        foreach (var piece in pieces) yield return piece with { IsPiece = pieces.Count > 1 };
    }

    private static List<Token> Pieces(string text, int start, int end, string language)
    {
        var pieces = new List<Token>();
        var from = start;
        var word = new System.Text.StringBuilder();
        for (var i = start; i <= end; i++)
        {
            var c = i < end ? text[i] : '-';
            if (IsHyphen(c) || (IsApostrophe(c) && language is not ("uk" or "ru")))
            {
                if (word.Length > 0) pieces.Add(new Token(Camel(word.ToString(), language), from, i, false, false));
                word.Clear();
                from = i + 1;
                // Turkish: what follows the apostrophe is an ending of a name.
                if (IsApostrophe(c) && language == "tr") break;
                continue;
            }

            if (c is '*' or ':' or '_' or '/' || IsApostrophe(c)) continue;
            word.Append(c);
        }

        return pieces;
    }

    // MigrantInnen
    private static string Camel(string word, string language) =>
        language == "de" && word.Length > 6 && word.EndsWith("Innen", StringComparison.Ordinal) && char.IsLower(word[^6]) ? word.ToLowerInvariant() : word;

    private static readonly System.Buffers.SearchValues<char> Inner = System.Buffers.SearchValues.Create("-\u2010\u2011'’ʼ*:_/");

    private static bool IsInside(string text, int at, string language)
    {
        if (at + 1 >= text.Length || !IsLetter(text[at + 1])) return false;
        var c = text[at];
        if (IsHyphen(c)) return true;
        // Ukrainian writes it inside words, Turkish before the endings of names; elsewhere it parts two words (l'emploi).
        if (IsApostrophe(c)) return language is "uk" or "ru" or "tr";
        // Vertreter*innen, Vertreter:in, Vertreter/innen, Vertreter/-innen
        return language == "de" && c is '*' or ':' or '_' or '/' && text.AsSpan(at + 1).StartsWith("in", StringComparison.Ordinal) && EndsAsGender(text, at + 3);
    }

    private static bool EndsAsGender(string text, int at) =>
        at >= text.Length || !IsLetter(text[at]) || (text.AsSpan(at).StartsWith("nen", StringComparison.Ordinal) && (at + 3 >= text.Length || !IsLetter(text[at + 3])));

    private static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    private static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ';

    private static bool IsLetter(char c) => char.IsAsciiLetterOrDigit(c) || (c > 127 && char.GetUnicodeCategory(c) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber) || c == '\u200C';
}
