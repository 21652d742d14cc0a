using System.Text;
using Beirat.Network.Common;
using Beirat.Network.Vocabulary;
using Xunit;

namespace Beirat.Network.Tests.Vocabulary;

/// <summary>The concept scheme that comes with the portal holds together.</summary>
public sealed class ShippedVocabularyTests
{
    private const int LongestName = 100;
    private const int LongestDefinition = 500;
    private const int MostNames = 30;

    private static readonly string[] Needed = ["de", "en", "tr", "ar", "uk", "ru", "fr", "ro"];
    private static readonly string[] Arabic = ["ar", "fa"];
    private static readonly string[] Cyrillic = ["uk", "ru"];

    private static readonly IReadOnlyList<Concept> Concepts = ShippedVocabulary.Concepts;
    private static readonly Dictionary<string, Concept> ById = Concepts.DistinctBy(c => c.Id).ToDictionary(c => c.Id);

    [Fact]
    public void There_are_at_least_a_thousand_concepts_each_with_an_id_of_its_own()
    {
        Assert.True(Concepts.Count >= 1_000, $"{Concepts.Count} concepts");
        Assert.Distinct(Concepts.Select(c => c.Id));
        Assert.All(Concepts, c => Assert.Equal(c.Id, Slug.From(c.Id)));
    }

    [Fact]
    public void Whatever_is_broader_or_related_exists_and_is_something_else() =>
        Assert.Empty(
            from concept in Concepts
            from other in concept.Broader.Concat(concept.Related)
            where other == concept.Id || !ById.ContainsKey(other)
            select $"{concept.Id}: {other}");

    [Fact]
    public void Nothing_is_broader_than_itself_in_a_circle() =>
        Assert.Empty(Concepts.Where(c => Above(c).Contains(c.Id)).Select(c => c.Id));

    [Fact]
    public void Nothing_is_named_twice_as_broader_or_as_related() =>
        Assert.Empty(Concepts.Where(c => c.Broader.Concat(c.Related).Distinct().Count() != c.Broader.Count + c.Related.Count).Select(c => c.Id));

    [Fact]
    public void Every_concept_has_names_in_the_eight_languages_that_are_needed() =>
        Assert.Empty(
            from concept in Concepts
            from language in Needed.Except(concept.Names.Select(n => n.Language))
            select $"{concept.Id}: {language}");

    [Fact]
    public void Every_language_is_one_the_portal_knows_and_kurdish_is_kurmanji()
    {
        var languages = Concepts.SelectMany(c => c.Names.Select(n => n.Language).Concat(c.Definitions.Keys)).Distinct().ToList();

        Assert.All(languages, l => Assert.True(Languages.IsKnown(l), l));
        Assert.Contains("kmr", languages);
    }

    [Fact]
    public void A_name_is_written_in_the_letters_of_its_language() =>
        Assert.Empty(
            from concept in Concepts
            from name in concept.Names
            where !IsInScript(name.Text, name.Language)
            select $"{concept.Id} {name.Language}: {name.Text}");

    [Fact]
    public void No_name_stands_twice_in_a_concept() =>
        Assert.Empty(
            from concept in Concepts
            from name in concept.Names.GroupBy(n => (n.Language, n.Text.ToLowerInvariant()))
            where name.Count() > 1
            select $"{concept.Id} {name.Key}");

    [Fact]
    public void Names_and_definitions_have_a_length_that_can_be_shown()
    {
        var names = Concepts.SelectMany(c => c.Names.Select(n => (c.Id, n.Language, n.Text)));
        var definitions = Concepts.SelectMany(c => c.Definitions.Select(d => (c.Id, d.Key, d.Value)));

        Assert.DoesNotContain(names, n => n.Text.Length is 0 or > LongestName);
        Assert.DoesNotContain(definitions, d => d.Value.Length is < 15 or > LongestDefinition);
        Assert.DoesNotContain(Concepts.SelectMany(c => c.Names.GroupBy(n => n.Language), (c, n) => (c.Id, n.Key, Count: n.Count())), n => n.Count > MostNames);
    }

    [Fact]
    public void Every_text_is_in_its_stored_form() =>
        Assert.Empty(
            from concept in Concepts
            from text in concept.Names.Select(n => n.Text).Concat(concept.Definitions.Values)
            where TextRules.Clean(text) != text || !TextRules.IsWellFormed(text)
            select $"{concept.Id}: {text}");

    [Fact]
    public void A_concept_that_is_written_reads_back_the_same()
    {
        foreach (var concept in Concepts)
        {
            var read = Assert.Single(ConceptText.Read(new StringReader(ConceptText.Write(concept))));

            Assert.Equal((concept.Id, string.Join(',', concept.Broader), string.Join(',', concept.Related)), (read.Id, string.Join(',', read.Broader), string.Join(',', read.Related)));
            Assert.Equal(concept.Names, read.Names);
            Assert.Equal(concept.Definitions, read.Definitions);
        }
    }

    [Theory]
    [InlineData("de Haus ohne Kopf")]
    [InlineData("# Haus\nde Haus")]
    [InlineData("# haus\nHaus")]
    [InlineData("# haus\nde")]
    public void A_line_that_is_no_part_of_a_concept_is_told(string text) =>
        Assert.Throws<FormatException>(() => ConceptText.Read(new StringReader(text)));

    [Fact]
    public void The_general_words_can_be_read_and_are_never_shown()
    {
        Assert.NotEmpty(ShippedVocabulary.Words);
        Assert.All(ShippedVocabulary.Words, w => Assert.False(w.IsShown));
        Assert.DoesNotContain(ShippedVocabulary.Words, w => ById.ContainsKey(w.Id));
    }

    private static HashSet<string> Above(Concept concept)
    {
        var above = new HashSet<string>();
        var open = new Stack<string>(concept.Broader);
        while (open.TryPop(out var id))
        {
            if (!above.Add(id) || !ById.TryGetValue(id, out var broader)) continue;
            foreach (var next in broader.Broader) open.Push(next);
        }

        return above;
    }

    // Abbreviations and numbers are written the same everywhere ("IBAN", "B1", "112"), and a name may hold a foreign one ("екзамен TestDaF").
    private static bool IsInScript(string name, string language)
    {
        var letters = name.EnumerateRunes().Where(Rune.IsLetter).ToList();
        var own = letters.Where(l => Script(l) == ScriptOf(language)).ToList();
        return name.Any(char.IsLetterOrDigit)
            && letters.All(l => Script(l) == "Latn" || own.Contains(l))
            && (own.Count > 0 || letters.All(Rune.IsUpper));
    }

    private static string ScriptOf(string language) => Arabic.Contains(language) ? "Arab" : Cyrillic.Contains(language) ? "Cyrl" : "Latn";

    private static string Script(Rune letter) => letter.Value switch
    {
        < 0x0250 or (>= 0x1E00 and <= 0x1EFF) => "Latn",
        >= 0x0400 and <= 0x04FF => "Cyrl",
        >= 0x0600 and <= 0x06FF => "Arab",
        _ => "Zyyy",
    };
}
