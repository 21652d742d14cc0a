using Beirat.Network.Common;

namespace Beirat.Network.Knowledge;

/// <summary>What a text without a title is called: how it begins.</summary>
internal static class Beginning
{
    private const int Longest = 80;
    private const char Cut = '…';

    /// <summary>The first line, at most 80 characters of it, cut between words. Empty for a text without words.</summary>
    public static string Of(string text)
    {
        var line = RichTextRenderer.PlainText(text).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? string.Empty;
        if (line.Length <= Longest) return line;
        var end = line.LastIndexOf(' ', Longest - 1);
        if (end <= 0) end = char.IsHighSurrogate(line[Longest - 2]) ? Longest - 2 : Longest - 1;
        return line[..end].TrimEnd(' ', ',', ';', ':', '–', '-') + Cut;
    }

    /// <summary>True when a title says nothing that the text does not say: it is only how the text begins.</summary>
    public static bool IsOnly(string title, string text) => title.EndsWith(Cut) && text.TrimStart().StartsWith(title[..^1], StringComparison.Ordinal);
}
