using System.Text;

namespace Beirat.Network.Search.Analysis;

/// <summary>Writes Cyrillic and Arabic names in Latin letters, roughly as German does: enough to compare how they sound.</summary>
internal static class Latin
{
    private static readonly Dictionary<char, string> Letters = new()
    {
        ['а'] = "a", ['б'] = "b", ['в'] = "w", ['г'] = "g", ['ґ'] = "g", ['д'] = "d", ['е'] = "e", ['є'] = "je", ['ё'] = "jo", ['ж'] = "sch", ['з'] = "s", ['и'] = "i", ['і'] = "i",
        ['ї'] = "ji", ['й'] = "j", ['к'] = "k", ['л'] = "l", ['м'] = "m", ['н'] = "n", ['о'] = "o", ['п'] = "p", ['р'] = "r", ['с'] = "s", ['т'] = "t", ['у'] = "u", ['ф'] = "f",
        ['х'] = "h", ['ц'] = "z", ['ч'] = "tsch", ['ш'] = "sch", ['щ'] = "sch", ['ъ'] = "", ['ы'] = "y", ['ь'] = "", ['э'] = "e", ['ю'] = "ju", ['я'] = "ja",
        ['ا'] = "a", ['أ'] = "a", ['إ'] = "i", ['آ'] = "a", ['ب'] = "b", ['پ'] = "p", ['ت'] = "t", ['ث'] = "t", ['ج'] = "g", ['چ'] = "tsch", ['ح'] = "h", ['خ'] = "k", ['د'] = "d",
        ['ذ'] = "d", ['ر'] = "r", ['ز'] = "s", ['ژ'] = "sch", ['س'] = "s", ['ش'] = "sch", ['ص'] = "s", ['ض'] = "d", ['ط'] = "t", ['ظ'] = "s", ['ع'] = "a", ['غ'] = "g", ['ف'] = "f",
        ['ق'] = "k", ['ك'] = "k", ['ک'] = "k", ['گ'] = "g", ['ل'] = "l", ['م'] = "m", ['ن'] = "n", ['ه'] = "h", ['و'] = "u", ['ي'] = "i", ['ی'] = "i", ['ى'] = "a", ['ة'] = "a", ['ء'] = "", ['ئ'] = "i", ['ؤ'] = "u",
    };

    /// <summary>Null for a word that is in Latin letters already, or holds a letter that is not known here.</summary>
    public static string? Of(string word)
    {
        if (word.Length == 0 || word[0] < 'Ͱ') return null;
        var latin = new StringBuilder(word.Length + 4);
        foreach (var letter in word.ToLowerInvariant())
        {
            if (!Letters.TryGetValue(letter, out var written)) return null;
            latin.Append(written);
        }

        return latin.ToString();
    }
}
