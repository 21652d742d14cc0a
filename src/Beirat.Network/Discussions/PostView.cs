using Beirat.Network.Knowledge;

namespace Beirat.Network.Discussions;

/// <summary>Who wrote a post. <see cref="Slug"/> is null for somebody who has left: their page is not for everybody any more.</summary>
public sealed record PostAuthor(string? Slug, string Name);

/// <summary>A post as everybody in its audience sees it: nothing in here depends on who looks.</summary>
public sealed record PostView(
    Guid DiscussionId, Guid Id, long Sequence, Guid Key, PostAuthor? Author, Guid? AccountId, Capacity Capacity, string Language,
    string Html, string Text, DateTimeOffset At, bool Edited, bool Removed)
{
    /// <summary>The person who wrote it.</summary>
    public Guid? AuthorId { get; init; }

    public int Edition { get; init; }

    /// <summary>Taken away by the office.</summary>
    public bool RemovedByStaff { get; init; }

    /// <summary>Taken away by the office, which can show it again.</summary>
    public bool Hidden { get; init; }

    /// <summary>People to whom it is put as a question.</summary>
    public IReadOnlyList<QuestionView> Questions { get; init; } = [];

    /// <summary>Signs under it, only those that somebody gave.</summary>
    public IReadOnlyList<ReactionCount> Reactions { get; init; } = [];

    public IReadOnlyList<AttachmentView> Files { get; init; } = [];

    public IReadOnlyList<TranslationView> Translations { get; init; } = [];

    /// <summary>People who are called in it.</summary>
    public IReadOnlyList<PostAuthor> Mentions { get; init; } = [];

    /// <summary>How many others it helped.</summary>
    public int Helped { get; init; }
}

/// <summary>Who is asked, and where the question stands.</summary>
public sealed record QuestionView(Guid PersonId, PostAuthor? Person, QuestionState State, string Hint);

/// <summary>How many gave a sign.</summary>
public sealed record ReactionCount(ReactionKind Kind, int Count);

/// <summary>A translation beside its original. <see cref="Outdated"/>: the original has changed since.</summary>
public sealed record TranslationView(string Language, TranslationKind Kind, string Text, string Html, PostAuthor? By, Guid? ById, DateTimeOffset At, bool Outdated, int Version);
