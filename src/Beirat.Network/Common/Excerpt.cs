namespace Beirat.Network.Common;

/// <summary>Short parts of long texts.</summary>
public static class Excerpt
{
    /// <summary>The first words, at most <paramref name="length"/> characters, cut between words and marked with an ellipsis.</summary>
    public static string Beginning(string text, int length)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= length) return line;
        var cut = line.LastIndexOf(' ', length - 1);
        if (cut < length / 2) cut = char.IsHighSurrogate(line[length - 2]) ? length - 2 : length - 1;
        return string.Concat(line.AsSpan(0, cut).TrimEnd(" ,;:.–-"), "…");
    }
}
