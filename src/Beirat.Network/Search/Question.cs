using Beirat.Network.Search.Analysis;
using Beirat.Network.Topics;

namespace Beirat.Network.Search;

/// <summary>A concept that was recognised in a question: by which words, and which topic it is.</summary>
internal sealed record RecognisedConcept(TopicEntry Topic, int First, int Length, string From);

/// <summary>
/// What somebody typed, taken apart: bounded in length, without operators. There is nothing in it that could make a
/// search expensive: no wildcards, no nesting.
/// </summary>
internal sealed class Question
{
    /// <summary>In characters; the rest is not read.</summary>
    public const int MaxLength = 2_000;

    private const int MaxWords = 40;
    private const int LongestLabel = 6;

    private Question(string text, IReadOnlyList<string> words, IReadOnlyList<RecognisedConcept> concepts) =>
        (Text, Words, Concepts) = (text, words, concepts);

    public string Text { get; }

    /// <summary>False when there is nothing but words without a subject: enough to search for, too little to ask about.</summary>
    public required bool HasSubject { get; init; }

    /// <summary>The words that a text is measured by.</summary>
    public IReadOnlyList<string> Words { get; }

    public IReadOnlyList<RecognisedConcept> Concepts { get; }

    public static Question Ask(string? text, ConceptIndex concepts, IReadOnlyCollection<string> without)
    {
        var cut = (text ?? string.Empty).Trim();
        if (cut.Length > MaxLength) cut = cut[..MaxLength];
        var all = cut.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Where(w => w.Any(char.IsLetterOrDigit)).Take(MaxWords).ToList();
        var telling = all.Where(w => !StopWords.Contains(w)).ToList();
        var words = telling.Count > 0 ? telling : all;
        return new Question(cut, words, [.. Recognise(words, concepts).Where(c => !without.Contains(c.Topic.Slug))])
        {
            HasSubject = telling.Any(w => w.Length > 1),
        };
    }

    // Longest label first; a word belongs to one label at most, but a label may name several topics.
    private static IEnumerable<RecognisedConcept> Recognise(List<string> words, ConceptIndex concepts)
    {
        for (var first = 0; first < words.Count;)
        {
            var step = 1;
            for (var length = Math.Min(LongestLabel, words.Count - first); length >= 1; length--)
            {
                var from = string.Join(' ', words.Skip(first).Take(length));
                var topics = concepts.Find(from);
                if (topics.Count == 0) continue;
                foreach (var topic in topics) yield return new RecognisedConcept(topic, first, length, from);
                step = length;
                break;
            }

            first += step;
        }
    }

    private static readonly char[] Separators =
        [.. " \t\r\n.,;!?()[]{}\"'„“”‚‘’«»<>|\\^~+=&%$§#@/…–—".Distinct(), '؟', '،', '\u00A0'];
}
