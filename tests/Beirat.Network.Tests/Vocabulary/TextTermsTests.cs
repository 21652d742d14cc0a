using Beirat.Network.Topics;
using Beirat.Network.Vocabulary;
using Xunit;

namespace Beirat.Network.Tests.Vocabulary;

/// <summary>Which terms of a text are explained beside it.</summary>
public sealed class TextTermsTests
{
    private static readonly ConceptIndex Concepts = new(
    [
        Explained("recht", "Recht"), Explained("studium", "Studium"), Explained("studientitel", "Aufenthaltstitel zum Studium"), Explained("titel", "Aufenthaltstitel"),
        Explained("bleiben", "bleiben"), new Concept("still", [new TopicName("de", "Ruhe")]),
        new Concept("wort", [new TopicName("de", "Wort")]) { IsShown = false, Definitions = new Dictionary<string, string> { ["de"] = "Nie gezeigt." } },
        .. Enumerable.Range(0, 20).Select(i => Explained($"b{i}", $"Begriff{(char)('a' + i)}x")),
    ]);

    [Theory]
    [InlineData("Wer hier studiert, fragt nach dem Recht und nach den Rechten.", "recht")]
    [InlineData("Gehen Sie rechts am Haus vorbei.", "")]
    [InlineData("Der Aufenthaltstitel zum Studium gilt; danach das Studium.", "studientitel studium")]
    [InlineData("Ihre Aufenthaltstitel bitte.", "titel")]
    [InlineData("Sie dürfen bleiben.", "bleiben")]
    [InlineData("Ruhe ist kein Wort.", "")]
    [InlineData("", "")]
    public void A_term_is_explained_once_by_its_longest_name(string text, string expected) =>
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), TextTerms.Of(text, Concepts).Select(t => t.Concept.Id));

    [Fact]
    public void No_more_than_eight_are_explained_and_those_that_come_first() =>
        Assert.Equal(
            Enumerable.Range(0, 8).Select(i => $"b{i}"),
            TextTerms.Of(string.Join(". ", Enumerable.Range(0, 20).Select(i => $"Begriff{(char)('a' + i)}x")), Concepts).Select(t => t.Concept.Id));

    private static Concept Explained(string id, string name) =>
        new(id, [new TopicName("de", name)]) { Definitions = new Dictionary<string, string> { ["de"] = $"Das ist {name}." } };
}
