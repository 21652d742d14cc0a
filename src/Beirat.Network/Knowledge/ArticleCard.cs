using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Topics;

namespace Beirat.Network.Knowledge;

/// <summary>An article in a list.</summary>
public sealed record ArticleCard(
    string Slug, string Title, string Language, string Summary, Audience Audience, string? Author,
    DateTimeOffset PublishedAt, IReadOnlyList<TopicLink> Topics);

/// <summary>A card whose topics have no names yet.</summary>
internal sealed record ArticleRow(
    string Slug, string Title, string Language, string Summary, Audience Audience, string? Author,
    DateTimeOffset PublishedAt, List<Guid> Topics)
{
    public ArticleCard Named(TopicNames names) =>
        new(Slug, Title, Language, Summary, Audience, Author, PublishedAt, names.Links(Topics));
}

internal static class ArticleRows
{
    public static IQueryable<ArticleRow> ToCards(this IQueryable<Article> articles, NetworkDb db) => articles.Select(a => new ArticleRow(
        a.Slug, a.Title, a.Language, a.Summary, a.Audience,
        db.People.Where(p => p.Id == a.AuthorId).Select(p => p.Name).FirstOrDefault(),
        a.PublishedAt, a.Topics.Select(t => t.TopicId).ToList()));
}
