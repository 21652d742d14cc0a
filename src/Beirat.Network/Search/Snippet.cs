namespace Beirat.Network.Search;

/// <summary>A run of text in a snippet, marked where it is what was searched for.</summary>
public sealed record SnippetPart(string Text, bool Marked);

/// <summary>The part of a text that shows best why it was found.</summary>
internal static class Snippet
{
    private const int Length = 240;

    /// <param name="text">The text.</param>
    /// <param name="hits">The words in it that match.</param>
    public static IReadOnlyList<SnippetPart> Make(string text, IReadOnlyList<MatchedWord> hits)
    {
        var (start, end) = Window(text, hits);
        var parts = new List<SnippetPart>();
        if (start > 0) parts.Add(new SnippetPart("… ", false));
        var at = start;
        foreach (var hit in hits.Where(h => h.Start >= start && h.End <= end))
        {
            if (hit.Start < at) continue;
            if (hit.Start > at) parts.Add(new SnippetPart(Line(text[at..hit.Start]), false));
            parts.Add(new SnippetPart(text[hit.Start..hit.End], true));
            at = hit.End;
        }

        if (at < end) parts.Add(new SnippetPart(Line(text[at..end]), false));
        if (end < text.Length) parts.Add(new SnippetPart(" …", false));
        return parts;
    }

    // The window that begins at a hit and holds most different words; one pass, as hits come in their order.
    private static (int Start, int End) Window(string text, IReadOnlyList<MatchedWord> hits)
    {
        if (text.Length <= Length) return (0, text.Length);
        var best = hits.Count == 0 ? 0 : Richest(hits);
        var start = Math.Max(0, best - (Length / 4));
        if (start > 0) start = Math.Min(best, NextWord(text, start));
        var end = Math.Min(text.Length, start + Length);
        if (end < text.Length) end = Math.Max(start + 1, text.LastIndexOf(' ', end - 1, end - start) is var cut && cut > start + (Length / 2) ? cut : end);
        return (start, end);
    }

    private static int Richest(IReadOnlyList<MatchedWord> hits)
    {
        var counts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        int best = hits[0].Start, most = 0, last = 0;
        for (var first = 0; first < hits.Count; first++)
        {
            while (last < hits.Count && hits[last].End <= hits[first].Start + Length)
            {
                counts[hits[last].Text] = counts.GetValueOrDefault(hits[last].Text) + 1;
                last++;
            }

            if (counts.Count > most) (best, most) = (hits[first].Start, counts.Count);
            if (last > first && --counts[hits[first].Text] == 0) counts.Remove(hits[first].Text);
            last = Math.Max(last, first + 1);
        }

        return best;
    }

    private static int NextWord(string text, int at)
    {
        var space = text.IndexOf(' ', at);
        return space < 0 ? at : space + 1;
    }

    private static string Line(string text) => text.ReplaceLineEndings(" ").Replace('\t', ' ');
}
