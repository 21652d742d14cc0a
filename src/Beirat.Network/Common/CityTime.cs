namespace Beirat.Network.Common;

/// <summary>Days and hours as they are on the city's clocks (IANA zone Europe/Berlin).</summary>
public static class CityTime
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static DateOnly Today(this TimeProvider time) => DateOnly.FromDateTime(time.GetUtcNow().InCity().DateTime);

    public static DateTimeOffset InCity(this DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);
}
