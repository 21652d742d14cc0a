namespace Beirat.Network.Search.Analysis;

/// <summary>Brings "Architektin", "Architektinnen" and "Architekt" to one stem. Words that only end like it ("Medizin", "Termin") stay.</summary>
internal static class GermanGender
{
    // Endings of words for people, as they stand after umlauts are folded.
    private static readonly string[] People =
    [
        "er", "ist", "ent", "ant", "kt", "or", "eur", "log", "at", "urg", "zt", "nd", "ling", "ar", "ath", "eg", "soph", "nom", "graf", "gog", "tt", "it", "rt", "ch", "ph",
    ];

    private static readonly HashSet<string> Others =
    [
        "termin", "medizin", "benzin", "berlin", "magazin", "vitamin", "disziplin", "aspirin", "insulin", "kamin", "ruin", "latein", "allein", "gemein", "verein", "bulletin",
        "turin", "routin", "doktrin", "kantin", "maschin", "margarin", "gardin", "gelatin", "nikotin", "martin", "valentin", "konstantin", "augustin", "benjamin", "dahin", "wohin", "immerhin", "weiterhin", "ohnehin", "mithin", "darin", "worin", "herin", "hierin", "delphin", "rubin", "heroin", "kokain", "satin", "urin",
    ];

    /// <param name="stem">A stem of folded letters; regular endings are already cut ("architektinn", "architektin").</param>
    public static string Neutral(string stem)
    {
        var cut = stem.EndsWith("innen", StringComparison.Ordinal) ? 5 : stem.EndsWith("inn", StringComparison.Ordinal) ? 3 : stem.EndsWith("in", StringComparison.Ordinal) ? 2 : 0;
        if (cut == 0 || stem.Length - cut < 4 || Others.Contains(stem)) return stem;
        var rest = stem[..^cut];
        // "vertreterin" is "vertreter"; the light stemmer would make "vertret" of that, so both must end alike.
        if (!People.Any(e => rest.EndsWith(e, StringComparison.Ordinal))) return stem;
        return rest.Length > 5 && rest.EndsWith("er", StringComparison.Ordinal) ? rest[..^2] : rest;
    }
}
