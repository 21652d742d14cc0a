namespace Beirat.Network.Search.Analysis;

/// <summary>The parts of a compound as they are shown.</summary>
internal static class CompoundParts
{
    /// <param name="written">The word as somebody wrote it.</param>
    /// <param name="forms">Its forms.</param>
    public static IReadOnlyList<string> Of(string written, WordForms forms)
    {
        // Folding may have made the word shorter or longer; then its own letters cannot be told apart.
        var letters = written.Length == forms.Exact.Length ? written : forms.Exact;
        return [.. Top(forms).Select(p => letters[p.Start..p.End])];
    }

    /// <summary>The parts that make up the whole word, without the parts of parts.</summary>
    public static IReadOnlyList<CompoundPart> Top(WordForms forms)
    {
        var top = new List<CompoundPart>();
        var at = 0;
        foreach (var part in forms.Parts)
        {
            if (part.Start != at) continue;
            top.Add(part);
            at = part.End;
        }

        return top;
    }
}
