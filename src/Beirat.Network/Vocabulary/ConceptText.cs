using System.Text;
using System.Text.RegularExpressions;
using Beirat.Network.Common;
using Beirat.Network.Topics;

namespace Beirat.Network.Vocabulary;

/// <summary>Concepts as blocks of lines: "# id &lt; broader ~ related", then a line of names for each language, and definitions after "!".</summary>
internal static partial class ConceptText
{
    /// <exception cref="FormatException">A line that is none of these, with its number.</exception>
    public static IReadOnlyList<Concept> Read(TextReader lines)
    {
        var concepts = new List<Concept>();
        Block? block = null;
        var number = 0;
        while (lines.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || line.StartsWith("//", StringComparison.Ordinal)) continue;
            if (Head().Match(line) is { Success: true } head)
            {
                if (block is not null) concepts.Add(block.Made());
                block = new Block(head.Groups[1].Value, Ids(head.Groups[2]), Ids(head.Groups[3]));
            }
            else if (block is not null && Text().Match(line) is { Success: true } text)
            {
                block.Add(text.Groups[1].Length > 0, Languages.Canonical(text.Groups[2].Value), text.Groups[3].Value);
            }
            else
            {
                throw new FormatException($"Line {number} is no part of a concept: {line}");
            }
        }

        if (block is not null) concepts.Add(block.Made());
        return concepts;
    }

    /// <summary>A concept as a block that <see cref="Read"/> reads back.</summary>
    public static string Write(Concept concept)
    {
        var text = new StringBuilder("# ").Append(concept.Id);
        if (concept.Broader.Count > 0) text.Append(" < ").AppendJoin(", ", concept.Broader);
        if (concept.Related.Count > 0) text.Append(" ~ ").AppendJoin(", ", concept.Related);
        foreach (var names in concept.Names.GroupBy(n => n.Language)) text.Append('\n').Append(names.Key).Append(' ').AppendJoin("; ", names.Select(n => n.Text));
        foreach (var (language, definition) in concept.Definitions) text.Append("\n!").Append(language).Append(' ').Append(definition);
        return text.ToString();
    }

    private static string[] Ids(Group list) => list.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private sealed class Block(string id, string[] broader, string[] related)
    {
        private readonly List<TopicName> _names = [];
        private readonly Dictionary<string, string> _definitions = [];

        public void Add(bool isDefinition, string language, string text)
        {
            if (isDefinition) _definitions[language] = text.Trim();
            else _names.AddRange(text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(t => new TopicName(language, t)));
        }

        public Concept Made() => new(id, _names) { Broader = broader, Related = related, Definitions = _definitions };
    }

    [GeneratedRegex(@"^# ([a-z0-9-]+)(?: < ([a-z0-9, -]+?))?(?: ~ ([a-z0-9, -]+))?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Head();

    [GeneratedRegex(@"^(!?)([a-z]{2,3}) (.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Text();
}
