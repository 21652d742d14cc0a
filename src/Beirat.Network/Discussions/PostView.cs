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

    /// <summary>How many others it helped.</summary>
    public int Helped { get; init; }
}
