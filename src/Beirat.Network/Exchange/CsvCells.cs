using System.Buffers;
using System.Text;

namespace Beirat.Network.Exchange;

/// <summary>How values stand in a cell.</summary>
internal static class CsvCells
{
    /// <summary>How a file says that what was there goes.</summary>
    public const string Sign = "-";

    /// <summary>The same after reading; no text can look like it.</summary>
    public const string Nothing = "\0";

    private const char Guarded = '\'';
    private const char Escape = '\\';
    private const string Separators = ";|=>";

    private static readonly SearchValues<char> Special = SearchValues.Create("\"\r\n;,\t");

    /// <summary>
    /// A cell that begins like a formula gets an apostrophe, so that a spreadsheet shows it instead of running it. One
    /// that begins with an apostrophe which <see cref="Unguard"/> would take away gets a second one.
    /// </summary>
    public static string Guard(string text) => IsFormula(text, 0) || (text.StartsWith(Guarded) && IsGuarded(text)) ? $"{Guarded}{text}" : text;

    /// <summary>Takes away what <see cref="Guard"/> added.</summary>
    public static string Unguard(string text) => text.StartsWith(Guarded) && IsGuarded(text) ? text[1..] : text;

    /// <summary>One line of a file, with its line end.</summary>
    public static string Line(IEnumerable<string> cells, char separator) => $"{string.Join(separator, cells.Select(c => Quoted(Guard(c), separator)))}\r\n";

    /// <summary>A value within a list: what separates is written with a backslash before it.</summary>
    public static string Item(string text, string separators)
    {
        var item = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c == Escape || separators.Contains(c)) item.Append(Escape);
            item.Append(c);
        }

        return item.ToString();
    }

    /// <summary>The parts between separators, still escaped; empty ones at the end of a list are left out by the caller.</summary>
    public static List<string> Split(string text, char separator)
    {
        var parts = new List<string>();
        var begin = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == Escape)
            {
                i++;
            }
            else if (text[i] == separator)
            {
                parts.Add(text[begin..i]);
                begin = i + 1;
            }
        }

        parts.Add(text[begin..]);
        return parts;
    }

    /// <summary>The items of a list, without empty ones.</summary>
    public static IEnumerable<string> Items(string text) => Split(text, ';').Where(p => p.Trim().Length > 0);

    /// <summary>A part as it was meant: escapes are gone.</summary>
    public static string Plain(string part)
    {
        var plain = new StringBuilder(part.Length);
        for (var i = 0; i < part.Length; i++)
        {
            if (part[i] == Escape && i + 1 < part.Length && (part[i + 1] == Escape || Separators.Contains(part[i + 1]))) i++;
            plain.Append(part[i]);
        }

        return plain.ToString().Trim();
    }

    private static bool IsGuarded(string text) => text.Length > 1 && (IsFormula(text, 1) || text[1] == Guarded);

    // OWASP, "CSV Injection": also the full-width forms, which some spreadsheets take for the plain ones.
    private static bool IsFormula(string text, int at) =>
        text.Length > at && text[at] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';

    private static string Quoted(string text, char separator) =>
        text.AsSpan().ContainsAny(Special) || text.Contains(separator) || text.StartsWith(' ') || text.EndsWith(' ')
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;
}
