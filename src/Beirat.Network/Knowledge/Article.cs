using Beirat.Network.Common;

namespace Beirat.Network.Knowledge;

/// <summary>What an article is made of when it is written or imported.</summary>
public sealed record ArticleText(string Title, string Text, string Language, Audience Audience);

/// <summary>A piece of shared knowledge in one language.</summary>
public sealed partial class Article
{
    public const int MaxTitleLength = 200;

    /// <summary>In characters of Markdown.</summary>
    public const int MaxTextLength = 200_000;

    private readonly List<ArticleTopic> _topics = [];

    private Article() { }

    public Article(Guid id, string slug, ArticleText text, DateTimeOffset publishedAt)
    {
        (Id, Slug, PublishedAt, Revision) = (id, slug, publishedAt, 1);
        Revise(text, publishedAt);
    }

    public Guid Id { get; private set; }

    public string Slug { get; private set; } = string.Empty;

    /// <summary>The id under which another system knows the article; importing it again updates it.</summary>
    public string? ExternalId { get; private set; }

    public string Title { get; private set; } = string.Empty;

    /// <summary>Markdown.</summary>
    public string Text { get; private set; } = string.Empty;

    /// <summary><see cref="Text"/>, rendered and sanitised when it was saved.</summary>
    public string Html { get; private set; } = string.Empty;

    /// <summary>The first words, for lists.</summary>
    public string Summary { get; private set; } = string.Empty;

    public string Language { get; private set; } = string.Empty;

    public Audience Audience { get; private set; }

    public Guid? AuthorId { get; private set; }

    /// <summary>Who looks after the article when its author cannot any more; null: the author.</summary>
    public Guid? CaretakerId { get; private set; }

    public Guid? TranslationOfId { get; private set; }

    /// <summary>Where the knowledge comes from, in words.</summary>
    public string? Source { get; private set; }

    public DateTimeOffset PublishedAt { get; private set; }

    public DateTimeOffset RevisedAt { get; private set; }

    /// <summary>The day on which somebody should look whether it is still true.</summary>
    public DateOnly? ReviewOn { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<ArticleTopic> Topics => _topics;

    /// <summary>Null when the text can be published, else the field and why not.</summary>
    public static (string Field, Refusal Reason)? RefusalToPublish(ArticleText text) =>
        text is { Title.Length: > 0, Text.Length: 0 } ? ("text", Refusal.Empty) : RefusalToKeep(text);

    /// <summary>Null when the text can be kept as a draft: it has at least a title.</summary>
    public static (string Field, Refusal Reason)? RefusalToKeep(ArticleText text)
    {
        if (text.Title.Length == 0) return ("title", Refusal.Empty);
        if (text.Title.Length > MaxTitleLength) return ("title", Refusal.TooLong);
        if (text.Text.Length > MaxTextLength) return ("text", Refusal.TooLong);
        if (!TextRules.IsWellFormed(text.Title + text.Text)) return ("text", Refusal.UnreadableText);
        return Languages.IsKnown(text.Language) ? null : ("language", Refusal.UnknownLanguage);
    }

    public void Revise(ArticleText text, DateTimeOffset now)
    {
        var fault = State == ArticleState.Draft ? RefusalToKeep(text) : RefusalToPublish(text);
        if (fault is { } refusal) throw new InvalidOperationException($"{refusal.Field}: {refusal.Reason}.");
        (Title, Text, Language, Audience, RevisedAt) = (text.Title, text.Text, text.Language, text.Audience, now);
        Html = RichTextRenderer.Render(text.Text);
        Summary = Excerpt.Beginning(RichTextRenderer.PlainText(text.Text), 220);
    }

    public void Credit(Guid? author) => AuthorId = author;

    public void Document(string? externalId, string? source, DateOnly? reviewOn) =>
        (ExternalId, Source, ReviewOn) = (externalId, source, reviewOn);

    public void Translate(Guid original) =>
        TranslationOfId = original != Id ? original : throw new InvalidOperationException("An article is not its own translation.");

    public void File(IEnumerable<Guid> topics)
    {
        var wanted = topics.Distinct().ToList();
        _topics.RemoveAll(t => !wanted.Contains(t.TopicId));
        _topics.AddRange(wanted.Where(id => _topics.All(t => t.TopicId != id)).Select(id => new ArticleTopic(Id, id)));
    }
}

/// <summary>A topic that an article is about.</summary>
public sealed class ArticleTopic
{
    private ArticleTopic() { }

    internal ArticleTopic(Guid articleId, Guid topicId) => (ArticleId, TopicId) = (articleId, topicId);

    public Guid ArticleId { get; private set; }

    public Guid TopicId { get; private set; }
}
