using Beirat.Network.Common;
using Xunit;

namespace Beirat.Network.Tests.Common;

public sealed class TextRulesTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("  \n\t ", "")]
    [InlineData(" Guten Tag \n", "Guten Tag")]
    [InlineData("eins\r\nzwei\rdrei", "eins\nzwei\ndrei")]
    [InlineData("Ta\u0000b\u0007u\u001B[31m", "Tabu[31m")]
    [InlineData("a\tb", "a\tb")]
    [InlineData("Beitra\u0308ge", "Beiträge")]
    public void A_text_is_brought_into_the_stored_form(string? given, string stored) => Assert.Equal(stored, TextRules.Clean(given));

    [Theory]
    [InlineData('\u202A')]
    [InlineData('\u202E')]
    [InlineData('\u2066')]
    [InlineData('\u2069')]
    public void Marks_that_turn_the_reading_direction_are_taken_out(char mark) =>
        Assert.Equal("rechnung_fdp.exe", TextRules.Clean($"rechnung_{mark}fdp.exe"));

    [Fact]
    public void Right_to_left_text_keeps_its_letters_and_its_joiners()
    {
        const string Persian = "می\u200Cخواهم ثبت‌نام کنم";

        Assert.Equal(Persian, TextRules.Clean(Persian));
    }

    [Theory]
    [InlineData("ordentlich", true)]
    [InlineData("auch \U0001F600 hier", true)]
    [InlineData("allein \uD83D", false)]
    [InlineData("allein \uDE00 danach", false)]
    [InlineData("ersetzt \uFFFD", false)]
    public void Broken_text_is_told_from_whole_text(string text, bool whole) => Assert.Equal(whole, TextRules.IsWellFormed(text));

    [Fact]
    public void Cleaning_broken_text_leaves_it_broken_so_that_it_can_be_refused() =>
        Assert.False(TextRules.IsWellFormed(TextRules.Clean("allein \uD83D")));

    [Fact]
    public void A_tower_of_accents_stays_what_was_written()
    {
        var zalgo = "h" + new string('\u0337', 200) + "allo";

        Assert.Equal(zalgo, TextRules.Clean(zalgo));
        Assert.Equal("hallo", Slug.Fold(zalgo));
    }

    [Fact]
    public void Cleaning_twice_changes_nothing_more()
    {
        string[] texts = ["  a\r\n b ", "\u202Ex\u0000 ", "a\u0308\u0301\n", "\n\u2066\u2069 "];

        Assert.All(texts, text => Assert.Equal(TextRules.Clean(text), TextRules.Clean(TextRules.Clean(text))));
    }
}
