using Beirat.Network.Topics;

namespace Beirat.Network.Vocabulary;

/// <summary>The general word list: a line a word, a column a language, names separated by commas.</summary>
internal static class WordList
{
    private static readonly string[] Columns = ["de", "en", "tr", "ar", "uk", "ru", "fr", "ro"];

    public static IEnumerable<Concept> Read(TextReader lines, string name)
    {
        var number = 0;
        while (lines.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || line.StartsWith("//", StringComparison.Ordinal)) continue;
            var cells = line.Split('|');
            if (cells.Length != Columns.Length) throw new FormatException($"Line {number} of {name} has {cells.Length} columns instead of {Columns.Length}.");
            yield return new Concept($"{name}-{number}", [.. cells.SelectMany((cell, i) => Names(cell, Columns[i]))]) { IsShown = false };
        }
    }

    private static IEnumerable<TopicName> Names(string cell, string language) =>
        cell.Split([',', '،'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(name => new TopicName(language, name));
}
