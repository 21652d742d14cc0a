using System.Text;

namespace Beirat.Network.Search.Analysis;

/// <summary>One spelling for what German writes in several: ä, ae and a; ß and ss. Upper case becomes lower case.</summary>
internal static class GermanLetters
{
    public static string Fold(ReadOnlySpan<char> word)
    {
        var folded = new StringBuilder(word.Length + 2);
        var before = '\0';
        foreach (var letter in word)
        {
            var lower = char.ToLowerInvariant(letter);
            switch (lower)
            {
                case 'ä': folded.Append('a'); break;
                case 'ö': folded.Append('o'); break;
                case 'ü': folded.Append('u'); break;
                case 'ß': folded.Append("ss"); break;
                // "ae" for "ä"; but "neue", "Bauer" and "Quelle" keep their e.
                case 'e' when IsWrittenUmlaut(folded, before): break;
                case >= 'à' and <= 'ÿ': folded.Append(Bare(lower)); break;
                default: folded.Append(lower); break;
            }

            before = lower;
        }

        return folded.ToString();
    }

    private static bool IsWrittenUmlaut(StringBuilder folded, char before)
    {
        if (before is 'a' or 'o') return true;
        if (before != 'u') return false;
        return folded.Length < 2 || folded[^2] is not ('a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'q');
    }

    private static char Bare(char accented) => accented switch
    {
        'à' or 'á' or 'â' or 'ã' or 'å' => 'a',
        'ç' => 'c',
        'è' or 'é' or 'ê' or 'ë' => 'e',
        'ì' or 'í' or 'î' or 'ï' => 'i',
        'ñ' => 'n',
        'ò' or 'ó' or 'ô' or 'õ' or 'ø' => 'o',
        'ù' or 'ú' or 'û' => 'u',
        'ý' or 'ÿ' => 'y',
        _ => accented,
    };
}
