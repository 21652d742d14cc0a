using System.Globalization;
using Beirat.Network.Common;
using Beirat.Network.Events;
using Beirat.Network.Web.Events;

namespace Beirat.Network.Web.Components;

/// <summary>Days and times in words, as the city's clocks show them.</summary>
internal static class When
{
    // Only German writes a full stop after the number of the day (Unicode CLDR, dateFormats); in French only the first is counted as such.
    private static string PatternOf(DateOnly day) => (CultureInfo.CurrentCulture.TwoLetterISOLanguageName, day.Day) switch
    {
        ("de", _) => "d.",
        ("fr", 1) => "d'er'",
        _ => "%d",
    };

    public static string Day(DateOnly day) => day.ToString($"{PatternOf(day)} MMMM yyyy", CultureInfo.CurrentCulture);

    public static string Day(DateTimeOffset at) => Day(DateOnly.FromDateTime(at.InCity().DateTime));

    public static string Time(DateTimeOffset at)
    {
        var time = at.InCity();
        return time.ToString($"{PatternOf(DateOnly.FromDateTime(time.DateTime))} MMM yyyy'{Say.Comma}'HH:mm", CultureInfo.CurrentCulture);
    }

    public static string Month(DateOnly day) => day.ToString("MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>For the datetime attribute (HTML, valid date or global date and time string).</summary>
    public static string Machine(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Machine(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>From when until when, as exactly as it is known.</summary>
    public static string Period(DateOnly start, DateOnly? end, DatePrecision precision)
    {
        string Show(DateOnly day) => precision switch
        {
            DatePrecision.Year => day.ToString("yyyy", CultureInfo.CurrentCulture),
            DatePrecision.Month => Month(day),
            _ => Day(day),
        };
        if (end is not { } last || Show(last) == Show(start)) return Show(start);
        return Say.Format(EventsTexts.Period, Show(start), Show(last));
    }
}
