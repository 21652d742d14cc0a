using Beirat.Network.Search.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Beirat.Network.Search;

/// <summary>Words of the texts that are spelt almost like one that is not in them.</summary>
internal static class Spellings
{
    private const int Shortest = 4;
    private const int TwoEditsFrom = 8;
    private const int AtMost = 6;

    /// <summary>The nearest spellings, the most frequent first, with the number of letters that differ. The first letter must be right.</summary>
    public static IReadOnlyList<(string Spelling, int Distance)> Near(IndexReader reader, string folded)
    {
        if (folded.Length < Shortest || char.IsDigit(folded[0]) || MultiFields.GetTerms(reader, SearchField.Exact) is not { } terms) return [];
        var near = Near(terms, folded, 1);
        return near.Count > 0 || folded.Length < TwoEditsFrom ? near : Near(terms, folded, 2);
    }

    private static List<(string Spelling, int Distance)> Near(Terms terms, string folded, int edits)
    {
        var found = new List<(string Spelling, int Distance, int Frequency)>();
        var near = new FuzzyTermsEnum(terms, new AttributeSource(), new Term(SearchField.Exact, folded), edits, 1, true);
        while (near.MoveNext())
        {
            var spelling = near.Term.Utf8ToString();
            found.Add((spelling, Math.Max(1, Distance.Of(spelling, folded)), near.DocFreq));
        }

        return [.. found.OrderBy(f => f.Distance).ThenByDescending(f => f.Frequency).Take(AtMost).Select(f => (f.Spelling, f.Distance))];
    }
}
