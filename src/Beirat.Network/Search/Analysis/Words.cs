using Lucene.Net.Analysis.TokenAttributes;

namespace Beirat.Network.Search.Analysis;

/// <summary>A word as it is searched, with where it stood in the text.</summary>
internal readonly record struct Word(string Term, int Start, int End);

internal static class Words
{
    /// <summary>The words of a text as one language sees them.</summary>
    public static IEnumerable<Word> In(string text, string language)
    {
        using var stream = LanguageAnalyzer.For(language).GetTokenStream("text", new StringReader(text));
        var term = stream.AddAttribute<ICharTermAttribute>();
        var offset = stream.AddAttribute<IOffsetAttribute>();
        stream.Reset();
        while (stream.IncrementToken()) yield return new Word(term.ToString()!, offset.StartOffset, offset.EndOffset);
        stream.End();
    }

    /// <summary>The languages whose words may look like this one, by its script; German first.</summary>
    public static IReadOnlyList<string> LanguagesFor(string word) => word.FirstOrDefault(char.IsLetter) switch
    {
        >= '\u0600' and <= '\u06FF' => ["ar", "fa"],
        >= '\u0400' and <= '\u04FF' => ["uk", "ru"],
        _ => ["de", "en", "tr", "fr", "ro", "it"],
    };
}
