namespace Beirat.Network.Common;

/// <summary>Languages as BCP 47 tags (RFC 5646), as far as the portal knows them.</summary>
public static class Languages
{
    public const string Default = "de";

    /// <summary>Languages that a text may be written in, most used first.</summary>
    public static readonly IReadOnlyList<string> OfTexts =
        ["de", "en", "tr", "ar", "uk", "ru", "fr", "ro", "fa", "kmr", "ckb", "pl", "it", "es", "pt", "sr", "hr", "vi", "ti", "am", "ps", "el", "hu", "bg", "sq"];

    private static readonly HashSet<string> RightToLeft = ["ar", "fa", "ckb", "ps", "ur", "he"];

    // ISO 639-1, and of the other parts what is spoken in the city.
    private static readonly HashSet<string> Spoken =
    [
        .. OfTexts,
        .. ("aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd "
            + "gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg "
            + "mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss "
            + "st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu "
            + "aii arc ber ckb din fil gsg kmr lzz prs rhg rom rup sdh snk syr tig tru wol zza zgh").Split(' '),
    ];

    /// <summary>Languages to choose from for people and organisations; others that are stored stay.</summary>
    public static readonly IReadOnlyList<string> OfPeople =
    [
        .. OfTexts, "bs", "mk", "sl", "cs", "sk", "be", "nl", "da", "sv", "nb", "fi", "et", "lv", "lt", "ka", "hy", "az", "kk", "ky", "uz", "tk", "tg", "mn",
        "he", "ur", "hi", "pa", "bn", "ta", "te", "ne", "si", "zh", "ja", "ko", "th", "id", "ms", "fil", "km", "my", "so", "sw", "wo", "ff", "ha", "ig", "yo",
        "tw", "ln", "rw", "mg", "om", "zgh", "arc", "rom", "gsg",
    ];

    /// <summary>True for a language that people or organisations may name as one they speak.</summary>
    public static bool IsSpoken(string? code) => code is not null && Spoken.Contains(code);

    public static bool IsKnown(string? code) => code is not null && OfTexts.Contains(code);

    /// <summary>
    /// The one tag of a language that has several. Lists of words say "ku" for Kurdish; they are written in Kurmanji, and the portal tells
    /// Kurmanji (kmr) from Sorani (ckb), which is written in Arabic letters: "ku" would leave open which of the two a text is (RFC 5646, section 4.1.2).
    /// </summary>
    public static string Canonical(string code) => code == "ku" ? "kmr" : code;

    /// <summary>The HTML <c>dir</c> value of texts in a language: "rtl" or "ltr".</summary>
    public static string Direction(string code) =>
        RightToLeft.Contains(code.Split('-')[0]) ? "rtl" : "ltr";
}
