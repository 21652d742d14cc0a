using System.Collections.Frozen;

namespace Beirat.Network.Vocabulary;

/// <summary>The concepts and the word list that come with the portal.</summary>
internal static class ShippedVocabulary
{
    private const string Prefix = "Beirat.Network.Vocabulary.";

    private static readonly Lazy<IReadOnlyList<Concept>> AllConcepts = new(() => [.. Files("Concepts").SelectMany(f => ConceptText.Read(f.Lines))]);
    private static readonly Lazy<FrozenDictionary<string, Concept>> ById = new(() => Concepts.ToFrozenDictionary(c => c.Id));
    private static readonly Lazy<IReadOnlyList<Concept>> AllWords = new(() => [.. Files("Words").SelectMany(f => WordList.Read(f.Lines, f.Name).ToList())]);

    public static IReadOnlyList<Concept> Concepts => AllConcepts.Value;

    public static IReadOnlyList<Concept> Words => AllWords.Value;

    /// <summary>The concept as it came with the portal; null when it did not.</summary>
    public static Concept? Find(string id) => ById.Value.GetValueOrDefault(id);

    private static IEnumerable<(string Name, TextReader Lines)> Files(string folder)
    {
        var assembly = typeof(ShippedVocabulary).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith($"{Prefix}{folder}.", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (name[(Prefix.Length + folder.Length + 1)..^4], reader);
        }
    }
}
