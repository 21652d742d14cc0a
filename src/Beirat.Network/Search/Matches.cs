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
    private readonly HashSet<string> _sounds = [];
    private readonly TextAnalysis _analysis;

    public Matches(IEnumerable<TermGroup> groups, TextAnalysis analysis)
    {
        _analysis = analysis;
        foreach (var group in groups)
        {
            foreach (var variant in group.Variants.Concat(group.Conjunctions.SelectMany(c => c.Words).SelectMany(w => w)))
            {
                if (variant.Field == SearchField.Sound) _sounds.Add(variant.Term);
                else if (variant.Field != SearchField.Topic && variant.Field != SearchField.Exact) Keep(variant);
            }
        }
    }

    /// <summary>The matching words of a text, in their order.</summary>
    public IReadOnlyList<MatchedWord> In(string text, string language)
    {
        var read = text.Length > Read ? text[..Read] : text;
        var found = new List<MatchedWord>();
        foreach (var word in _analysis.Read(read, language))
        {
            if (word.End <= word.Start || (found.Count > 0 && found[^1].End > word.Start)) continue;
            if (Of(word, read[word.Start..word.End]) is { } match) found.Add(match);
        }

        return found;
    }

    private MatchedWord? Of(TextWord word, string text)
    {
        var forms = word.Forms;
        if (_terms.TryGetValue(forms.Stem, out var whole) && whole.Match != MatchKind.Part) return new MatchedWord(text, word.Start, word.End, whole.Match, whole.Concept, []);
        if (forms.Sound is { } sound && _sounds.Contains(sound)) return new MatchedWord(text, word.Start, word.End, MatchKind.Sound, null, []);
        foreach (var compound in word.Completed is { } completed ? [forms, completed] : new[] { forms })
        {
            foreach (var part in compound.Parts)
            {
                if (!_terms.TryGetValue(part.Stem, out var of)) continue;
                var parts = CompoundParts.Of(compound == forms ? text : compound.Exact, compound);
                return new MatchedWord(text, word.Start, word.End, of.Match == MatchKind.Word ? MatchKind.Part : of.Match, of.Concept, parts);
            }
        }

        return _terms.TryGetValue(forms.Stem, out whole) ? new MatchedWord(text, word.Start, word.End, whole.Match, whole.Concept, []) : null;
    }

    private void Keep(Variant variant)
    {
        if (!_terms.TryGetValue(variant.Term, out var known) || variant.Match < known.Match) _terms[variant.Term] = (variant.Match, variant.Concept);
    }
}
