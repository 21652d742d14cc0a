using Beirat.Network.Common;
using Beirat.Network.Search.Analysis;
using Beirat.Network.Vocabulary;
using Lucene.Net.Index;

namespace Beirat.Network.Search;

/// <summary>How a question becomes terms of the index.</summary>
internal sealed class QuestionTerms(TextAnalysis analysis, IndexReader reader, SearchWeights weights)
{
    // Names of a concept in the language of the texts, and in others.
    private const int MaxNames = 10;
    // The names of a topic are chosen by the city itself.
    private const int MaxTopicNames = 14;
    private const int MaxOtherNames = 4;
    private const int MaxMeanings = 4;

    private const int MaxFuzzyWords = 8;

    // In so short a question the order of words means little.
    private const int BothOrders = 3;

    // A whole question says more precisely what it is about than what is related to its words, or parts of their other names.
    private const int FewWords = 4;
    private const float InLongQuestions = 0.3f;

    private static readonly string[] Joints = ["", "s", "es", "n", "en", "e"];

    private int _fuzzy;

    /// <summary>A group for each word and for each phrase that is a name; then hints, which only strengthen what these found.</summary>
    public List<TermGroup> Of(Question question)
    {
        var groups = new List<TermGroup>();
        var hints = new List<TermGroup>();
        for (var i = 0; i < question.Words.Count; i++)
        {
            var group = new TermGroup(1ul << i) { Weight = Weigh(question, i) };
            var meanings = question.Concepts.Where(c => c.First == i && c.Length == 1).Take(MaxMeanings).ToList();
            AddWord(group, question, question.Words[i], meanings.Count > 0);
            foreach (var meaning in meanings) AddMeaning(group, question, meaning.Concept);
            groups.Add(group);
            if (question.Language == "de" && weights.SplitPart > 0) hints.AddRange(Pieces(question.Words[i], group, question.Words.Count > BothOrders));
        }

        foreach (var phrase in question.Concepts.Where(c => c.Length > 1).GroupBy(c => (c.First, c.Length)))
        {
            var group = new TermGroup(Bits(phrase.Key.First, phrase.Key.Length)) { Weight = weights.Phrase };
            foreach (var meaning in phrase.Take(MaxMeanings)) AddMeaning(group, question, meaning.Concept);
            groups.Add(group);
        }

        if (question.Language == "de" && weights.Compound > 0) groups.AddRange(Compounds(question));
        groups.AddRange(hints);
        return groups;
    }

    /// <summary>What is related to the question. A text that holds only that fills up a short list; in the order of the others it counts for nothing.</summary>
    public List<TermGroup> Near(Question question)
    {
        var groups = new List<TermGroup>();
        if (weights.Near <= 0 || question.Words.Count > FewWords) return groups;
        foreach (var found in question.Concepts.Where(c => c.Near.Count > 0))
        {
            var group = TermGroup.Near(Bits(found.First, found.Length), weights.Near);
            foreach (var name in found.Near.SelectMany(n => new[] { n.In(Languages.Default), n.In(question.Language) }).Distinct())
                AddName(group, question, name.Text, name.Language, 1, MatchKind.Near, found.Concept);
            groups.Add(group);
        }

        return groups;
    }

    private static ulong Bits(int first, int length) => ((1ul << length) - 1) << first;

    // "Verein Migranten" is best met by "Migrantenverein": neighbouring words are tried as one word.
    private IEnumerable<TermGroup> Compounds(Question question)
    {
        var words = question.Words;
        for (var i = 0; i + 1 < words.Count; i++)
        {
            var group = new TermGroup((1ul << i) | (1ul << (i + 1))) { Weight = words.Count <= BothOrders ? weights.Compound : weights.Compound * InLongQuestions };
            AddCompound(group, words[i], words[i + 1]);
            if (words.Count <= BothOrders) AddCompound(group, words[i + 1], words[i]);
            if (group.Variants.Count > 0) yield return group;
        }
    }

