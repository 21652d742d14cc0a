using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Outbox;
using Beirat.Network.Search;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Knowledge;

/// <summary>A published article is a hit, and evidence for its author; its files are hits that lead to it.</summary>
internal sealed class ArticleDocuments : ISubjectDocuments
{
    public SubjectKind Kind => SubjectKind.Article;

    public Task<List<Guid>> IdsAsync(NetworkDb db, Guid? after, int count, CancellationToken cancellation) =>
        db.Articles.Select(a => a.Id).Paged(after, count).ToListAsync(cancellation);

    public async Task<IReadOnlyList<IndexedDocument>> OfAsync(
        NetworkDb db, IReadOnlyCollection<Guid> ids, TopicScheme topics, CancellationToken cancellation)
    {
        var articles = await db.Articles.AsNoTracking().Include(a => a.Topics).Where(a => ids.Contains(a.Id) && a.State == ArticleState.Published).ToListAsync(cancellation);
        var authors = articles.Select(a => a.AuthorId).OfType<Guid>().Distinct().ToList();
        var here = await db.People.Where(p => authors.Contains(p.Id) && p.ErasedAt == null).Select(p => p.Id).ToListAsync(cancellation);
        var files = await FilesAsync(db, articles.Select(a => a.Id).ToList(), cancellation);
        return [.. articles.SelectMany(a => Of(a, here, topics).Concat(files[a.Id].Select(f => Of(f, a, topics))))];
    }

    private static async Task<ILookup<Guid, FileWords>> FilesAsync(NetworkDb db, List<Guid> articles, CancellationToken cancellation) =>
        (await db.ArticleAttachments.Where(f => articles.Contains(f.ArticleId) && f.Text != string.Empty)
            .Select(f => new FileWords(f.ArticleId, f.Id, f.Name, f.Text)).ToListAsync(cancellation)).ToLookup(f => f.ArticleId);

    /// <summary>
    /// A file is a document of its own under its article, so that a snippet comes from where the words are and the title
    /// says so. The article's title and topics stand beside its words: a question may name something of both.
    /// </summary>
    private static IndexedDocument Of(FileWords file, Article article, TopicScheme topics)
    {
        var about = article.Topics.Select(t => t.TopicId).ToList();
        return new IndexedDocument(new Subject(SubjectKind.Article, article.Id), article.Audience, article.Language, $"{article.Title} · {file.Name}", file.Text)
        {
            Key = $"{article.Slug}#anhang-{file.Id}",
            BorrowedTitleLanguage = article.Language,
            Topics = about,
            Labels = $"{article.Title} · {file.Name} · {topics.NamesOf(about, article.Language)}",
            Date = DateOnly.FromDateTime(article.RevisedAt.InCity().DateTime),
        };
    }

    private static IEnumerable<IndexedDocument> Of(Article article, List<Guid> authors, TopicScheme topics)
    {
        var about = article.Topics.Select(t => t.TopicId).ToList();
        var text = RichTextRenderer.PlainText(article.Text);
        var hit = new IndexedDocument(new Subject(SubjectKind.Article, article.Id), article.Audience, article.Language, article.Title, text)
        {
            Key = article.Slug,
            BorrowedTitleLanguage = Beginning.IsOnly(article.Title, text) ? article.Language : null,
            Topics = about,
            Labels = topics.NamesOf(about, article.Language),
            Date = DateOnly.FromDateTime(article.RevisedAt.InCity().DateTime),
            ExternalId = article.ExternalId,
        };
        yield return hit;
        if (article.AuthorId is { } author && authors.Contains(author)) yield return hit with { Evidence = new EvidenceOf(author, EvidenceKind.Article, article.Id) };
    }

    private sealed record FileWords(Guid ArticleId, Guid Id, string Name, string Text);
}
