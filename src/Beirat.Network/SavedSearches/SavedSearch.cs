using Beirat.Network.Common;
using Beirat.Network.Outbox;
using Beirat.Network.Search;

namespace Beirat.Network.SavedSearches;

/// <summary>
/// A search that somebody keeps. What was looked through already is remembered by the position in the outbox: no found text is kept, and
/// no list of hits that could tell of something that its owner may not see any more.
/// </summary>
public sealed class SavedSearch
{
    public const int MaxNameLength = 100;
    public const int MaxTextLength = 500;

    /// <summary>Of one account.</summary>
    public const int Most = 50;

    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    private SavedSearch() { }

    internal SavedSearch(Guid accountId, SearchRequest request, long position, DateTimeOffset now)
    {
        (Id, AccountId, CreatedAt, CheckedAt, Position) = (Guid.CreateVersion7(), accountId, now, now, position);
        Text = TextRules.Clean(request.Text).ReplaceLineEndings(" ");
        (Kind, Language, Topic, Organization, Time) = (request.Kind, Given(request.Language), Given(request.Topic), Given(request.Organization), request.Time);
        (Without, Whole) = (string.Join(',', request.Without), request.Whole);
        Name = Excerpt.Beginning(Text, MaxNameLength);
    }

    public Guid Id { get; private set; }

    public Guid AccountId { get; private set; }

    public string Name { get; private set; } = string.Empty;

    public string Text { get; private set; } = string.Empty;

    public SubjectKind? Kind { get; private set; }

    public string? Language { get; private set; }

    public string? Topic { get; private set; }

    public string? Organization { get; private set; }

    public SearchTime? Time { get; private set; }

    /// <summary>Concepts that do not widen it, with commas.</summary>
    public string Without { get; private set; } = string.Empty;

    public bool Whole { get; private set; }

    public bool ByMail { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? PausedAt { get; private set; }

    /// <summary>The last outbox entry that was looked at.</summary>
    public long Position { get; private set; }

    public DateTimeOffset CheckedAt { get; private set; }

    /// <summary>Hits that are new or changed since the owner looked.</summary>
    public int NewHits { get; private set; }

    public int Version { get; private set; }

    internal SearchRequest Request => new(Text, Kind, Language)
    {
        Topic = Topic, Organization = Organization, Time = Time, Whole = Whole, Without = Without.Split(',', StringSplitOptions.RemoveEmptyEntries),
    };

    /// <summary>True for the same words, narrowed alike.</summary>
    internal bool IsLike(SavedSearch other) => (Text, Kind, Language, Topic, Organization, Time, Without, Whole)
        == (other.Text, other.Kind, other.Language, other.Topic, other.Organization, other.Time, other.Without, other.Whole);

    internal bool IsDue(DateTimeOffset now) => PausedAt is null && now - CheckedAt >= Pause;

    /// <summary>The last moment of looking from which it is due now.</summary>
    internal static DateTimeOffset DueBefore(DateTimeOffset now) => now - Pause;

    internal void Describe(string name, bool byMail) => (Name, ByMail, Version) = (name, byMail, Version + 1);

    internal void Rest(DateTimeOffset now) => (PausedAt, Version) = (PausedAt ?? now, Version + 1);

    /// <summary>Goes on from here: what came meanwhile is not made up for.</summary>
    internal void GoOn(long position) => (PausedAt, Position, Version) = (null, Math.Max(Position, position), Version + 1);

    internal void Look(int found, long position, DateTimeOffset now) => (NewHits, Position, CheckedAt, Version) = (NewHits + found, position, now, Version + 1);

    /// <summary>Its owner has looked.</summary>
    internal void BeSeen() => (NewHits, Version) = (0, Version + 1);

    private static string? Given(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
