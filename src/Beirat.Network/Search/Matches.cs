using Beirat.Network.Search.Analysis;

namespace Beirat.Network.Search;

/// <summary>A word of a text that was searched for: as it stands there, why it counts, and what it is made of when a part counts.</summary>
internal sealed record MatchedWord(string Text, int Start, int End, MatchKind Match, string? Concept, IReadOnlyList<string> Parts);

/// <summary>Finds in a text again what a question was looking for.</summary>
internal sealed class Matches
{
    // Longer texts are looked at only so far: a snippet is worth a moment, not more.
    private const int Read = 30_000;

    private readonly Dictionary<string, (MatchKind Match, string? Concept)> _terms = [];
    private readonly List<IReadOnlyList<IReadOnlyList<Variant>>> _together = [];
    private readonly HashSet<string> _sounds = [];
    private readonly TextAnalysis _analysis;

    public Matches(IEnumerable<TermGroup> groups, TextAnalysis analysis)
    {
        _analysis = analysis;
        foreach (var group in groups)
        {
            foreach (var variant in group.Variants)
            {
                if (variant.Field == SearchField.Sound) _sounds.Add(variant.Term);
                else if (variant.Field != SearchField.Topic && variant.Field != SearchField.Exact) Keep(variant, _terms);
            }

            _together.AddRange(group.Conjunctions.Select(c => c.Words).Where(w => w.Count > 1));
        }
    }

    /// <summary>The matching words of a text, in their order.</summary>
    public IReadOnlyList<MatchedWord> In(string text, string language)
    {
        var read = text.Length > Read ? text[..Read] : text;
        var words = _analysis.Read(read, language).ToList();
        var terms = TermsFor(words);
        var found = new List<MatchedWord>();
        foreach (var word in words)
        {
            if (word.End <= word.Start || (found.Count > 0 && found[^1].End > word.Start)) continue;
            if (Of(word, read[word.Start..word.End], terms) is { } match) found.Add(match);
        }

        return found;
    }

    // Words that count only together are looked for where they are all there: "take part" is not met by "take" alone.
    private Dictionary<string, (MatchKind Match, string? Concept)> TermsFor(List<TextWord> words)
    {
        if (_together.Count == 0) return _terms;
        var here = words.Select(w => w.Forms.Stem).Concat(words.SelectMany(w => w.Forms.Parts).Select(p => p.Stem)).ToHashSet();
        var terms = new Dictionary<string, (MatchKind Match, string? Concept)>(_terms);
        foreach (var variant in _together.Where(t => t.All(w => w.Any(v => here.Contains(v.Term)))).SelectMany(t => t).SelectMany(w => w)) Keep(variant, terms);
        return terms;
    }

    private MatchedWord? Of(TextWord word, string text, Dictionary<string, (MatchKind Match, string? Concept)> terms)
    {
        var forms = word.Forms;
        if (terms.TryGetValue(forms.Stem, out var whole) && whole.Match != MatchKind.Part) return new MatchedWord(text, word.Start, word.End, whole.Match, whole.Concept, []);
        if (forms.Sound is { } sound && _sounds.Contains(sound)) return new MatchedWord(text, word.Start, word.End, MatchKind.Sound, null, []);
        foreach (var compound in word.Completed is { } completed ? [forms, completed] : new[] { forms })
        {
            foreach (var part in compound.Parts)
            {
                if (!terms.TryGetValue(part.Stem, out var of)) continue;
                var parts = CompoundParts.Of(compound == forms ? text : compound.Exact, compound);
                return new MatchedWord(text, word.Start, word.End, of.Match == MatchKind.Word ? MatchKind.Part : of.Match, of.Concept, parts);
            }
        }

        return terms.TryGetValue(forms.Stem, out whole) ? new MatchedWord(text, word.Start, word.End, whole.Match, whole.Concept, []) : null;
    }

    private static void Keep(Variant variant, Dictionary<string, (MatchKind Match, string? Concept)> terms)
    {
        if (!terms.TryGetValue(variant.Term, out var known) || variant.Match < known.Match) terms[variant.Term] = (variant.Match, variant.Concept);
    }
}