    private void AddCompound(TermGroup group, string first, string second)
    {
        var german = Stems.For("de");
        var (begin, end) = (german.Fold(first), german.Fold(second));
        if (begin.Length < 3 || end.Length < 3) return;
        foreach (var start in new[] { begin, german.Of(begin) }.Distinct())
        {
            foreach (var joint in Joints) AddStem(group, german.Of(start + joint + end), 1, MatchKind.Compound);
        }
    }

    private void AddWord(TermGroup group, Question question, string word, bool hasMeaning)
    {
        var known = false;
        foreach (var language in LanguagesOf(question))
        {
            foreach (var token in Tokens.Of(word, language).Where(t => !t.IsPiece))
            {
                var forms = analysis.Forms(token.Text, language);
                known |= AddStem(group, forms.Stem, 1, MatchKind.Word);
                Add(group.Variants, SearchField.Exact, forms.Exact, weights.Exact, MatchKind.Word);
                if (language == "de") AddSplit(group, forms, weights.Split, MatchKind.Part, null);
            }

            var pieces = Tokens.Of(word, language).Where(t => t.IsPiece).Select(t => analysis.Forms(t.Text, language)).ToList();
            if (pieces.Count > 1) AddTogether(group, pieces.Select(p => p.Stem), 0.8f, MatchKind.Word, null);
        }

        if (known || hasMeaning) return;
        AddSound(group, question, word);
        if (_fuzzy++ < MaxFuzzyWords) AddFuzzy(group, question, word);
    }

    // In a German question that is written with capitals, what it is about has one; words that only frame a question count less still.
    private float Weigh(Question question, int word)
    {
        var text = question.Words[word];
        var weight = question.Language == "de" && question.HasCapitals && char.IsLower(text[0]) ? weights.LowerCase : 1;
        return WeakWords.Contains(Stems.For(question.Language).Fold(text), question.Language) ? weight * weights.Weak : weight;
    }

    // What a compound is made of is a weak hint, each part for itself.
    private IEnumerable<TermGroup> Pieces(string word, TermGroup whole, bool alone)
    {
        var written = Tokens.Of(word, "de").Where(t => t.IsPiece).Select(t => analysis.Forms(t.Text, "de")).ToList();
        if (written.Count > 1)
        {
            foreach (var piece in written) yield return Hint(piece.Stem, whole, weights.Piece, alone);
        }

        var weight = whole.Variants.Count == 0 ? weights.Piece : weights.SplitPart;
        foreach (var part in (written.Count > 1 ? written : [analysis.Forms(word, "de")]).SelectMany(CompoundParts.Top)) yield return Hint(part.Stem, whole, weight, alone);
    }

    private TermGroup Hint(string stem, TermGroup whole, float weight, bool alone)
    {
        // Nothing is found by a part alone, unless the whole is in no text and there is more to the question.
        var group = new TermGroup(alone && whole.Variants.Count == 0 ? whole.Covers : 0) { Weight = weight * whole.Weight };
        AddStem(group, stem, 1, MatchKind.Part);
        return group;
    }

    private static IEnumerable<string> LanguagesOf(Question question) => question.Language == "de" ? ["de"] : [question.Language, "de"];

    /// <summary>The stem wherever it may stand. True when it is a word of some text.</summary>
    private bool AddStem(TermGroup group, string stem, float weight, MatchKind match, string? concept = null)
    {
        var known = Add(group.Variants, SearchField.Body, stem, weight, match, concept) | Add(group.Variants, SearchField.Head, stem, weight * weights.Head, match, concept);
        Add(group.Variants, SearchField.Parts, stem, weight * weights.Part, match == MatchKind.Word ? MatchKind.Part : match, concept);
        return known;
    }

    // A compound is also met where its parts stand each on its own.
    private void AddSplit(TermGroup group, WordForms forms, float weight, MatchKind match, string? concept)
    {
        var top = CompoundParts.Top(forms);
        if (top.Count > 1 && weight > 0) AddTogether(group, top.Select(p => p.Stem), weight, match, concept);
    }

