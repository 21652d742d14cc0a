using Beirat.Network.Common;
using Xunit;

namespace Beirat.Network.Tests.Common;

public sealed class ExcerptTests
{
    [Fact]
    public void A_short_text_is_given_whole() => Assert.Equal("Drei kurze Worte", Excerpt.Beginning(" Drei\n kurze\tWorte ", 20));

    [Fact]
    public void A_long_text_is_cut_between_words() => Assert.Equal("Das ist ein Satz…", Excerpt.Beginning("Das ist ein Satz, der zu lang ist", 20));

    [Fact]
    public void Whatever_the_text_it_fits_and_no_letter_is_cut_in_two()
    {
        string[] texts = [new('x', 300), string.Concat(Enumerable.Repeat("\U0001F600", 150)), "x" + string.Concat(Enumerable.Repeat("\U0001F600", 150)), "a b " + new string('ü', 300)];

        foreach (var text in texts)
        {
            for (var length = 5; length < 60; length++)
            {
                var beginning = Excerpt.Beginning(text, length);

                Assert.InRange(beginning.Length, 2, length);
                Assert.True(TextRules.IsWellFormed(beginning));
            }
        }
    }
}
