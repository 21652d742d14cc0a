using Beirat.Network.Common;
using Beirat.Network.Search.Analysis;

namespace Beirat.Network.Vocabulary;

/// <summary>The terms of a German text that the glossary explains, in the order in which they first occur.</summary>
internal static class TextTerms
{
    /// <summary>More would be a list that nobody reads.</summary>
    public const int Most = 8;

    // What comes later in a very long text is not worth the time.
    private const int Looked = 40_000;

    public static IReadOnlyList<GlossaryEntry> Of(string text, ConceptIndex concepts)
    {
        var stems = Stems.For(Languages.Default);
        var words = Tokens.Of(text.Length > Looked ? text[..Looked] : text, Languages.Default).Where(t => !t.IsJoined)
            .Select(t => (t.Text, Folded: stems.Fold(t.Text))).Where(w => !StopWords.Contains(w.Folded, Languages.Default))
            .Select(w => (w.Text, Stem: stems.Of(w.Folded))).ToList();
        var found = new List<Concept>();
        for (var first = 0; first < words.Count && found.Count < Most;)
        {
            var (concept, length) = At(words, first, concepts);
            if (concept is not null && found.All(c => c.Id != concept.Id)) found.Add(concept);
            first += length;
        }

        return [.. found.Select(c => ConceptScheme.EntryOf(c, Languages.Default))];
    }

    // Longest name first: "Aufenthaltstitel zum Studium" is not explained as "Studium".
    private static (Concept? Concept, int Length) At(List<(string Text, string Stem)> words, int first, ConceptIndex concepts)
    {
        for (var length = Math.Min(ConceptIndex.LongestName, words.Count - first); length >= 1; length--)
        {
            var found = concepts.Find(words.Skip(first).Take(length).Select(w => w.Stem), Languages.Default).Where(c => c.IsShown).ToList();
            if (found.Find(c => c.Definitions.ContainsKey(Languages.Default) && IsWrittenLike(words[first].Text, c)) is { } explained) return (explained, length);
            if (found.Count > 0 && length > 1) return (null, length);
        }

        return (null, 1);
    }

    // Stems do not tell "Recht" from "rechts": a noun must be written as one.
    private static bool IsWrittenLike(string word, Concept concept) =>
        char.IsUpper(word[0]) || concept.Names.Any(n => n.Language == Languages.Default && char.IsLower(n.Text[0]) && n.Text.StartsWith(word[..1], StringComparison.OrdinalIgnoreCase));
}
