using Beirat.Network.Common;
using Xunit;

namespace Beirat.Network.Tests.Common;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Wohnung suchen & mieten", "wohnung-suchen-mieten")]
    [InlineData("Große Straße: Ämter, Öfen, Übermut", "grosse-strasse-aemter-oefen-uebermut")]
    [InlineData("Łódź, Đorđe, İstanbul, ışık, Søren", "lodz-dorde-istanbul-isik-soren")]
    [InlineData("  --  E-Learning  --  ", "e-learning")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData("مشاركة", "eintrag")]
    [InlineData("", "eintrag")]
    public void A_title_becomes_a_readable_part_of_an_address(string title, string slug) => Assert.Equal(slug, Slug.From(title));

    [Fact]
    public void A_long_title_is_cut_and_does_not_end_in_a_hyphen()
    {
        for (var length = 70; length < 90; length++)
        {
            var slug = Slug.From(new string('a', length) + " bcd " + new string('e', 40));

            Assert.InRange(slug.Length, 1, Slug.MaxLength);
            Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", slug);
        }
    }

    [Theory]
    [InlineData("allein \uD83D", "allein")]
    [InlineData("\uDE00", "eintrag")]
    public void A_broken_title_still_gets_a_slug(string title, string slug) => Assert.Equal(slug, Slug.From(title));

    [Theory]
    [InlineData("Çelik", "celik")]
    [InlineData("Müller", "mueller")]
    [InlineData("Muller", "muller")]
    [InlineData("ЇЖАК", "іжак")]
    [InlineData("Kovačević", "kovacevic")]
    public void Folding_forgets_case_and_accents(string text, string folded) => Assert.Equal(folded, Slug.Fold(text));
}
