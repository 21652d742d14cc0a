using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Outbox;
using Beirat.Network.Search;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Knowledge;

/// <summary>An article is a hit, and evidence for its author.</summary>
internal sealed class ArticleDocuments : ISubjectDocuments
{
    public SubjectKind Kind => SubjectKind.Article;

    public Task<List<Guid>> IdsAsync(NetworkDb db, Guid? after, int count, CancellationToken cancellation) =>
        db.Articles.Select(a => a.Id).Paged(after, count).ToListAsync(cancellation);

    public async Task<IReadOnlyList<IndexedDocument>> OfAsync(
        NetworkDb db, IReadOnlyCollection<Guid> ids, TopicScheme topics, CancellationToken cancellation)
    {
        var articles = await db.Articles.AsNoTracking().Include(a => a.Topics).Where(a => ids.Contains(a.Id)).ToListAsync(cancellation);
        var authors = articles.Select(a => a.AuthorId).OfType<Guid>().Distinct().ToList();
        var here = await db.People.Where(p => authors.Contains(p.Id) && p.ErasedAt == null).Select(p => p.Id).ToListAsync(cancellation);
        return [.. articles.SelectMany(a => Of(a, here, topics))];
    }

    private static IEnumerable<IndexedDocument> Of(Article article, List<Guid> authors, TopicScheme topics)
    {
        var about = article.Topics.Select(t => t.TopicId).ToList();
        var hit = new IndexedDocument(
            new Subject(SubjectKind.Article, article.Id), article.Audience, article.Language, article.Title, RichTextRenderer.PlainText(article.Text))
        {
            Key = article.Slug,
            Topics = about,
            Labels = topics.NamesOf(about, article.Language),
            Date = DateOnly.FromDateTime(article.RevisedAt.InCity().DateTime),
            ExternalId = article.ExternalId,
        };
        yield return hit;
        if (article.AuthorId is { } author && authors.Contains(author)) yield return hit with { Evidence = new EvidenceOf(author, EvidenceKind.Article) };
    }
}
