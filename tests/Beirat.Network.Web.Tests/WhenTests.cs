using Beirat.Network.Web.Components;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>Days, commas and colons as each language writes them.</summary>
public sealed class WhenTests
{
    [Theory]
    [InlineData("de", "5. März 2026", "März 2026")]
    [InlineData("en", "5 March 2026", "March 2026")]
    [InlineData("tr", "5 Mart 2026", "Mart 2026")]
    [InlineData("ar", "5 مارس 2026", "مارس 2026")]
    [InlineData("uk", "5 березня 2026", "березень 2026")]
    [InlineData("ru", "5 марта 2026", "март 2026")]
    [InlineData("fr", "5 mars 2026", "mars 2026")]
    [InlineData("ro", "5 martie 2026", "martie 2026")]
    public void A_day_and_a_month_are_written_as_the_language_does(string language, string day, string month)
    {
        Assert.Equal(day, Say.In(language, () => When.Day(new DateOnly(2026, 3, 5))));
        Assert.Equal(month, Say.In(language, () => When.Month(new DateOnly(2026, 3, 5))));
    }

    [Theory]
    [InlineData("de", "1. März 2026, 09:05", ":", ", ")]
    [InlineData("en", "1 Mar 2026, 09:05", ":", ", ")]
    [InlineData("fr", "1er mars 2026, 09:05", "\u00a0:", ", ")]
    [InlineData("ar", "1 مارس 2026، 09:05", ":", "، ")]
    public void The_first_of_a_month_a_time_a_colon_and_a_comma_have_their_own_signs(string language, string time, string colon, string comma)
    {
        Assert.Equal(time, Say.In(language, () => When.Time(new DateTimeOffset(2026, 3, 1, 8, 5, 0, TimeSpan.Zero))));
        Assert.Equal((colon, comma), Say.In(language, () => (Say.Colon, Say.Comma)));
    }

    [Fact]
    public void A_name_and_a_number_keep_their_order_in_a_sentence_from_right_to_left()
    {
        Assert.Equal("\u200eBalkanbrücke e. V.\u200e – \u200e0171 392\u200e – 3 – https://a.example/b.", Format("ar"));
        Assert.Equal("Balkanbrücke e. V. – 0171 392 – 3 – https://a.example/b.", Format("tr"));

        static string Format(string language) => Say.In(language, () => Say.Format("{0} – {1} – {2} – {3}", "Balkanbrücke e. V.", "0171 392", 3, "https://a.example/b."));
    }
}
