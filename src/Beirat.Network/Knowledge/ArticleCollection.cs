using Beirat.Network.Common;

namespace Beirat.Network.Knowledge;

/// <summary>Articles in an order in which they are worth reading. It shows to each reader the articles that they may see.</summary>
public sealed class ArticleCollection
{
    public const int MaxTitleLength = 160;

    public const int MaxIntroductionLength = 2_000;

    /// <summary>Articles of one collection.</summary>
    public const int Most = 200;

    private readonly List<CollectedArticle> _articles = [];

    private ArticleCollection() { }

    public ArticleCollection(Guid id, string slug) => (Id, Slug) = (id, slug);

    public Guid Id { get; private set; }

    public string Slug { get; private set; } = string.Empty;

    public string Title { get; private set; } = string.Empty;

    /// <summary>Plain text.</summary>
    public string Introduction { get; private set; } = string.Empty;

    public Guid? MadeById { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<CollectedArticle> Articles => _articles;

    /// <summary>Whoever made it, and staff.</summary>
    public bool MayChange(Viewer viewer) =>
        Article.MayBegin(viewer) && (viewer.IsStaff || (viewer.PersonId is { } person && person == MadeById));

    public void MadeBy(Guid? person) => MadeById = person;

    public void Describe(string title, string introduction, DateTimeOffset now) => (Title, Introduction, ChangedAt) = (title, introduction, now);

    /// <summary>Holds these articles, in this order.</summary>
    public void Hold(IReadOnlyList<Guid> articles)
    {
        _articles.RemoveAll(a => !articles.Contains(a.ArticleId));
        foreach (var (order, id) in articles.Distinct().Index())
        {
            if (_articles.Find(a => a.ArticleId == id) is { } held) held.Order = order;
            else _articles.Add(new CollectedArticle(Id, id) { Order = order });
        }
    }
}

/// <summary>An article at its place in a collection.</summary>
public sealed class CollectedArticle
{
    private CollectedArticle() { }

    internal CollectedArticle(Guid collectionId, Guid articleId) => (CollectionId, ArticleId) = (collectionId, articleId);

    public Guid CollectionId { get; private set; }

    public Guid ArticleId { get; private set; }

    public int Order { get; internal set; }
}
