using System.Globalization;
using System.Text;

namespace Beirat.Network.Common;

/// <summary>What a text from outside must be before it is stored.</summary>
public static class TextRules
{
    private const int MostMarks = 4;

    /// <summary>
    /// Brings a text into the stored form: NFC, LF line ends, no control characters but tab and line feed,
    /// no bidirectional overrides (they can make a text read as something that it is not), trimmed at the ends.
    /// </summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text)) return string.Empty;
        var wellFormed = IsWellFormed(text) ? text.Normalize(NormalizationForm.FormC) : text;
        var clean = new StringBuilder(wellFormed.Length);
        foreach (var c in wellFormed.ReplaceLineEndings("\n"))
        {
            if (c is '\n' or '\t' || (!char.IsControl(c) && !IsBidiOverride(c))) clean.Append(c);
        }

        return clean.ToString().Trim();
    }

    /// <summary>False where the bytes that arrived were not UTF-8: lone surrogates or replacement characters.</summary>
    public static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\uFFFD' || char.IsLowSurrogate(text[i])) return false;
            if (!char.IsHighSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) return false;
            i++;
        }

        return true;
    }

    /// <summary>
    /// True where marks are piled up on a letter until they cover the lines around it. Languages need up to four (Vietnamese
    /// two, vocalised Arabic three, Hebrew with cantillation four).
    /// </summary>
    public static bool HasStackedMarks(string text)
    {
        var marks = 0;
        foreach (var c in text)
        {
            marks = char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (marks > MostMarks) return true;
        }

        return false;
    }

    private static bool IsBidiOverride(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
