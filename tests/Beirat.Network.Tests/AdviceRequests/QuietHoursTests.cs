using System.Globalization;
using Beirat.Network.Mail;
using Xunit;

namespace Beirat.Network.Tests.AdviceRequests;

/// <summary>Hours without mails, as the city's clocks show them, also on the nights when they are changed.</summary>
public sealed class QuietHoursTests
{
    [Theory]
    [InlineData("2026-11-22T18:59:59Z", null)]
    [InlineData("2026-11-22T19:00:00Z", "2026-11-23T07:00:00Z")]
    [InlineData("2026-11-22T23:30:00Z", "2026-11-23T07:00:00Z")]
    [InlineData("2026-11-23T06:59:59Z", "2026-11-23T07:00:00Z")]
    [InlineData("2026-11-23T07:00:00Z", null)]
    [InlineData("2026-07-01T18:00:00Z", "2026-07-02T06:00:00Z")]
    public void Evening_and_morning_are_those_of_the_city(string at, string? free) => Holds(QuietHours.Usual, at, free);

    // The night before is in winter, the morning in summer time: eight o'clock comes an hour earlier.
    [Theory]
    [InlineData("2026-03-28T19:30:00Z", "2026-03-29T06:00:00Z")]
    [InlineData("2026-03-29T00:59:00Z", "2026-03-29T06:00:00Z")]
    [InlineData("2026-03-29T06:00:00Z", null)]
    // And in autumn an hour later.
    [InlineData("2026-10-24T18:30:00Z", "2026-10-25T07:00:00Z")]
    [InlineData("2026-10-25T06:30:00Z", "2026-10-25T07:00:00Z")]
    [InlineData("2026-10-25T07:00:00Z", null)]
    public void The_nights_of_the_change_are_shorter_and_longer(string at, string? free) => Holds(QuietHours.Usual, at, free);

    [Theory]
    [InlineData("2026-10-25T00:10:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("2026-10-25T00:40:00Z", null)]
    [InlineData("2026-10-25T01:10:00Z", "2026-10-25T01:30:00Z")]
    [InlineData("2026-10-25T01:30:00Z", null)]
    public void An_end_in_the_hour_that_comes_twice_ends_twice(string at, string? free) => Holds(new QuietHours(new TimeOnly(22, 0), new TimeOnly(2, 30)), at, free);

    [Fact]
    public void An_end_in_the_hour_that_is_left_out_ends_after_it()
    {
        var quiet = new QuietHours(new TimeOnly(22, 0), new TimeOnly(2, 30));
        var free = quiet.FreeFrom(At("2026-03-29T00:30:00Z"));

        Assert.InRange(free, At("2026-03-29T01:00:00Z"), At("2026-03-29T01:30:00Z"));
        Assert.False(quiet.Cover(free));
    }

    [Fact]
    public void Hours_within_a_day_are_quiet_in_that_day_only()
    {
        var midday = new QuietHours(new TimeOnly(12, 0), new TimeOnly(14, 0));

        Assert.False(midday.Cover(At("2026-11-22T10:59:00Z")));
        Assert.Equal(At("2026-11-22T13:00:00Z"), midday.FreeFrom(At("2026-11-22T11:00:00Z")));
        Assert.False(midday.Cover(At("2026-11-22T22:00:00Z")));
    }

    [Fact]
    public void Whatever_the_moment_the_end_of_the_quiet_hours_is_free_and_not_before_it()
    {
        QuietHours[] all = [QuietHours.Usual, new(new TimeOnly(22, 0), new TimeOnly(2, 30)), new(new TimeOnly(1, 15), new TimeOnly(3, 0)), new(new TimeOnly(2, 0), new TimeOnly(2, 45))];
        foreach (var start in new[] { "2026-03-28T18:00:00Z", "2026-10-24T18:00:00Z", "2026-06-01T00:00:00Z" })
        {
            for (var minutes = 0; minutes < 24 * 60; minutes += 7)
            {
                var at = At(start).AddMinutes(minutes);
                Assert.All(all, quiet => Assert.False(quiet.Cover(quiet.FreeFrom(at))));
                Assert.All(all, quiet => Assert.True(quiet.FreeFrom(at) >= at && quiet.FreeFrom(at) - at <= TimeSpan.FromHours(14)));
            }
        }
    }

    private static void Holds(QuietHours quiet, string at, string? free)
    {
        Assert.Equal(free is not null, quiet.Cover(At(at)));
        Assert.Equal(At(free ?? at), quiet.FreeFrom(At(at)));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
