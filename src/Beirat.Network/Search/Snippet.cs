using Beirat.Network.Search.Analysis;

namespace Beirat.Network.Search;

/// <summary>A run of text in a snippet, marked where it is what was searched for.</summary>
public sealed record SnippetPart(string Text, bool Marked);

/// <summary>The part of a text that shows best why it was found.</summary>
internal static class Snippet
{
    private const int Length = 240;

    // Longer texts are looked at only so far: a snippet is worth a moment, not more.
    private const int Read = 40_000;

    public static IReadOnlyList<SnippetPart> Make(string text, string language, IReadOnlySet<string> terms)
    {
        var read = text.Length > Read ? text[..Read] : text;
        var hits = Words.In(read, language).Where(w => terms.Contains(w.Term) && w.End > w.Start).ToList();
        var (start, end) = Window(read, hits);
        var parts = new List<SnippetPart>();
        if (start > 0) parts.Add(new SnippetPart("… ", false));
        var at = start;
        foreach (var hit in hits.Where(h => h.Start >= start && h.End <= end))
        {
            if (hit.Start < at) continue;
            if (hit.Start > at) parts.Add(new SnippetPart(Line(read[at..hit.Start]), false));
            parts.Add(new SnippetPart(read[hit.Start..hit.End], true));
            at = hit.End;
        }

        if (at < end) parts.Add(new SnippetPart(Line(read[at..end]), false));
        if (end < text.Length) parts.Add(new SnippetPart(" …", false));
        return parts;
    }

    /// <summary>The words of a text that match, as they stand there.</summary>
    public static IReadOnlyList<string> Matches(string text, string language, IReadOnlySet<string> terms, int atMost)
    {
        var read = text.Length > Read ? text[..Read] : text;
        return [.. Words.In(read, language).Where(w => terms.Contains(w.Term)).Select(w => read[w.Start..w.End])
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(atMost)];
    }

    private static (int Start, int End) Window(string text, List<Word> hits)
    {
        if (text.Length <= Length) return (0, text.Length);
        var best = hits.Count == 0 ? 0 : hits.MaxBy(h => hits.Where(o => o.Start >= h.Start && o.End <= h.Start + Length).Select(o => o.Term).Distinct().Count()).Start;
        var start = Math.Max(0, best - (Length / 4));
        if (start > 0) start = Math.Min(best, NextWord(text, start));
        var end = Math.Min(text.Length, start + Length);
        if (end < text.Length) end = Math.Max(start + 1, text.LastIndexOf(' ', end - 1, end - start) is var cut && cut > start + (Length / 2) ? cut : end);
        return (start, end);
    }

    private static int NextWord(string text, int at)
    {
        var space = text.IndexOf(' ', at);
        return space < 0 ? at : space + 1;
    }

    private static string Line(string text) => text.ReplaceLineEndings(" ").Replace('\t', ' ');
}
