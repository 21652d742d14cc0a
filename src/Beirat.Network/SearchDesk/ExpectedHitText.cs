using System.Globalization;
using System.Text.RegularExpressions;
using Beirat.Network.Common;
using Beirat.Network.Outbox;
using Beirat.Network.Search;

namespace Beirat.Network.SearchDesk;

/// <summary>
/// Expectations as lines of text: "question => kind/key in 3", "=> not kind/key", "=> nothing". A line that begins with "=>" goes on with
/// the question of the line above. The format is described with the demo data.
/// </summary>
internal static partial class ExpectedHitText
{
    // When no place is named: on the first page of results.
    private const int FirstPage = 20;

    /// <exception cref="FormatException">A line that is none of these, with its number.</exception>
    public static IEnumerable<Expectation> Read(TextReader lines, string language)
    {
        var (number, question, without) = (0, string.Empty, string.Empty);
        while (lines.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || line.StartsWith("//", StringComparison.Ordinal)) continue;
            var match = Line().Match(line.Trim());
            if (!match.Success) throw new FormatException($"Line {number} is no expectation: {line}");
            if (match.Groups["question"].Value.Trim() is { Length: > 0 } asked) (question, without) = (asked, match.Groups["without"].Value);
            yield return question.Length > 0 ? Of(match, question, without, language) : throw new FormatException($"Line {number} has no question.");
        }
    }

    private static Expectation Of(Match match, string question, string without, string language)
    {
        var page = match.Groups["kind"].Success
            ? new ExpectedPage(Enum.Parse<SubjectKind>(match.Groups["kind"].Value, ignoreCase: true), match.Groups["key"].Value)
            : null;
        var isWanted = page is not null && !match.Groups["not"].Success;
        var within = match.Groups["within"] is { Success: true } place ? int.Parse(place.Value, CultureInfo.InvariantCulture) : isWanted ? FirstPage : ExpectedHit.Deepest;
        return new Expectation(question, language, page, isWanted, within)
        {
            ShownAs = match.Groups["reason"] is { Success: true } reason ? Enum.Parse<MatchKind>(reason.Value, ignoreCase: true) : null,
            Without = without.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            Audience = match.Groups["audience"] is { Success: true } audience ? Enum.Parse<Audience>(audience.Value, ignoreCase: true) : Audience.Public,
        };
    }

    [GeneratedRegex(
        @"^(?<question>.*?)(?: \[without (?<without>[a-z0-9, -]+)\])?\s*=> (?:nothing|(?<not>not )?(?<kind>article|person|organization|topic|discussion|post|event)/(?<key>\S+)(?: in (?<within>\d{1,3}))?(?: as (?<reason>word|compound|part|meaning|near|misspelt|sound))?)(?: for (?<audience>organizations|members))?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}
