using Beirat.Network.Common;

namespace Beirat.Network.Knowledge;

internal static class ArticleVisibility
{
    public static IQueryable<Article> VisibleTo(this IQueryable<Article> articles, Viewer viewer) =>
        articles.Where(a => viewer.Audiences.Contains(a.Audience));
}
