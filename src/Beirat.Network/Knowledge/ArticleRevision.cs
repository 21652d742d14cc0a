using Beirat.Network.Common;

namespace Beirat.Network.Knowledge;

/// <summary>A published form of an article that another one has replaced, as it was.</summary>
public sealed class ArticleRevision
{
    private ArticleRevision() { }

    internal ArticleRevision(Article article)
    {
        Id = Guid.CreateVersion7();
        (ArticleId, Number, Title, Text, Language, Audience) = (article.Id, article.Revision, article.Title, article.Text, article.Language, article.Audience);
        (ById, At, Note) = (article.RevisedById ?? article.AuthorId, article.RevisedAt, article.RevisionNote);
    }

    public Guid Id { get; private set; }

    public Guid ArticleId { get; private set; }

    /// <summary>From 1, without gaps.</summary>
    public int Number { get; private set; }

    public string Title { get; private set; } = string.Empty;

    /// <summary>Markdown.</summary>
    public string Text { get; private set; } = string.Empty;

    public string Language { get; private set; } = string.Empty;

    /// <summary>Who could read it then; nobody below reads it now, however public the article has become.</summary>
    public Audience Audience { get; private set; }

    public Guid? ById { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string Note { get; private set; } = string.Empty;
}
