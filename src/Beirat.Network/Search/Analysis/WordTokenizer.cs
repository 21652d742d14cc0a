using System.Globalization;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace Beirat.Network.Search.Analysis;

/// <summary>Words with their inner hyphens: "Hochschul-dozenten" stays whole here, so that it can be joined as well as split.</summary>
internal sealed class WordTokenizer(TextReader input) : CharTokenizer(LuceneVersion.LUCENE_48, input)
{
    protected override bool IsTokenChar(int c)
    {
        if (c is '-' or '\u2010' or '\u2011') return true;
        var category = c <= char.MaxValue ? char.GetUnicodeCategory((char)c) : CharUnicodeInfo.GetUnicodeCategory(c);
        return category is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber;
    }
}
