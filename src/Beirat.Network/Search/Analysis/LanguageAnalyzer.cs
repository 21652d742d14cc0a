using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Fa;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Ru;
using Lucene.Net.Analysis.Snowball;
using Lucene.Net.Analysis.Tr;
using Lucene.Net.Tartarus.Snowball.Ext;
using Lucene.Net.Util;

namespace Beirat.Network.Search.Analysis;

/// <summary>Turns the text of one language into the words that are searched.</summary>
internal sealed class LanguageAnalyzer(string language) : Analyzer
{
    private const WordDelimiterFlags Hyphens =
        WordDelimiterFlags.GENERATE_WORD_PARTS | WordDelimiterFlags.GENERATE_NUMBER_PARTS | WordDelimiterFlags.CATENATE_ALL;

    private static readonly Dictionary<string, LanguageAnalyzer> Made = [];

    public static LanguageAnalyzer For(string language)
    {
        lock (Made)
        {
            if (!Made.TryGetValue(language, out var analyzer)) Made[language] = analyzer = new LanguageAnalyzer(language);
            return analyzer;
        }
    }

    protected override TextReader InitReader(string fieldName, TextReader reader) =>
        language == "de" ? GenderForms.Fold(reader) : reader;

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var words = new WordTokenizer(reader);
        TokenStream parts = new WordDelimiterFilter(LuceneVersion.LUCENE_48, words, Hyphens, null);
        return new TokenStreamComponents(words, Stem(parts));
    }

    private TokenStream Stem(TokenStream words) => language switch
    {
        "de" => new GermanLightStemFilter(new GermanNormalizationFilter(Lower(words))),
        "en" => new PorterStemFilter(Lower(words)),
        "tr" => new SnowballFilter(new TurkishLowerCaseFilter(words), new TurkishStemmer()),
        "ar" => new ArabicStemFilter(new ArabicNormalizationFilter(Lower(words))),
        "fa" or "ckb" or "ps" => new PersianNormalizationFilter(new ArabicNormalizationFilter(Lower(words))),
        "ru" => new RussianLightStemFilter(Lower(words)),
        "fr" => new ASCIIFoldingFilter(new FrenchLightStemFilter(Lower(words))),
        "ro" => new ASCIIFoldingFilter(new SnowballFilter(Lower(words), new RomanianStemmer())),
        "uk" => Lower(words),
        _ => new ASCIIFoldingFilter(Lower(words)),
    };

    private static LowerCaseFilter Lower(TokenStream words) => new(LuceneVersion.LUCENE_48, words);
}
