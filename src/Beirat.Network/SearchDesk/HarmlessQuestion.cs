using System.Text;
using System.Text.RegularExpressions;
using Beirat.Network.Common;

namespace Beirat.Network.SearchDesk;

/// <summary>
/// Tells questions that may be kept from those that may not: whoever types an address, a number or a whole letter into the search box
/// does not expect that it is written down.
/// </summary>
internal static partial class HarmlessQuestion
{
    /// <summary>In characters.</summary>
    public const int MaxLength = 80;

    public const int MaxWords = 8;

    /// <summary>The question in lower case with single spaces; null when it is not to be kept.</summary>
    public static string? Of(string? text)
    {
        // What is longer is not even looked at.
        if (text is null || text.Length > MaxLength * 2 || !TextRules.IsWellFormed(text)) return null;
        var words = TextRules.Clean(text).Normalize(NormalizationForm.FormKC).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var question = string.Join(' ', words);
        if (words.Length is 0 or > MaxWords || question.Length > MaxLength || !question.Any(char.IsLetter)) return null;
        return question.Contains('@', StringComparison.Ordinal) || Telling().IsMatch(question) ? null : question;
    }

    // Five digits, however they are written, are a number of somebody or something: telephone, account, file, postal code.
    // A word with a dot or slashes inside is an address of the web.
    [GeneratedRegex(@"\d(?:[\s./()+-]*\d){4}|://|www\.|\p{L}\.\p{L}{2,}|\p{L}/\p{L}+[./]", RegexOptions.CultureInvariant)]
    private static partial Regex Telling();
}
