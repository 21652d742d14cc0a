namespace Beirat.Network.Search.Analysis;

/// <summary>Cuts the Persian plural and possessive endings, written apart (zero-width non-joiner) or together.</summary>
internal static class PersianEndings
{
    private static readonly string[] Endings = ["هايشان", "هايي", "هاي", "ها", "ات", "ان", "ي"];

    public static string Cut(string word)
    {
        var joined = word.Replace("\u200C", string.Empty, StringComparison.Ordinal);
        foreach (var ending in Endings)
        {
            if (joined.Length - ending.Length >= 3 && joined.EndsWith(ending, StringComparison.Ordinal)) return joined[..^ending.Length];
        }

        return joined;
    }
}
