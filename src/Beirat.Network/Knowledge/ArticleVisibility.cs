using Beirat.Network.Common;
using Beirat.Network.Data;

namespace Beirat.Network.Knowledge;

internal static class ArticleVisibility
{
    /// <summary>What is published for this viewer: all that lists, search and counts may know of.</summary>
    public static IQueryable<Article> VisibleTo(this IQueryable<Article> articles, Viewer viewer) =>
        articles.Where(a => a.State == ArticleState.Published && viewer.Audiences.Contains(a.Audience));

    /// <summary>That, and what the viewer writes or looks after and is not published; staff also what was withdrawn.</summary>
    public static IQueryable<Article> ReadableBy(this IQueryable<Article> articles, Viewer viewer)
    {
        if (!Article.MayBegin(viewer)) return articles.VisibleTo(viewer);
        var (account, person, staff) = (viewer.AccountId, viewer.PersonId, viewer.IsStaff);
        return articles.Where(a => viewer.Audiences.Contains(a.Audience) && (a.State == ArticleState.Published
            || (staff && a.State == ArticleState.Withdrawn)
            || a.AccountId == account
            || (person != null && (a.AuthorId == person || a.CaretakerId == person || a.Contributors.Any(c => c.PersonId == person)))));
    }

    /// <summary>Replaced forms: as visible as the article is now, and as they were themselves.</summary>
    public static IQueryable<ArticleRevision> VisibleTo(this IQueryable<ArticleRevision> revisions, NetworkDb db, Viewer viewer)
    {
        var articles = db.Articles.ReadableBy(viewer).Select(a => a.Id);
        return revisions.Where(r => viewer.Audiences.Contains(r.Audience) && articles.Contains(r.ArticleId));
    }
}
