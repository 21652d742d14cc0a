namespace Beirat.Network.Search.Analysis;

/// <summary>A part of a compound: its stem, and where it begins and ends in the folded word.</summary>
internal readonly record struct CompoundPart(string Stem, int Start, int End);

/// <summary>
/// Splits German compounds into words that are known on their own, choosing the split whose parts are most frequent
/// (geometric mean, after Koehn and Knight 2003). What is known comes from the texts themselves and from the vocabulary.
/// </summary>
internal sealed class CompoundSplitter
{
    private const int LongestWord = 60;
    private const int MaxParts = 4;
    private const int MinPart = 4;

    // In letters; a shorter part is taken as it is.
    private const int LongPart = 9;

    private readonly CompoundWords _words;
    private readonly Func<string, string> _stem;

    public CompoundSplitter(CompoundWords words, Func<string, string> stem) => (_words, _stem) = (words, stem);

    /// <summary>The parts, also those of parts; empty when the word is none.</summary>
    public IReadOnlyList<CompoundPart> Split(string folded)
    {
        if (folded.Length > LongestWord) return [];
        var stem = _stem(folded);
        if (_words.Own.Of(folded, stem) is { } own) return OwnParts(folded, own);
        if (folded.Length < 6 || _words.IsWhole(folded, stem)) return [];
        var parts = new List<CompoundPart>();
        Split(folded, 0, parts, 0);
        return parts;
    }

    // As somebody said; parts that are compounds themselves are still taken apart.
    private List<CompoundPart> OwnParts(string folded, IReadOnlyList<string> own)
    {
        var found = new List<CompoundPart>();
        var starts = own.Count == 0 ? null : OwnSplits.Fit(folded, own);
        for (var i = 0; starts is not null && i < own.Count; i++)
        {
            var (start, end) = (starts[i], i + 1 < own.Count ? starts[i + 1] : folded.Length);
            found.Add(new CompoundPart(_stem(own[i]), start, end));
            if (!_words.IsWhole(own[i], _stem(own[i])) && _words.Own.Of(own[i], _stem(own[i])) is null && own[i].Length >= LongPart) Split(folded[start..end], start, found, 1);
        }

        return found;
    }

    private void Split(string word, int offset, List<CompoundPart> found, int depth)
    {
        if (Best(word) is not { } best) return;
        foreach (var part in best)
        {
            found.Add(part with { Start = offset + part.Start, End = offset + part.End });
            if (depth < 1 && part.End - part.Start >= LongPart) Split(word[part.Start..part.End], offset + part.Start, found, depth + 1);
        }
    }

    private List<CompoundPart>? Best(string word)
    {
        var search = new SplitSearch(this, word);
        search.Run(0, 0);
        return search.Best;
    }

    // The last part ends like a word; the others may bear a joint ("Tag-es-", "Beratung-s-") or lose an e ("Schul-").
    private (string Stem, int Frequency) Known(string word, int start, int end)
    {
        var length = end - start;
        if (length < 3) return default;
        var text = word[start..end];
        if ((length < MinPart && !CompoundWords.IsShortPart(text)) || CompoundWords.IsNoPart(text)) return default;
        var best = Look(text);
        if (end == word.Length) return best;
        Try(text.EndsWith("es", StringComparison.Ordinal) ? text[..^2] : null);
        Try(text[^1] == 's' ? text[..^1] : null);
        Try(text.EndsWith("en", StringComparison.Ordinal) ? text[..^2] : null);
        Try(text[^1] == 'n' ? text[..^1] : null);
        Try(text + "e");
        Try(text + "en");
        return best;

        void Try(string? form)
        {
            if (form is null || form.Length < 3) return;
            var found = Look(form);
            if (found.Frequency > best.Frequency) best = found;
        }
    }

    private (string Stem, int Frequency) Look(string form)
    {
        if (form.Length < MinPart && !CompoundWords.IsShortPart(form)) return default;
        var stem = _stem(form);
        // "Sprechst-unde": what only its stem has in common with one of the most frequent words is no word.
        if (StopWords.IsGerman(stem) && !StopWords.IsGerman(form)) return default;
        var frequency = _words.Frequency(form, stem);
        return frequency > 0 ? (stem, frequency) : default;
    }

    private sealed class SplitSearch(CompoundSplitter splitter, string word)
    {
        private readonly CompoundPart[] _path = new CompoundPart[MaxParts];
        private readonly Dictionary<(int, int), (string Stem, int Frequency)> _seen = [];
        private double _bestScore;

        public List<CompoundPart>? Best { get; private set; }

        public void Run(int start, double logSum, int count = 0)
        {
            if (count == MaxParts) return;
            for (var end = start + 3; end <= word.Length; end++)
            {
                if (end != word.Length && word.Length - end < 3) continue;
                if (end == word.Length && count == 0) continue;
                var (stem, frequency) = At(start, end);
                if (frequency == 0) continue;
                _path[count] = new CompoundPart(stem, start, end);
                var sum = logSum + Math.Log(frequency);
                if (end < word.Length)
                {
                    Run(end, sum, count + 1);
                    continue;
                }

                // Long parts over short ones: of two splits with words equally frequent the one with fewer words is right.
                var score = (sum / (count + 1)) - (0.9 * count);
                if (Best is not null && score <= _bestScore) continue;
                _bestScore = score;
                Best = [.. _path.Take(count + 1)];
            }
        }

        private (string Stem, int Frequency) At(int start, int end)
        {
            if (!_seen.TryGetValue((start, end), out var found)) _seen[(start, end)] = found = splitter.Known(word, start, end);
            return found;
        }
    }
}
