using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Discussions;
using Beirat.Network.People;
using Beirat.Network.Topics;
using Beirat.Network.Vocabulary;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Knowledge;

/// <summary>The same article in another language.</summary>
public sealed record ArticleVersion(string Slug, string Title, string Language);

/// <summary>Everything that an article's page shows.</summary>
public sealed record ArticleView(
    string Slug, string Title, string Html, string Language, Audience Audience, PostAuthor? Author, string? Source,
    DateTimeOffset PublishedAt, DateTimeOffset RevisedAt, DateOnly? ReviewOn, bool IsTranslation, IReadOnlyList<TopicLink> Topics,
    IReadOnlyList<ArticleVersion> Versions, IReadOnlyList<DiscussionLink> Discussions)
{
    /// <summary>Terms of a German text that the glossary explains.</summary>
    public IReadOnlyList<GlossaryEntry> Terms { get; init; } = [];
}

/// <summary>One article.</summary>
public sealed class ArticlePageQuery
{
    private readonly NetworkDb _db;
    private readonly TopicDirectory _topics;
    private readonly ConceptDirectory _concepts;
    private readonly TimeProvider _time;

    internal ArticlePageQuery(NetworkDb db, TopicDirectory topics, ConceptDirectory concepts, TimeProvider time) =>
        (_db, _topics, _concepts, _time) = (db, topics, concepts, time);

    /// <summary>Null when there is no such article, or not for this viewer.</summary>
    public async Task<ArticleView?> RunAsync(Viewer viewer, string slug, CancellationToken cancellation = default)
    {
        var article = await _db.Articles.VisibleTo(viewer).Include(a => a.Topics).AsNoTracking()
            .FirstOrDefaultAsync(a => a.Slug == slug, cancellation);
        if (article is null) return null;
        var names = await _topics.NamesAsync(cancellation);
        var known = _db.People.VisibleTo(viewer, _db, _time.Today()).Select(p => p.Id);
        var author = await _db.People.Where(p => p.Id == article.AuthorId)
            .Select(p => new PostAuthor(known.Contains(p.Id) ? p.Slug : null, p.Name)).FirstOrDefaultAsync(cancellation);
        var original = article.TranslationOfId ?? article.Id;
        var versions = await _db.Articles.VisibleTo(viewer)
            .Where(a => (a.Id == original || a.TranslationOfId == original) && a.Id != article.Id)
            .OrderBy(a => a.Language).Select(a => new ArticleVersion(a.Slug, a.Title, a.Language)).ToListAsync(cancellation);
        var about = article.Topics.Select(t => (Guid?)t.TopicId).ToList();
        var discussions = await _db.Discussions.VisibleTo(viewer)
            .Where(d => d.ArticleId == article.Id || about.Contains(d.TopicId))
            .OrderByDescending(d => d.ArticleId == article.Id).ThenByDescending(d => d.LastPostAt).Take(5).ToLinks().ToListAsync(cancellation);
        return new ArticleView(
            article.Slug, article.Title, article.Html, article.Language, article.Audience, author, article.Source, article.PublishedAt,
            article.RevisedAt, article.ReviewOn, article.TranslationOfId is not null, names.Links(article.Topics.Select(t => t.TopicId)),
            versions, discussions)
        {
            Terms = article.Language == Languages.Default
                ? TextTerms.Of(RichTextRenderer.PlainText(article.Text), (await _concepts.SchemeAsync(cancellation)).German)
                : [],
        };
    }
}
