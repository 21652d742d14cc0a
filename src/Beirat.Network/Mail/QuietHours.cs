using Beirat.Network.Common;

namespace Beirat.Network.Mail;

/// <summary>Hours on the city's clocks in which nobody is sent a mail. The first minute belongs to them, the last one does not; they may reach over midnight.</summary>
public readonly record struct QuietHours(TimeOnly From, TimeOnly Until)
{
    /// <summary>From eight in the evening to eight in the morning.</summary>
    public static readonly QuietHours Usual = new(new TimeOnly(20, 0), new TimeOnly(8, 0));

    public bool Cover(DateTimeOffset at)
    {
        var clock = TimeOnly.FromDateTime(at.InCity().DateTime);
        return From <= Until ? clock >= From && clock < Until : clock >= From || clock < Until;
    }

    /// <summary>That moment, or the end of the quiet hours that it lies in.</summary>
    public DateTimeOffset FreeFrom(DateTimeOffset at)
    {
        if (!Cover(at)) return at;
        var local = at.InCity().DateTime;
        var day = DateOnly.FromDateTime(local);
        return EndOn(TimeOnly.FromDateTime(local) < Until ? day : day.AddDays(1), at);
    }

    /// <summary>How long it is from a moment outside of them until they begin, as clocks usually go.</summary>
    public TimeSpan Before(DateTimeOffset at) => From - TimeOnly.FromDateTime(at.InCity().DateTime);

    // An hour that the clocks pass twice has two ends, of which the next one counts; one that they leave out ends an hour later.
    private DateTimeOffset EndOn(DateOnly day, DateTimeOffset after)
    {
        var end = day.ToDateTime(Until);
        TimeSpan[] offsets = CityTime.Zone.IsAmbiguousTime(end) ? CityTime.Zone.GetAmbiguousTimeOffsets(end)
            : CityTime.Zone.IsInvalidTime(end) ? [CityTime.Zone.BaseUtcOffset] : [CityTime.Zone.GetUtcOffset(end)];
        return offsets.Select(o => new DateTimeOffset(end, o).ToUniversalTime()).Order().First(e => e > after);
    }
}
