using System.Globalization;
using System.Text;

namespace Beirat.Network.Networking;

/// <summary>
/// Breaks a name into lines that fit. The server has no font, so it estimates widths, rather too wide than too narrow;
/// what does not fit is cut with an ellipsis. The whole name stands in the table and in the node's title.
/// </summary>
internal static class LabelLines
{
    private const char Ellipsis = '…';

    /// <summary>At most <paramref name="most"/> lines of at most <paramref name="width"/>, measured in the size of the type.</summary>
    public static IReadOnlyList<string> Of(string name, double width, int most)
    {
        var lines = new List<string>();
        var words = new Queue<string>(Visible(name).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        while (words.Count > 0 && lines.Count < most)
        {
            var line = words.Dequeue();
            while (words.TryPeek(out var next) && Width($"{line} {next}") <= width) line = $"{line} {words.Dequeue()}";
            var last = lines.Count == most - 1 && words.Count > 0;
            lines.Add(Cut(last ? $"{line} {string.Join(' ', words)}" : line, width));
        }

        return lines.Count > 0 ? lines : [Ellipsis.ToString()];
    }

    /// <summary>Width of a text in the size of its type.</summary>
    public static double Width(string text) => text.EnumerateRunes().Sum(Width);

    private static string Cut(string line, double width)
    {
        if (Width(line) <= width) return line;
        var kept = new StringBuilder();
        var elements = StringInfo.GetTextElementEnumerator(line);
        while (elements.MoveNext() && Width($"{kept}{elements.GetTextElement()}{Ellipsis}") <= width) kept.Append(elements.GetTextElement());
        return $"{kept.ToString().TrimEnd()}{Ellipsis}";
    }

    // Control and direction characters would disturb the picture around the label.
    private static string Visible(string name) => string.Concat(name.EnumerateRunes()
        .Select(r => Rune.IsWhiteSpace(r) ? " " : Rune.GetUnicodeCategory(r) is UnicodeCategory.Control or UnicodeCategory.Format ? "" : r.ToString()));

    private static double Width(Rune rune) => rune.Value switch
    {
        >= 0x1100 and not (>= 0x1E00 and < 0x2E80) => 1.3,
        _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => 0,
        'i' or 'j' or 'l' or 't' or 'f' or 'r' or 'I' or '.' or ',' or ';' or ':' or '\'' or '|' or '!' or ' ' or '-' or '(' or ')' => .4,
        'm' or 'w' or 'M' or 'W' or '@' or '%' or '–' or '…' => 1,
        _ when Rune.IsUpper(rune) => .74,
        _ => .6,
    };
}
