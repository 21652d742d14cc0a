using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Ro;
using Lucene.Net.Analysis.Ru;
using Lucene.Net.Analysis.Tr;
using Lucene.Net.Analysis.Util;

namespace Beirat.Network.Search.Analysis;

/// <summary>Words that carry no subject. They are indexed, but a question is not measured by them unless it has nothing else.</summary>
internal static class StopWords
{
    private static readonly CharArraySet[] Sets =
    [
        GermanAnalyzer.DefaultStopSet, Lucene.Net.Analysis.Core.StopAnalyzer.ENGLISH_STOP_WORDS_SET, TurkishAnalyzer.DefaultStopSet,
        ArabicAnalyzer.DefaultStopSet, RussianAnalyzer.DefaultStopSet, FrenchAnalyzer.DefaultStopSet, RomanianAnalyzer.DefaultStopSet,
    ];

    private static readonly HashSet<string> Asking =
    [
        "wer", "wo", "wie", "was", "wann", "warum", "welche", "welcher", "kann", "muss", "gibt", "hilft", "helfen", "bitte", "kennt", "kennen", "weiß", "wissen", "brauche", "brauchen", "suche", "suchen",
        "jemand", "jemanden", "frage", "fragen", "möchte", "möchten", "läuft", "who", "where",
        "how", "what", "when", "which", "can", "do", "does", "nerede", "nasıl", "kim", "де", "як", "хто", "що", "где", "как", "кто", "où", "qui", "comment",
    ];

    public static bool Contains(string word)
    {
        var lower = word.ToLowerInvariant();
        return Asking.Contains(lower) || Sets.Any(s => s.Contains(lower));
    }
}
