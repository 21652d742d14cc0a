namespace Beirat.Network.Search.Analysis;

/// <summary>
/// A light stemmer for Ukrainian: cuts the endings of declension and conjugation, longest first, and keeps at least three letters.
/// There is none in the search library.
/// </summary>
internal static class UkrainianStem
{
    private static readonly string[] Endings =
    [
        .. new[]
        {
            "ування", "юваннями", "увати", "ювати", "ається", "ються", "уються", "ується", "юється", "ення", "ання", "іння", "ості", "істю", "ість", "остей",
            "ями", "ами", "ові", "еві", "єві", "ого", "ому", "ими", "іми", "ний", "ній", "ної", "ною", "ним", "них", "ну", "ні", "на", "не",
            "ій", "ої", "ою", "ею", "єю", "ах", "ях", "ам", "ям", "ом", "ем", "єм", "их", "іх", "им", "ім", "ів", "їв", "ти", "тися", "ться", "ають", "яють", "ують", "юють",
            "ла", "ло", "ли", "ся", "сь", "ти", "ть", "є", "ю", "а", "я", "у", "и", "і", "ї", "о", "е", "ь", "й",
        }.Distinct().OrderByDescending(e => e.Length),
    ];

    /// <param name="word">In lower case.</param>
    public static string Of(string word)
    {
        var plain = word.Replace("'", string.Empty, StringComparison.Ordinal).Replace("’", string.Empty, StringComparison.Ordinal).Replace("ʼ", string.Empty, StringComparison.Ordinal);
        foreach (var ending in Endings)
        {
            if (plain.Length - ending.Length >= 3 && plain.EndsWith(ending, StringComparison.Ordinal)) return Softened(plain[..^ending.Length]);
        }

        return plain;
    }

    // "освіт-" and "освіч-", "рук-" and "руц-" differ by case; only a last soft sign is dropped here.
    private static string Softened(string stem) => stem.Length > 3 && stem[^1] is 'ь' or 'й' ? stem[..^1] : stem;
}
