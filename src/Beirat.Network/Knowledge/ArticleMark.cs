namespace Beirat.Network.Knowledge;

/// <summary>"That helped me", once for each account and article.</summary>
public sealed class ArticleMark
{
    private ArticleMark() { }

    internal ArticleMark(Guid articleId, Guid accountId, DateTimeOffset at) => (ArticleId, AccountId, At) = (articleId, accountId, at);

    public Guid ArticleId { get; private set; }

    public Guid AccountId { get; private set; }

    public DateTimeOffset At { get; private set; }
}
