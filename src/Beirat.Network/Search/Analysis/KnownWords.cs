using Beirat.Network.Vocabulary;

namespace Beirat.Network.Search.Analysis;

/// <summary>The German words that compounds may be made of before any text was read, and those that are never taken apart.</summary>
internal static class KnownWords
{
    // A word of the vocabulary counts as if so many texts used it.
    private const int Known = 3;

    // More words than these are not kept: the rare ones are no parts of anything.
    private const int MaxWords = 120_000;

    private static readonly Lazy<IReadOnlyDictionary<string, int>> OfVocabulary = new(Read);

    /// <summary>Words that look like compounds of others, but are none; in folded letters or as stems.</summary>
    public static IReadOnlyList<string> Whole { get; } =
    [
        "sprachrohr", "partizipation", "beratung", "heilbronn", "stuttgart", "verein", "vereinigung", "bereich", "gemeinde", "gemeinsam", "gemeinschaft", "antrag", "vertrag", "auftrag", "beitrag", "ertrag", "eintrag",
        "ministerium", "ministerin", "minister", "konferenz", "kontakt", "arbeit", "erlaubnis", "ergebnis", "zeugnis", "verhaltnis", "kenntnis", "interesse", "international", "national", "integration", "information",
        "deutschland", "beispiel", "karriere", "toleranz", "apotheke", "bibliothek", "kindergarten", "geburtstag", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "feiertag", "alltag",
        "september", "november", "dezember", "telefon", "adresse", "termin", "bahnhof", "jahrhundert", "wirtschaft", "wissenschaft", "gesellschaft", "freundschaft", "nachbarschaft", "mitglied", "abschied", "unterschied",
        "bescheid", "entscheidung", "verschieden", "gewerbe", "wettbewerb", "bewerbung", "erwerb", "anwalt", "gewalt", "verwaltung", "veranstaltung", "gestaltung", "erhaltung", "haltung", "sogar", "damals", "ehemals",
    ];

    public static Dictionary<string, int> Stems() => new(OfVocabulary.Value);

    /// <summary>Without what occurs but once, and without the rarest when there are too many.</summary>
    public static Dictionary<string, int> Frequent(Dictionary<string, int> stems) =>
        stems.Where(s => s.Value > 1).OrderByDescending(s => s.Value).Take(MaxWords).ToDictionary(s => s.Key, s => s.Value);

    private static Dictionary<string, int> Read()
    {
        var counted = new Dictionary<string, int>();
        foreach (var names in ShippedVocabulary.GermanLines) TextAnalysis.Count(names, counted);
        return counted.ToDictionary(s => s.Key, s => s.Value + Known);
    }
}
