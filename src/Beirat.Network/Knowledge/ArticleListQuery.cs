using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Knowledge;

/// <summary>Articles, newest first.</summary>
public sealed class ArticleListQuery
{
    public const int PageSize = 20;

    private readonly NetworkDb _db;
    private readonly TopicDirectory _topics;

    internal ArticleListQuery(NetworkDb db, TopicDirectory topics) => (_db, _topics) = (db, topics);

    /// <summary>One page, narrowed to a topic (with what lies below it) and a language. <paramref name="after"/> is the last slug already shown.</summary>
    public async Task<Page<ArticleCard>> RunAsync(
        Viewer viewer, string? topic = null, string? language = null, string? after = null, CancellationToken cancellation = default)
    {
        var names = await _topics.NamesAsync(cancellation);
        var articles = _db.Articles.VisibleTo(viewer);
        if (!string.IsNullOrEmpty(language)) articles = articles.Where(a => a.Language == language);
        if (names.BySlug(topic) is { } chosen)
        {
            var wanted = names.WithNarrower(chosen.Id);
            articles = articles.Where(a => a.Topics.Any(t => wanted.Contains(t.TopicId)));
        }

        if (after is not null) articles = await After(viewer, articles, after, cancellation);
        var rows = await articles.OrderByDescending(a => a.PublishedAt).ThenByDescending(a => a.Id)
            .Take(PageSize + 1).ToCards(_db).AsNoTracking().ToListAsync(cancellation);
        return new Page<ArticleCard>([.. rows.Take(PageSize).Select(r => r.Named(names))], rows.Count > PageSize ? rows[PageSize - 1].Slug : null);
    }

    /// <summary>The languages in which this viewer finds articles.</summary>
    public async Task<IReadOnlyList<string>> LanguagesAsync(Viewer viewer, CancellationToken cancellation = default) =>
        await _db.Articles.VisibleTo(viewer).Select(a => a.Language).Distinct().OrderBy(l => l).ToListAsync(cancellation);

    private async Task<IQueryable<Article>> After(Viewer viewer, IQueryable<Article> articles, string slug, CancellationToken cancellation)
    {
        var last = await _db.Articles.VisibleTo(viewer).Where(a => a.Slug == slug).Select(a => new { a.PublishedAt, a.Id }).FirstOrDefaultAsync(cancellation);
        return last is null
            ? articles
            : articles.Where(a => a.PublishedAt < last.PublishedAt || (a.PublishedAt == last.PublishedAt && a.Id.CompareTo(last.Id) < 0));
    }
}
