using System.Globalization;

namespace Beirat.Network.Web.Components;

/// <summary>Plural categories of whole numbers (Unicode CLDR, cardinal rules) for the portal's languages.</summary>
internal static class Plural
{
    public static readonly IReadOnlyList<string> Categories = ["zero", "one", "two", "few", "many", "other"];

    /// <summary>The categories that whole numbers have in a language; "other" is there for fractions and as the last resort.</summary>
    public static IReadOnlyList<string> Of(string language) => language switch
    {
        "ar" => Categories,
        "uk" or "ru" => ["one", "few", "many", "other"],
        "ro" => ["one", "few", "other"],
        _ => ["one", "other"],
    };

    public static string Category(long number) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName switch
    {
        "ar" => Arabic(number),
        "uk" or "ru" => Slavic(number),
        "fr" => number is 0 or 1 ? "one" : "other",
        "ro" => number == 1 ? "one" : number == 0 || number % 100 is >= 1 and <= 19 ? "few" : "other",
        _ => number == 1 ? "one" : "other",
    };

    private static string Arabic(long number) => number switch
    {
        0 => "zero",
        1 => "one",
        2 => "two",
        _ => (number % 100) switch
        {
            >= 3 and <= 10 => "few",
            >= 11 => "many",
            _ => "other",
        },
    };

    private static string Slavic(long number) => (number % 10, number % 100) switch
    {
        (1, not 11) => "one",
        ( >= 2 and <= 4, not (>= 12 and <= 14)) => "few",
        _ => "many",
    };
}
