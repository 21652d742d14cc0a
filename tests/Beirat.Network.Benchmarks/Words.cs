using System.Text.RegularExpressions;

namespace Beirat.Network.Benchmarks;

/// <summary>The words of a question for engines that read a language of queries.</summary>
internal static partial class Words
{
    public static IEnumerable<string> Of(string question) => Word().Matches(question).Select(m => m.Value);

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}
