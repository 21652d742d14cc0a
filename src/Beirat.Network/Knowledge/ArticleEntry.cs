using Beirat.Network.Common;
using Beirat.Network.Outbox;

namespace Beirat.Network.Knowledge;

/// <summary>What stands beside the text of an article. Topics and people are slugs.</summary>
public sealed record ArticleDetails(IReadOnlyList<string> Topics, string Owner, IReadOnlyList<string> Contributors, DateOnly? ReviewOn, string Source)
{
    public static readonly ArticleDetails None = new([], string.Empty, [], null, string.Empty);
}

/// <summary>An article as it is stored, for its form. The slug of a new one is empty.</summary>
public sealed record ArticleForm(
    string Slug, int Version, ArticleState State, ArticleText Text, ArticleDetails Details, IReadOnlyList<AttachmentView> Attachments,
    IReadOnlyList<Audience> Levels, IReadOnlyList<NamedLink> People, string? ChangedBy)
{
    /// <summary>Where the knowledge comes from, when the viewer may see that.</summary>
    public OriginLink? Origin { get; init; }
}

/// <summary>What an article came from. <see cref="Key"/> is the last part of its address.</summary>
public sealed record OriginLink(SubjectKind Kind, string Key, string Title, string Language);

/// <summary>
/// Keeps a draft or publishes. An empty slug begins an article; <see cref="Version"/> is the one that was read.
/// <see cref="Note"/> says what was changed.
/// </summary>
public sealed record ArticleChange(string Slug, int Version, ArticleText Text, ArticleDetails Details, bool Publish)
{
    public string Note { get; init; } = string.Empty;

    /// <summary>For a new article: what it comes from.</summary>
    public Subject? Origin { get; init; }
}
