using System.Globalization;
using System.Text;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.Fa;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Ru;
using Lucene.Net.Tartarus.Snowball;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace Beirat.Network.Search.Analysis;

/// <summary>The letters of a word in one spelling, and its stem, as each language sees them.</summary>
internal sealed class Stems
{
    // The stemmers of the library keep a state while they work.
    [ThreadStatic]
    private static Dictionary<string, Stems>? _ofThread;

    private static readonly CultureInfo Turkish = CultureInfo.GetCultureInfo("tr");

    private readonly string _language;
    private readonly SnowballProgram? _snowball;
    private readonly GermanLightStemmer _german = new();
    private readonly FrenchLightStemmer _french = new();
    private readonly RussianLightStemmer _russian = new();
    private readonly ArabicStemmer _arabic = new();
    private readonly ArabicNormalizer _arabicLetters = new();
    private readonly PersianNormalizer _persianLetters = new();

    private Stems(string language)
    {
        _language = language;
        _snowball = language switch
        {
            "en" => new EnglishStemmer(),
            "tr" => new TurkishStemmer(),
            "ro" => new RomanianStemmer(),
            "it" => new ItalianStemmer(),
            "es" => new SpanishStemmer(),
            "pt" => new PortugueseStemmer(),
            _ => null,
        };
    }

    /// <summary>Those of a language, for the current thread.</summary>
    public static Stems For(string language)
    {
        var all = _ofThread ??= [];
        return all.TryGetValue(language, out var stems) ? stems : all[language] = new Stems(language);
    }

    /// <summary>Lower case, without the marks that people leave out.</summary>
    public string Fold(string word) => _language switch
    {
        "de" => GermanLetters.Fold(word),
        "tr" => Bare(word.ToLower(Turkish)).Replace('ı', 'i'),
        "ar" => Cut(word, (s, n) => _arabicLetters.Normalize(s, n)),
        "fa" or "ckb" or "ps" or "ur" => Cut(word, (s, n) => _persianLetters.Normalize(s, _arabicLetters.Normalize(s, n))),
        "ru" or "uk" => word.ToLowerInvariant().Replace('ё', 'е').Replace('ґ', 'г'),
        _ => Bare(word.ToLowerInvariant()),
    };

    /// <param name="folded">A word as <see cref="Fold"/> gives it.</param>
    public string Of(string folded)
    {
        if (folded.Length < 3 || char.IsDigit(folded[0])) return folded;
        var stem = _language switch
        {
            "de" => GermanGender.Neutral(Cut(folded, (s, n) => _german.Stem(s, n))),
            "fr" => Cut(folded, (s, n) => _french.Stem(s, n)),
            "ru" => Cut(folded, (s, n) => _russian.Stem(s, n)),
            "uk" => UkrainianStem.Of(folded),
            "ar" => Cut(folded, (s, n) => _arabic.Stem(s, n)),
            "fa" => PersianEndings.Cut(folded),
            _ when _snowball is not null => Snowball(folded),
            _ => folded,
        };
        return stem.Length > 1 ? stem : folded;
    }

    private string Snowball(string word)
    {
        _snowball!.SetCurrent(word);
        _snowball.Stem();
        return _snowball.Current;
    }

    private static string Cut(string word, Func<char[], int, int> stem)
    {
        var letters = word.ToCharArray();
        return new string(letters, 0, stem(letters, letters.Length));
    }

    private static string Bare(string lower)
    {
        if (Ascii.IsValid(lower)) return lower;
        var bare = new StringBuilder(lower.Length);
        foreach (var c in lower.Replace("ß", "ss", StringComparison.Ordinal).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) bare.Append(c);
        }

        return bare.ToString().Normalize(NormalizationForm.FormC);
    }
}
