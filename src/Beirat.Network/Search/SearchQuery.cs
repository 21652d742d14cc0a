using System.Diagnostics;
using Beirat.Network.Common;
using Beirat.Network.Outbox;
using Beirat.Network.Search.Analysis;
using Beirat.Network.Topics;
using Beirat.Network.Vocabulary;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Beirat.Network.Search;

/// <summary>A search as it is asked. <see cref="Page"/> counts from 1.</summary>
public sealed record SearchRequest(string? Text, SubjectKind? Kind = null, string? Language = null, int Page = 1, int Count = 20)
{
    /// <summary>Ids of concepts that are not to widen the search.</summary>
    public IReadOnlyCollection<string> Without { get; init; } = [];

    /// <summary>Compounds are taken as they are: neither split nor put together.</summary>
    public bool Whole { get; init; }

    /// <summary>Slug of a topic to narrow to.</summary>
    public string? Topic { get; init; }

    /// <summary>Slug of an organisation to narrow to.</summary>
    public string? Organization { get; init; }

    public SearchTime? Time { get; init; }

    /// <summary>True when nothing but the hits is asked for: nothing is counted besides, and no other ways are looked for.</summary>
    public bool HitsOnly { get; init; }

    /// <summary>True when more than the words decides what is found.</summary>
    public bool IsNarrowed => Kind is not null || Time is not null || !string.IsNullOrEmpty(Language) || !string.IsNullOrEmpty(Topic) || !string.IsNullOrEmpty(Organization);
}

/// <summary>A concept that widened the search, and the words that brought it in. <see cref="Slug"/> is that of the topic with this meaning, if there is one.</summary>
public sealed record UsedConcept(string Id, string Label, string Language, string? Slug, string From);

/// <summary>Why something was found: the word as it stands in the text, what it is made of, the concept that led there.</summary>
public sealed record HitReason(MatchKind Kind, string Word, IReadOnlyList<string> Parts, string? Concept);

/// <summary>Something that was found.</summary>
public sealed record SearchHit(
    SubjectKind Kind, Guid Id, string Key, string? ExternalId, string Title, string TitleLanguage, string Language, DateOnly? Date,
    IReadOnlyList<SnippetPart> Snippet, decimal Score, IReadOnlyList<TopicLink> MatchedTopics, IReadOnlyList<HitReason> Reasons);

/// <summary>A word of the question that was taken apart.</summary>
public sealed record SplitWord(string Word, IReadOnlyList<string> Parts);

/// <summary>What was found. <see cref="Ready"/> is false while the index is being built.</summary>
public sealed record SearchResult(
    string Query, int Total, long TookMs, bool Ready, IReadOnlyList<UsedConcept> Concepts, IReadOnlyList<SearchHit> Hits)
{
    public IReadOnlyList<SplitWord> Splits { get; init; } = [];

    /// <summary>True when nothing holds all the words, and what is shown holds some of them.</summary>
    public bool Relaxed { get; init; }

    /// <summary>Words that nothing of what was found holds in any form.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>The question with words spelt as in what was found; null when nothing needs to be put right.</summary>
    public string? DidYouMean { get; init; }

    public SearchFacets Facets { get; init; } = new();

    /// <summary>Set when nothing was found.</summary>
    public WaysOn? Ways { get; init; }
}

/// <summary>One box over people, organisations, topics, knowledge, discussions and events.</summary>
public sealed class SearchQuery
{
    public const int MaxCount = 50;
    private const int MaxDepth = 1_000;

    // From so many words on it is a question, not a list of words.
    private const int LongQuestion = 4;
    private const float NearTheBest = 0.2f;

    // So few results leave room for what is only related.
    private const int ShortList = 10;

    private readonly SearchIndex _index;
    private readonly TopicDirectory _topics;
    private readonly ConceptDirectory _concepts;
    private readonly HitVisibility _visibility;
    private readonly FacetNames _facets;

    internal SearchQuery(SearchIndex index, TopicDirectory topics, ConceptDirectory concepts, HitVisibility visibility, FacetNames facets) =>
        (_index, _topics, _concepts, _visibility, _facets) = (index, topics, concepts, visibility, facets);

