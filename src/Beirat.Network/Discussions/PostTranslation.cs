using Beirat.Network.Common;

namespace Beirat.Network.Discussions;

/// <summary>How a translation came to be.</summary>
public enum TranslationKind
{
    Person,
    Machine,

    /// <summary>Made by a machine, read and mended by a person.</summary>
    Reviewed,
}

/// <summary>A post in another language, beside the original. One for each language; who changes it stands there.</summary>
public sealed class PostTranslation
{
    private PostTranslation() { }

    internal PostTranslation(Post post, string language) => (Id, PostId, Language) = (Guid.CreateVersion7(), post.Id, language);

    public Guid Id { get; private set; }

    public Guid PostId { get; private set; }

    public string Language { get; private set; } = string.Empty;

    public TranslationKind Kind { get; private set; }

    public string Text { get; private set; } = string.Empty;

    /// <summary><see cref="Text"/>, rendered and sanitised when it was saved.</summary>
    public string Html { get; private set; } = string.Empty;

    public Guid? ById { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>The <see cref="Post.Edition"/> that was translated; when the post has moved on, the translation is out of date.</summary>
    public int Edition { get; private set; }

    public int Version { get; private set; }

    internal void Say(string text, TranslationKind kind, Post original, Guid? person, DateTimeOffset now)
    {
        (Text, Kind, Edition, ById, At) = (text, kind, original.Edition, person, now);
        Html = RichTextRenderer.Render(text, topHeading: 4);
    }

    internal void Forget() => ById = null;
}
