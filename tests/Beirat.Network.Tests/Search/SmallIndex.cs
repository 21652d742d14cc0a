using Beirat.Network.Common;
using Beirat.Network.Outbox;
using Beirat.Network.Search;
using Beirat.Network.Search.Analysis;
using Beirat.Network.Vocabulary;

namespace Beirat.Network.Tests.Search;

/// <summary>An index over a few texts, asked as the search asks.</summary>
internal sealed class SmallIndex : IDisposable
{
    private static readonly Lazy<ConceptIndex> Concepts = new(() => new ConceptIndex(ShippedVocabulary.Concepts, NameTable.OfGeneralWords));

    private readonly Testing.TempFolder _folder = new();
    private readonly IndexGeneration _index;

    public SmallIndex(params (string Text, string Language)[] texts)
        : this(texts.Select(t => new IndexedDocument(new Subject(SubjectKind.Article, Guid.CreateVersion7()), Audience.Public, t.Language, string.Empty, t.Text) { Key = "x" }))
    {
    }

    public SmallIndex(IEnumerable<IndexedDocument> documents)
    {
        var stems = KnownWords.Stems();
        var texts = documents.ToList();
        foreach (var text in texts.Where(t => t.Language == "de")) TextAnalysis.Count(text.Body, stems);

        _index = IndexGeneration.Create(_folder.Path, new CompoundWords(KnownWords.Frequent(stems), KnownWords.Whole));
        _index.Replace([], texts);
        _index.Refresh();
    }

    public TextAnalysis Analysis => _index.Analysis;

    /// <summary>The texts that hold every word of the question, in some form, best first.</summary>
    public IReadOnlyList<string> Find(string question, params string[] without) => _index.Search((searcher, analysis) =>
    {
        var asked = Question.Ask(question, Concepts.Value, without);
        var (allowed, visible) = VisibleDocuments.For(searcher.IndexReader, Audience.Public, SearchField.Hit);
        using var ranking = new Ranking(searcher.IndexReader, allowed, visible, SearchWeights.Default);
        foreach (var group in new QuestionTerms(analysis, searcher.IndexReader, SearchWeights.Default).Of(asked)) ranking.Add(group);
        return Ranking.Best(ranking.Found(asked.Words.Count), 50).Best.Select(d => DocumentFactory.Read(searcher.Doc(d.Document)).Body).ToList();
    });

    /// <summary>The keys in the order in which they are shown on a day, and which of them stand higher for being newer.</summary>
    public IReadOnlyList<(string Key, bool IsLifted)> Ordered(string question, DateOnly today) => _index.Search((searcher, analysis) =>
    {
        var asked = Question.Ask(question, Concepts.Value, []);
        var (allowed, visible) = VisibleDocuments.For(searcher.IndexReader, Audience.Public, SearchField.Hit);
        using var ranking = new Ranking(searcher.IndexReader, allowed, visible, SearchWeights.Default);
        foreach (var group in new QuestionTerms(analysis, searcher.IndexReader, SearchWeights.Default).Of(asked)) ranking.Add(group);
        var best = Ranking.Best(ranking.Found(asked.Words.Count), 50).Best;
        return new Signals(searcher.IndexReader, SearchWeights.Default, today).Order(best).Select(p => (DocumentFactory.Read(searcher.Doc(p.Document)).Key, p.IsLifted)).ToList();
    });

    public void Dispose()
    {
        _index.Dispose();
        _folder.Dispose();
    }
}
