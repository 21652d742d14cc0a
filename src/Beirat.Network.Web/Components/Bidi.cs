using Beirat.Network.Common;
using Beirat.Network.Web.Layout;

namespace Beirat.Network.Web.Components;

/// <summary>
/// Keeps values in order within a sentence from right to left: the groups of a telephone number would change places, the
/// full stop of "e. V." would go to the front (Unicode UAX 9). An invisible mark on both sides prevents it.
/// </summary>
internal static class Bidi
{
    private const char LeftToRightMark = '\u200e';

    public static object?[] Kept(object?[] values) => Languages.Direction(InterfaceLanguages.Current) == "ltr"
        ? values
        : [.. values.Select(v => v is string text && Breaks(text) ? LeftToRightMark + text + LeftToRightMark : v)];

    // Addresses stay as they are: a mark at their end would be taken for a part of them.
    private static bool Breaks(string text) =>
        text.Length > 0 && (char.IsAsciiDigit(text[0]) || text[0] == '+' || char.IsPunctuation(text[^1])) && !text.Any(IsFromRight) && !text.Contains("://", StringComparison.Ordinal);

    // Hebrew, Arabic, Syriac and their neighbours, and the presentation forms.
    private static bool IsFromRight(char c) =>
        c is >= '\u0590' and <= '\u08ff' or >= '\ufb1d' and <= '\ufdff' or >= '\ufe70' and <= '\ufeff';
}
