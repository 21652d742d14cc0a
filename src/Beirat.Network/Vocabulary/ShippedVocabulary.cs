using System.Collections.Frozen;

namespace Beirat.Network.Vocabulary;

/// <summary>The concepts and the word list that come with the portal.</summary>
internal static class ShippedVocabulary
{
    private const string Prefix = "Beirat.Network.Vocabulary.";

    private static readonly Lazy<IReadOnlyList<Concept>> AllConcepts = new(() => [.. Files("Concepts").SelectMany(f => ConceptText.Read(f.Lines))]);
    private static readonly Lazy<FrozenDictionary<string, Concept>> ById = new(() => Concepts.ToFrozenDictionary(c => c.Id));

    public static IReadOnlyList<Concept> Concepts => AllConcepts.Value;

    /// <summary>The general word list; read anew each time, because whoever indexes it needs it but once.</summary>
    public static IEnumerable<Concept> Words => Files("Words").SelectMany(f => WordList.Read(f.Lines, f.Name));

    /// <summary>The German names alone, as lines of text: quick to read when nothing else is asked for.</summary>
    public static IEnumerable<string> GermanLines => Files("Concepts").SelectMany(f => Lines(f.Lines).Where(l => l.StartsWith("de ", StringComparison.Ordinal)).Select(l => l[3..]))
        .Concat(Files("Words").SelectMany(f => Lines(f.Lines).Select(l => l.Split('|', 2)[0])));

    /// <summary>The concept as it came with the portal; null when it did not.</summary>
    public static Concept? Find(string id) => ById.Value.GetValueOrDefault(id);

    private static IEnumerable<string> Lines(TextReader reader)
    {
        while (reader.ReadLine() is { } line) yield return line;
    }

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
