using System.Globalization;
using Beirat.Network.Common;
using Xunit;

namespace Beirat.Network.Tests.Common;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("2026-01-01", "2026-01-31", "2026-01-01", true)]
    [InlineData("2026-01-01", "2026-01-31", "2026-01-31", true)]
    [InlineData("2026-01-01", "2026-01-31", "2026-02-01", false)]
    [InlineData("2026-01-01", "2026-01-31", "2025-12-31", false)]
    [InlineData("2026-01-01", null, "2099-12-31", true)]
    public void Both_ends_belong_to_a_period(string from, string? until, string day, bool covered) =>
        Assert.Equal(covered, Make(from, until).Covers(Day(day)));

    [Theory]
    [InlineData("2026-01-01", "2026-01-31", "2026-01-31", null, true)]
    [InlineData("2026-01-01", "2026-01-31", "2026-02-01", null, false)]
    [InlineData("2026-01-01", null, "2020-01-01", "2025-12-31", false)]
    [InlineData("2026-01-01", null, "2020-01-01", null, true)]
    [InlineData("2026-03-01", "2026-03-01", "2026-01-01", "2026-12-31", true)]
    public void Periods_overlap_in_both_directions_alike(string from, string? until, string otherFrom, string? otherUntil, bool overlap)
    {
        var (one, other) = (Make(from, until), Make(otherFrom, otherUntil));

        Assert.Equal(overlap, one.Overlaps(other));
        Assert.Equal(overlap, other.Overlaps(one));
    }

    [Fact]
    public void A_period_that_ends_before_it_begins_is_reversed()
    {
        Assert.True(Make("2026-01-02", "2026-01-01").IsReversed);
        Assert.False(Make("2026-01-01", "2026-01-01").IsReversed);
        Assert.False(Make("2026-01-01", null).IsReversed);
    }

    [Theory]
    [InlineData("2026-03-28T23:30:00Z", "2026-03-29")]
    [InlineData("2026-07-31T22:30:00Z", "2026-08-01")]
    [InlineData("2026-12-31T22:30:00Z", "2026-12-31")]
    public void The_day_is_the_one_on_the_citys_clocks(string at, string day)
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture));

        Assert.Equal(Day(day), time.Today());
    }

    private static Period Make(string from, string? until) => new(Day(from), until is null ? null : Day(until));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
