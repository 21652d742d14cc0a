using System.Globalization;

namespace Beirat.Network.Web.Components;

/// <summary>Days and years as they are typed. A browser's date field sends ISO 8601; others send what somebody wrote.</summary>
internal static class Typed
{
    /// <summary>Stands for a year that is no number: out of every bound, so that the rule says it at its field.</summary>
    private const int NoYear = -1;

    private static readonly string[] Forms = ["yyyy-MM-dd", "d.M.yyyy"];

    public static bool TryDay(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text?.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>Null for an empty field.</summary>
    public static int? Year(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        return int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : NoYear;
    }
}
