using Beirat.Network.Common;

namespace Beirat.Network.Discussions;

/// <summary>What a post said before it was changed. Whoever reads the post may read it, too.</summary>
public sealed class PostRevision
{
    private PostRevision() { }

    internal PostRevision(Post post, Audience audience)
    {
        (PostId, Number, Text, Language, Audience) = (post.Id, post.Edition, post.Text, post.Language, audience);
        At = post.EditedAt ?? post.At;
    }

    public Guid PostId { get; private set; }

    /// <summary>From 0.</summary>
    public int Number { get; private set; }

    public string Text { get; private set; } = string.Empty;

    public string Language { get; private set; } = string.Empty;

    /// <summary>Who could read it while it stood there: a thread that becomes wider does not open this.</summary>
    public Audience Audience { get; private set; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset At { get; private set; }
}

/// <summary>The text of a post that its writer took back, for the moment in which that can be undone.</summary>
public sealed class RemovedText
{
    /// <summary>Then the text is gone for good.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(10);

    private static readonly DateTimeOffset Never = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private RemovedText() { }

    internal RemovedText(Post post, DateTimeOffset now) => (PostId, Text, Until) = (post.Id, post.Text, now + KeptFor);

    /// <summary>Kept until the office decides otherwise.</summary>
    internal static RemovedText WithoutEnd(Post post) => new() { PostId = post.Id, Text = post.Text, Until = Never };

    public Guid PostId { get; private set; }

    public string Text { get; private set; } = string.Empty;

    public DateTimeOffset Until { get; private set; }
}
