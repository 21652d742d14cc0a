using System.Text;
using Beirat.Network.Exchange;
using CsCheck;
using Xunit;

namespace Beirat.Network.Tests.Exchange;

public sealed class VCardTests
{
    private static readonly string[] Pieces =
        ["a", "Müller", "ﷺ", "عائشة", "😀", "👩🏽‍⚕️", ";", ",", "\\", "\n", "\r\n", "\u0000", "BEGIN:VCARD", ":", " ", "n", "中文"];

    private static readonly Gen<string> Words = Gen.Int[0, Pieces.Length - 1].Array[0, 60].Select(at => string.Concat(at.Select(i => Pieces[i])));

    [Fact]
    public void No_line_is_longer_than_75_octets_and_no_character_is_split() => Words.Sample(text =>
    {
        var card = new VCard().Text("NOTE", text).ToString();

        Assert.All(card.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, VCard.MaxLine));
        Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(card)));
        Assert.DoesNotContain("\n", card.Replace("\r\n", string.Empty, StringComparison.Ordinal));
    });

    [Fact]
    public void Folding_is_undone_by_taking_out_line_end_and_space() => Words.Select(w => w.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal)).Sample(text =>
        Assert.Equal(text, VCard.Folded(text).Replace("\r\n ", string.Empty, StringComparison.Ordinal)));

    [Fact]
    public void A_text_comes_back_as_it_was_and_cannot_add_a_property() => Words.Sample(text =>
    {
        var wanted = text.ReplaceLineEndings("\n").Replace("\0", string.Empty, StringComparison.Ordinal);
        Assert.Equal(wanted, Unescaped(VCard.Escaped(text)));
        var lines = new VCard().Text("NOTE", text).ToString().Replace("\r\n ", string.Empty, StringComparison.Ordinal).Split("\r\n");
        Assert.InRange(lines.Length, 4, 5);
    });

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("nur Worte")]
    [InlineData("")]
    public void Only_an_address_of_the_web_is_written_as_one(string address) => Assert.DoesNotContain("URL", new VCard().Address("URL", address).ToString());

    [Fact]
    public void Components_keep_their_place() => Assert.Contains(
        "N:Díaz\\;x;Ana;;;\r\n", new VCard().Parts("N", "Díaz;x", "Ana", "", "", "").ToString());

    private static string Unescaped(string text)
    {
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\') plain.Append(text[i]);
            else plain.Append(text[++i] == 'n' ? '\n' : text[i]);
        }

        return plain.ToString();
    }
}
