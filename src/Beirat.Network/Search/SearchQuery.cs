using System.Diagnostics;
using Beirat.Network.Common;
using Beirat.Network.Outbox;
using Beirat.Network.Topics;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Beirat.Network.Search;

/// <summary>A search as it is asked. <see cref="Page"/> counts from 1.</summary>
public sealed record SearchRequest(string? Text, SubjectKind? Kind = null, string? Language = null, int Page = 1, int Count = 20)
{
    /// <summary>Slugs of topics that are not to widen the search.</summary>
    public IReadOnlyCollection<string> Without { get; init; } = [];
}

/// <summary>A topic that widened the search, and the words that brought it in.</summary>
public sealed record UsedConcept(TopicLink Topic, string From);

/// <summary>Something that was found.</summary>
public sealed record SearchHit(
    SubjectKind Kind, Guid Id, string Key, string? ExternalId, string Title, string TitleLanguage, string Language, DateOnly? Date,
    IReadOnlyList<SnippetPart> Snippet, decimal Score, IReadOnlyList<TopicLink> MatchedTopics, IReadOnlyList<string> MatchedWords);

/// <summary>What was found. <see cref="Ready"/> is false while the index is being built.</summary>
public sealed record SearchResult(
    string Query, int Total, long TookMs, bool Ready, IReadOnlyList<UsedConcept> Concepts, IReadOnlyList<SearchHit> Hits);

/// <summary>One box over people, organisations, topics, knowledge, discussions and events.</summary>
public sealed class SearchQuery
{
    public const int MaxCount = 50;
    private const int MaxDepth = 1_000;

    private readonly SearchIndex _index;
    private readonly TopicDirectory _topics;
    private readonly ConceptDirectory _concepts;
    private readonly HitVisibility _visibility;

    internal SearchQuery(SearchIndex index, TopicDirectory topics, ConceptDirectory concepts, HitVisibility visibility) =>
        (_index, _topics, _concepts, _visibility) = (index, topics, concepts, visibility);

    public async Task<SearchResult> RunAsync(Viewer viewer, SearchRequest request, CancellationToken cancellation = default)
    {
        var clock = Stopwatch.StartNew();
        var question = Question.Ask(request.Text, await _concepts.GetAsync(cancellation), request.Without);
        var names = await _topics.NamesAsync(cancellation);
        var concepts = question.Concepts.DistinctBy(c => c.Topic.Id).Select(c => new UsedConcept(names.Link(c.Topic.Id)!, c.From)).ToList();
        if (question.Words.Count == 0) return new SearchResult(question.Text, 0, 0, _index.IsReady, concepts, []);
        var found = _index.Search(searcher => Find(searcher, viewer, request, question));
        if (found is null) return new SearchResult(question.Text, 0, clock.ElapsedMilliseconds, false, concepts, []);
        var hits = await _visibility.KeepAsync(viewer, found.Documents, d => d.Stored, cancellation);
        var hidden = found.Documents.Count - hits.Count;
        var terms = QuestionQuery.TermsOf(question);
        return new SearchResult(
            question.Text, found.Total - hidden, clock.ElapsedMilliseconds, true, concepts,
            [.. hits.Select(h => Hit(h, terms, question, names))]);
    }

    private static Found Find(IndexSearcher searcher, Viewer viewer, SearchRequest request, Question question)
    {
        var query = new BooleanQuery { { QuestionQuery.Make(question, searcher.IndexReader, strict: true), Occur.MUST } };
        if (request.Kind is { } kind) query.Add(Must(SearchField.Kind, kind.ToString()));
        if (!string.IsNullOrEmpty(request.Language)) query.Add(Must(SearchField.Language, request.Language));
        var count = Math.Clamp(request.Count, 1, MaxCount);
        var skip = (Math.Clamp(request.Page, 1, MaxDepth) - 1) * count;
        var top = searcher.Search(query, QuestionQuery.ForViewer(viewer, SearchField.Hit), Math.Min(skip + count, MaxDepth));
        var documents = top.ScoreDocs.Skip(skip)
            .Select(d => new ScoredDocument(DocumentFactory.Read(searcher.Doc(d.Doc)), d.Score)).ToList();
        return new Found(top.TotalHits, documents);
    }

    private static BooleanClause Must(string field, string value) => new(new ConstantScoreQuery(new TermQuery(new Term(field, value))) { Boost = 0 }, Occur.MUST);

    private static SearchHit Hit(ScoredDocument hit, HashSet<string> terms, Question question, TopicNames names)
    {
        var document = hit.Stored;
        var topics = question.Concepts.Select(c => c.Topic.Id).Distinct().Where(document.Topics.Contains);
        var words = Snippet.Matches(document.Searched, document.Language, terms, 4);
        return new SearchHit(
            document.Kind, document.Id, document.Key, document.ExternalId, document.Title, document.TitleLanguage, document.Language, document.Date,
            Snippet.Make(document.Body, document.Language, terms), decimal.Round((decimal)hit.Score, 2), names.Links(topics), words);
    }

    private sealed record Found(int Total, IReadOnlyList<ScoredDocument> Documents);

    private sealed record ScoredDocument(StoredDocument Stored, float Score);
}