    // Where one of them is in no text, they are nowhere together.
    private void AddTogether(TermGroup group, IEnumerable<string> stems, float weight, MatchKind match, string? concept)
    {
        var words = new List<IReadOnlyList<Variant>>();
        foreach (var stem in stems)
        {
            var variants = Words(stem, match, concept);
            if (variants.Count == 0) return;
            words.Add(variants);
        }

        group.Conjunctions.Add(new Conjunction(words, weight, match) { Concept = concept });
    }

    private List<Variant> Words(string stem, MatchKind match, string? concept)
    {
        var variants = new List<Variant>();
        Add(variants, SearchField.Body, stem, 1, match, concept);
        Add(variants, SearchField.Head, stem, weights.Head, match, concept);
        Add(variants, SearchField.Parts, stem, weights.Part, match, concept);
        return variants;
    }

    // What else the concept is called: first in the language of most texts, then in that of the question, then in others.
    private void AddMeaning(TermGroup group, Question question, Concept concept)
    {
        var weight = question.Language != "de" ? weights.Translation : concept.IsShown ? weights.Meaning : weights.Synonym;
        if (concept.TopicId is { } topic) Add(group.Variants, SearchField.Topic, topic.ToString("N"), weights.Topic, MatchKind.Topic, concept.Id);
        foreach (var name in concept.Names.Where(n => n.Language == "de").Take(concept.TopicId is null ? MaxNames : MaxTopicNames)) AddName(group, question, name.Text, "de", weight, MatchKind.Meaning, concept);
        foreach (var name in concept.Names.Where(n => n.Language == question.Language && n.Language != "de").Take(MaxOtherNames)) AddName(group, question, name.Text, name.Language, weight, MatchKind.Meaning, concept);
        if (!concept.IsShown) return;
        foreach (var name in concept.Names.Where(n => n.Language != question.Language && n.Language != "de").DistinctBy(n => n.Language))
            AddName(group, question, name.Text, name.Language, weight * 0.6f, MatchKind.Meaning, concept);
    }

    private void AddName(TermGroup group, Question question, string name, string language, float weight, MatchKind match, Concept concept)
    {
        var words = analysis.Read(name, language).Where(w => w.Follows && !StopWords.Contains(w.Forms.Exact, language)).ToList();
        if (words.Count == 1)
        {
            AddStem(group, words[0].Forms.Stem, weight, match, concept.Id);
            if (language == "de" && question.Words.Count <= FewWords) AddSplit(group, words[0].Forms, weight * weights.Split, match, concept.Id);
        }
        else if (words.Count is > 1 and <= ConceptIndex.LongestName)
        {
            AddTogether(group, words.Select(w => w.Forms.Stem), weight * 0.7f, match, concept.Id);
        }
    }

    private void AddSound(TermGroup group, Question question, string word)
    {
        var latin = Latin.Of(word);
        var folded = latin ?? Stems.For(question.Language).Fold(word);
        if (folded.Length < 4 || KoelnPhonetics.Of(folded) is not { } sound) return;
        Add(group.Variants, SearchField.Sound, sound, latin is null ? weights.Sound * 0.5f : weights.Sound, MatchKind.Sound);
    }

    private void AddFuzzy(TermGroup group, Question question, string word)
    {
        var stems = Stems.For(question.Language);
        foreach (var (spelling, distance) in Spellings.Near(reader, stems.Fold(word)))
        {
            AddStem(group, stems.Of(spelling), weights.Fuzzy / distance, MatchKind.Misspelt);
            group.Spellings.Add(spelling);
        }
    }

    private bool Add(List<Variant> variants, string field, string term, float weight, MatchKind match, string? concept = null)
    {
        if (term.Length == 0 || weight <= 0 || KnownTerms.Frequency(reader, field, term) == 0) return false;
        var known = variants.FindIndex(v => v.Field == field && v.Term == term);
        if (known < 0) variants.Add(new Variant(field, term, weight, match) { Concept = concept });
        else if (variants[known].Weight < weight) variants[known] = variants[known] with { Weight = weight, Match = match, Concept = concept };
        return true;
    }
}
