namespace Beirat.Network.Common;

/// <summary>Languages as BCP 47 tags (RFC 5646), as far as the portal knows them.</summary>
public static class Languages
{
    public const string Default = "de";

    /// <summary>Languages that a text may be written in, most used first.</summary>
    public static readonly IReadOnlyList<string> OfTexts =
        ["de", "en", "tr", "ar", "uk", "ru", "fr", "ro", "fa", "kmr", "ckb", "pl", "it", "es", "pt", "sr", "hr", "vi", "ti", "am", "ps", "el", "hu", "bg", "sq"];

    private static readonly HashSet<string> RightToLeft = ["ar", "fa", "ckb", "ps", "ur", "he"];

    public static bool IsKnown(string? code) => code is not null && OfTexts.Contains(code);

    /// <summary>The HTML <c>dir</c> value of texts in a language: "rtl" or "ltr".</summary>
    public static string Direction(string code) =>
        RightToLeft.Contains(code.Split('-')[0]) ? "rtl" : "ltr";
}
