using System.Globalization;
using System.Text;

namespace Beirat.Network.Common;

/// <summary>Readable last parts of addresses: lower-case ASCII letters, digits and single hyphens, 1 to 80 characters.</summary>
public static class Slug
{
    public const int MaxLength = 80;

    /// <summary>Makes a slug; German umlauts become two letters, other marks are dropped. Falls back when nothing is left.</summary>
    public static string From(string text, string fallback = "eintrag")
    {
        var folded = Fold(text);
        var slug = new StringBuilder(folded.Length);
        foreach (var c in folded)
        {
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
            if (slug.Length == MaxLength) break;
        }

        var made = slug.ToString().Trim('-');
        return made.Length == 0 ? fallback : made;
    }

    /// <summary>Lower case, German umlauts written out, other accents removed: for case- and accent-blind comparison and sorting.</summary>
    public static string Fold(string text)
    {
        var lower = text.Normalize(NormalizationForm.FormC).ToLowerInvariant();
        var spelled = lower
            .Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal)
            .Replace("ü", "ue", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal)
            .Replace("ı", "i", StringComparison.Ordinal).Replace("ø", "o", StringComparison.Ordinal)
            .Replace("ł", "l", StringComparison.Ordinal).Replace("đ", "d", StringComparison.Ordinal);
        var bare = spelled.Normalize(NormalizationForm.FormD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark);
        // Lower once more: a capital with a mark (İ) shows its letter only now.
        return string.Concat(bare).Normalize(NormalizationForm.FormC).ToLowerInvariant();
    }
}
