using System.Globalization;
using System.Text;

namespace Beirat.Network.Knowledge;

/// <summary>Brings lines of Arabic or Hebrew script from the order of their places into that of reading (the reverse of UAX #9, for plain lines).</summary>
internal static class RightToLeft
{
    public static bool IsIn(string text) => text.Any(IsLetter);

    /// <summary>
    /// The line reversed letter by letter, with marks kept on their letters and ligatures kept whole; what runs from left
    /// to right within it (numbers, Latin words) keeps its own order.
    /// </summary>
    public static string Logical(string line)
    {
        if (!IsIn(line)) return line;
        var letters = StringInfo.GetTextElementEnumerator(line);
        var (reversed, run) = (new List<string>(), new List<string>());
        while (letters.MoveNext())
        {
            var letter = letters.GetTextElement();
            if (IsForward(letter) || (run.Count > 0 && letter is "." or "," or ":" or "/" or "-" or "@" or "%"))
            {
                run.Add(letter);
                continue;
            }

            Flush(reversed, run);
            reversed.Add(letter);
        }

        Flush(reversed, run);
        reversed.Reverse();
        return new StringBuilder().AppendJoin(string.Empty, reversed).ToString();
    }

    // The list is reversed as a whole at the end: a run that keeps its order goes in as one piece.
    private static void Flush(List<string> reversed, List<string> run)
    {
        if (run.Count == 0) return;
        reversed.Add(string.Concat(run));
        run.Clear();
    }

    private static bool IsForward(string letter) =>
        !IsIn(letter) && char.GetUnicodeCategory(letter, 0) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.DecimalDigitNumber;

    private static bool IsLetter(char c) => c is
        >= '\u0590' and <= '\u08FF' and not (>= '\u0660' and <= '\u0669') and not (>= '\u06F0' and <= '\u06F9') or >= '\uFB1D' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFC';
}