    public async Task<SearchResult> RunAsync(Viewer viewer, SearchRequest request, CancellationToken cancellation = default)
    {
        var clock = Stopwatch.StartNew();
        var question = Question.Ask(request.Text, await _concepts.GetAsync(cancellation), request.Without);
        var names = await _topics.NamesAsync(cancellation);
        var concepts = UsedConcepts.Of(question);
        if (question.Words.Count == 0) return new SearchResult(question.Text, 0, 0, _index.IsReady, concepts, []);
        var filter = await _facets.FilterAsync(request, cancellation);
        var found = _index.Search((searcher, analysis) => Find(searcher, analysis, viewer, request, question, filter));
        if (found is null) return new SearchResult(question.Text, 0, clock.ElapsedMilliseconds, false, concepts, []);
        var hits = await _visibility.KeepAsync(viewer, found.Documents, d => d.Stored.Seen, cancellation);
        var hidden = found.Documents.Count - hits.Count;
        List<SearchHit> shown = [.. hits.Select(h => Hit(h, found.Matches, question, names))];
        return new SearchResult(question.Text, found.Total - hidden, clock.ElapsedMilliseconds, true, concepts, shown)
        {
            Splits = found.Splits, Relaxed = found.Relaxed, Missing = found.Missing, Facets = request.HitsOnly ? new() : await _facets.NamedAsync(found.Facets, filter, cancellation),
            DidYouMean = Correction.Of(question, found.Misspelt, shown),
            Ways = found.Total == 0 && !request.HitsOnly ? await WaysAsync(viewer, question, found.Splits, filter, cancellation) : null,
        };
    }

    /// <summary>How many of some subjects are hits that the viewer sees. Null while there is no index.</summary>
    internal async Task<int?> CountAsync(Viewer viewer, SearchRequest request, IReadOnlyCollection<Subject> among, CancellationToken cancellation)
    {
        var question = Question.Ask(request.Text, await _concepts.GetAsync(cancellation), request.Without);
        var filter = await _facets.FilterAsync(request, cancellation);
        var weights = request.Whole ? SearchWeights.Whole : SearchWeights.Default;
        var found = _index.Search((searcher, analysis) =>
        {
            var changed = searcher.IndexReader.Leaves.Select(l => VisibleDocuments.Holding(l, among.Select(s => new Term(SearchField.Subject, s.ToString())))).ToList();
            var documents = Hits(searcher, analysis, viewer, question, filter, weights).Select(r => r.Document).Where(d =>
            {
                var leaf = ReaderUtil.SubIndex(d, searcher.IndexReader.Leaves);
                return changed[leaf].Get(d - searcher.IndexReader.Leaves[leaf].DocBase);
            });
            return documents.Take(MaxDepth).Select(d => DocumentFactory.Read(searcher.Doc(d))).ToList();
        });
        if (found is null) return null;
        return (await _visibility.KeepAsync(viewer, found, d => d.Seen, cancellation)).Select(d => (d.Kind, d.Id)).Distinct().Count();
    }

    private async Task<WaysOn?> WaysAsync(Viewer viewer, Question question, IReadOnlyList<SplitWord> splits, FacetFilter filter, CancellationToken cancellation)
    {
        var concepts = await _concepts.GetAsync(cancellation);
        var neighbours = new Neighbourhood(question, await _concepts.SchemeAsync(cancellation));
        return _index.Search((searcher, analysis) =>
            neighbours.Look(splits, filter, (words, narrowed) => Hits(searcher, analysis, viewer, Question.Ask(words, concepts, []), narrowed, SearchWeights.Default).Count));
    }

    private static IReadOnlyList<Ranked> Hits(
        IndexSearcher searcher, TextAnalysis analysis, Viewer viewer, Question question, FacetFilter filter, SearchWeights weights)
    {
        if (question.Words.Count == 0) return [];
        var (allowed, visible) = VisibleDocuments.For(searcher.IndexReader, viewer.Level, SearchField.Hit);
        using var ranking = new Ranking(searcher.IndexReader, allowed, visible, weights);
        var terms = new QuestionTerms(analysis, searcher.IndexReader, weights);
        foreach (var group in terms.Of(question)) ranking.Add(group);
        var all = All(ranking, question, terms.Near(question), out _);
        return filter.IsSet ? new Facets(searcher.IndexReader, all, filter, counted: false).Kept : all;
    }

