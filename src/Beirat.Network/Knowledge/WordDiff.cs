using DiffPlex;
using DiffPlex.Chunkers;

namespace Beirat.Network.Knowledge;

/// <summary>A run of text in a comparison: in both, only in the older, or only in the newer one.</summary>
public sealed record DiffPart(DiffSide Side, string Text);

public enum DiffSide
{
    Both,
    Older,
    Newer,
}

/// <summary>
/// Two texts compared word by word. Lines are matched first, words only within lines that differ, so that long texts
/// take no longer than a moment.
/// </summary>
internal static class WordDiff
{
    /// <summary>Blocks of more words than this are shown as replaced as a whole.</summary>
    private const int MaxWords = 3_000;
    private const int MaxLines = 10_000;

    private static readonly char[] Between = [' ', '\t', '\n'];

    public static IReadOnlyList<DiffPart> Compare(string older, string newer)
    {
        var parts = new List<DiffPart>();
        if (older.AsSpan().Count('\n') + newer.AsSpan().Count('\n') > MaxLines) return [new DiffPart(DiffSide.Older, older), new DiffPart(DiffSide.Newer, newer)];
        var lines = Differ.Instance.CreateDiffs(older.ReplaceLineEndings("\n"), newer.ReplaceLineEndings("\n"), ignoreWhiteSpace: false, ignoreCase: false, new LineChunker());
        var (before, after) = (Ended(lines.PiecesOld), Ended(lines.PiecesNew));
        var at = 0;
        foreach (var block in lines.DiffBlocks)
        {
            Add(parts, DiffSide.Both, Text(before, at, block.DeleteStartA - at));
            AddWords(parts, Text(before, block.DeleteStartA, block.DeleteCountA), Text(after, block.InsertStartB, block.InsertCountB));
            at = block.DeleteStartA + block.DeleteCountA;
        }

        Add(parts, DiffSide.Both, Text(before, at, before.Count - at));
        return parts;
    }

    private static void AddWords(List<DiffPart> parts, string older, string newer)
    {
        if (older.Count(char.IsWhiteSpace) > MaxWords || newer.Count(char.IsWhiteSpace) > MaxWords)
        {
            Add(parts, DiffSide.Older, older);
            Add(parts, DiffSide.Newer, newer);
            return;
        }

        var words = Differ.Instance.CreateDiffs(older, newer, ignoreWhiteSpace: false, ignoreCase: false, new DelimiterChunker(Between));
        var at = 0;
        foreach (var block in words.DiffBlocks)
        {
            Add(parts, DiffSide.Both, Text(words.PiecesOld, at, block.DeleteStartA - at));
            Add(parts, DiffSide.Older, Text(words.PiecesOld, block.DeleteStartA, block.DeleteCountA));
            Add(parts, DiffSide.Newer, Text(words.PiecesNew, block.InsertStartB, block.InsertCountB));
            at = block.DeleteStartA + block.DeleteCountA;
        }

        Add(parts, DiffSide.Both, Text(words.PiecesOld, at, words.PiecesOld.Count - at));
    }

    private static void Add(List<DiffPart> parts, DiffSide side, string text)
    {
        if (text.Length == 0) return;
        if (parts.Count > 0 && parts[^1].Side == side) parts[^1] = parts[^1] with { Text = parts[^1].Text + text };
        else parts.Add(new DiffPart(side, text));
    }

    /// <summary>Lines with their ends, so that pieces put together are the text again.</summary>
    private static List<string> Ended(IReadOnlyList<string> lines) => [.. lines.Select(l => l + "\n")];

    private static string Text(IReadOnlyList<string> pieces, int from, int count) => string.Concat(pieces.Skip(from).Take(count));
}
