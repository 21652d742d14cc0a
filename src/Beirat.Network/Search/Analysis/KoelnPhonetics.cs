using System.Text;

namespace Beirat.Network.Search.Analysis;

/// <summary>
/// How a name sounds in German, as digits (Kölner Phonetik; Postel 1969): names that are written differently but sound alike
/// have the same code. Vowels do not count, so that it also fits names written in Arabic letters.
/// </summary>
internal static class KoelnPhonetics
{
    /// <param name="folded">A word in lower-case Latin letters. Null when the code would be too short to tell anything.</param>
    public static string? Of(string folded)
    {
        var code = new StringBuilder(folded.Length);
        var last = '\0';
        for (var i = 0; i < folded.Length; i++)
        {
            var before = i > 0 ? folded[i - 1] : '\0';
            var after = i + 1 < folded.Length ? folded[i + 1] : '\0';
            foreach (var digit in Digits(folded[i], before, after))
            {
                if (digit != last && (digit != '0' || code.Length == 0)) code.Append(digit);
                last = digit;
            }
        }

        return code.Length >= 3 ? code.ToString() : null;
    }

    private static string Digits(char letter, char before, char after) => letter switch
    {
        'a' or 'e' or 'i' or 'j' or 'o' or 'u' or 'y' => "0",
        'b' => "1",
        'p' => after == 'h' ? "3" : "1",
        'd' or 't' => after is 'c' or 's' or 'z' ? "8" : "2",
        'f' or 'v' or 'w' => "3",
        'g' or 'k' or 'q' => "4",
        'c' => C(before, after),
        'x' => before is 'c' or 'k' or 'q' ? "8" : "48",
        'l' => "5",
        'm' or 'n' => "6",
        'r' => "7",
        's' or 'z' => "8",
        _ => string.Empty,
    };

    private static string C(char before, char after)
    {
        if (before is 's' or 'z') return "8";
        var hard = before == '\0'
            ? after is 'a' or 'h' or 'k' or 'l' or 'o' or 'q' or 'r' or 'u' or 'x'
            : after is 'a' or 'h' or 'k' or 'o' or 'q' or 'u' or 'x';
        return hard ? "4" : "8";
    }
}