    private static Found Find(IndexSearcher searcher, TextAnalysis analysis, Viewer viewer, SearchRequest request, Question question, FacetFilter filter)
    {
        var reader = searcher.IndexReader;
        var weights = request.Whole ? SearchWeights.Whole : SearchWeights.Default;
        var (allowed, visible) = VisibleDocuments.For(reader, viewer.Level, SearchField.Hit);
        var terms = new QuestionTerms(analysis, reader, weights);
        var (groups, near) = (terms.Of(question), terms.Near(question));
        using var ranking = new Ranking(reader, allowed, visible, weights);
        var met = 0ul;
        foreach (var group in groups) met |= ranking.Add(group) > 0 ? group.Covers : 0;
        var all = All(ranking, question, near, out var relaxed);
        var facets = new Facets(reader, all, filter, counted: !request.HitsOnly);
        var count = Math.Clamp(request.Count, 1, MaxCount);
        var skip = (Math.Clamp(request.Page, 1, MaxDepth) - 1) * count;
        var best = ranking.Answers(facets.Kept, MaxDepth);
        var shown = new Signals(reader, weights, filter.Today).Order(best.Best).Skip(skip).Take(count);
        return new Found(
            best.Total, [.. shown.Select(d => new ScoredDocument(DocumentFactory.Read(searcher.Doc(d.Document)), d))],
            new Matches(groups.Concat(near), analysis), Splits(question, groups, analysis), relaxed)
        {
            Facets = facets,
            Misspelt = [.. groups.Take(question.Words.Count).Select((g, i) => (question.Words[i], (IReadOnlyList<string>)g.Spellings)).Where(w => w.Item2.Count > 0)],
            Missing = [.. question.Words.Where((_, i) => (met & (1ul << i)) == 0)],
        };
    }

    // Of one or two words both must be met, of some more a part; a whole question is answered by what comes near the best answer.
    private static IReadOnlyList<Ranked> All(Ranking ranking, Question question, List<TermGroup> near, out bool relaxed)
    {
        relaxed = false;
        var words = question.Words.Count;
        if (words > LongQuestion) return ranking.Found(1, NearTheBest);
        var needed = words <= 2 ? words : (words + 1) / 2;
        var found = ranking.Found(needed);
        if (found.Count is > 0 and < ShortList)
        {
            foreach (var group in near) ranking.Add(group);
            found = [.. found, .. Below(found, ranking.Near(needed))];
        }

        if (found.Count > 0 || needed == 1) return found;
        found = ranking.Found(1);
        relaxed = found.Count > 0;
        return found;
    }

    // What is only related stands below everything that was asked for.
    private static IEnumerable<Ranked> Below(IReadOnlyList<Ranked> found, IEnumerable<Ranked> near)
    {
        var least = found.Min(r => r.Score) * NearTheBest;
        return near.Select(r => r with { Score = least * r.Score / (1 + r.Score) });
    }

    private static List<SplitWord> Splits(Question question, List<TermGroup> groups, TextAnalysis analysis) => question.Language != Languages.Default
        ? []
        : [.. question.Words.Where((_, i) => groups[i].Spellings.Count == 0).Select(w => (Word: w, Forms: analysis.Forms(w, Languages.Default)))
            .Select(w => new SplitWord(w.Word, CompoundParts.Of(w.Word, w.Forms))).Where(s => s.Parts.Count > 1)];

    private static SearchHit Hit(ScoredDocument hit, Matches matches, Question question, TopicNames names)
    {
        var document = hit.Stored;
        var topics = question.Concepts.Select(c => c.Concept.TopicId).OfType<Guid>().Distinct().Where(document.Topics.Contains);
        var inBody = matches.In(document.Body, document.Language);
        var inTitle = document.Kind == SubjectKind.Post ? [] : matches.In(document.Title, document.Language);
        // What is only related is told where nothing better can be told.
        if (inTitle.Concat(inBody).Any(w => w.Match != MatchKind.Near)) (inBody, inTitle) = (Asked(inBody), Asked(inTitle));
        return new SearchHit(
            document.Kind, document.Id, document.Key, document.ExternalId, document.Title, document.TitleLanguage, document.Language, document.Date,
            Snippet.Make(document.Body, inBody), decimal.Round((decimal)hit.Place.Score, 2), names.Links(topics),
            HitReasons.Of(inTitle.Concat(inBody), question, hit.Place.IsLifted));
    }

    private static IReadOnlyList<MatchedWord> Asked(IReadOnlyList<MatchedWord> words) => [.. words.Where(w => w.Match != MatchKind.Near)];

    private sealed record Found(
        int Total, IReadOnlyList<ScoredDocument> Documents, Matches Matches, IReadOnlyList<SplitWord> Splits, bool Relaxed)
    {
        public required Facets Facets { get; init; }

        public required IReadOnlyList<string> Missing { get; init; }

        public required IReadOnlyList<(string Word, IReadOnlyList<string> Spellings)> Misspelt { get; init; }
    }

    private sealed record ScoredDocument(StoredDocument Stored, Placed Place);
}
