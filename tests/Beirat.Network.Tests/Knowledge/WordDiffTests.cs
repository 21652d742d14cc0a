using Beirat.Network.Knowledge;
using CsCheck;
using Xunit;

namespace Beirat.Network.Tests.Knowledge;

/// <summary>A comparison loses nothing and says what changed.</summary>
public sealed class WordDiffTests
{
    [Fact]
    public void A_changed_word_is_one_part_of_each()
    {
        var parts = WordDiff.Compare("Die Anmeldung ist im März.\nZweite Zeile.", "Die Anmeldung ist im April.\nZweite Zeile.");

        Assert.Equal(
            [(DiffSide.Both, "Die Anmeldung ist im "), (DiffSide.Older, "März."), (DiffSide.Newer, "April."), (DiffSide.Both, "\nZweite Zeile.\n")],
            parts.Select(p => (p.Side, p.Text)));
    }

    [Fact]
    public void Both_texts_can_be_put_together_again() =>
        Gen.Select(Text, Text).Sample((older, newer) =>
        {
            var parts = WordDiff.Compare(older, newer);
            Assert.Equal(Ended(older), string.Concat(parts.Where(p => p.Side != DiffSide.Newer).Select(p => p.Text)));
            Assert.Equal(Ended(newer), string.Concat(parts.Where(p => p.Side != DiffSide.Older).Select(p => p.Text)));
        });

    [Fact]
    public void Long_texts_without_anything_in_common_take_a_moment_only()
    {
        var one = string.Join(' ', Enumerable.Range(0, 30_000).Select(i => $"a{i}"));
        var other = string.Join(' ', Enumerable.Range(0, 30_000).Select(i => $"b{i}"));

        Assert.Equal(2, WordDiff.Compare(one, other).Count(p => p.Side != DiffSide.Both));
    }

    private static string Ended(string text) => text.Length == 0 ? string.Empty : text + "\n";

    private static readonly string[] Pieces = ["Amt", "Schule", "ist", "im", "März", "\n", " ", "  ", "مدرسة", "."];

    private static readonly Gen<string> Text = Gen.Int[0, 9].List[0, 40].Select(l => string.Concat(l.Select(i => Pieces[i])));
}
