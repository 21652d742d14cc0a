using Beirat.Network.Common;
using Beirat.Network.Outbox;
using Beirat.Network.Search;

namespace Beirat.Network.SearchDesk;

/// <summary>What came of an expectation when it was last tried.</summary>
public enum ExpectedOutcome
{
    NotTried,
    Met,
    Missed,
}

/// <summary>A page by kind and by the last part of its address.</summary>
public sealed record ExpectedPage(SubjectKind Kind, string Key);

/// <summary>
/// What is asked, and what must come of it. Without a page nothing at all may be found. <see cref="Within"/> counts from 1: among so many
/// the page must be, or must not be.
/// </summary>
public sealed record Expectation(string Question, string Language, ExpectedPage? Page, bool IsWanted, int Within)
{
    /// <summary>The reason that must be told for it.</summary>
    public MatchKind? ShownAs { get; init; }

    /// <summary>Ids of concepts that are not to widen the search.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Who asks.</summary>
    public Audience Audience { get; init; }
}

/// <summary>An expectation of the search quality desk, with what came of it. It is never changed: another one is another row.</summary>
public sealed class ExpectedHit
{
    public const int MaxQuestion = 200;

    /// <summary>Deeper than this nobody looks.</summary>
    public const int MaxWithin = 50;

    /// <summary>What must not be found is looked for so deep.</summary>
    public const int Deepest = 200;

    private ExpectedHit() { }

    internal ExpectedHit(Guid id, Expectation wish, bool isShipped)
    {
        (Id, IsShipped) = (id, isShipped);
        (Question, Language, IsWanted, Within, ShownAs, Audience) = (wish.Question, wish.Language, wish.IsWanted, wish.Within, wish.ShownAs, wish.Audience);
        (PageKind, PageKey, Without) = (wish.Page?.Kind, wish.Page?.Key, string.Join(',', wish.Without));
    }

    public Guid Id { get; private set; }

    public string Question { get; private set; } = string.Empty;

    public string Language { get; private set; } = string.Empty;

    public SubjectKind? PageKind { get; private set; }

    public string? PageKey { get; private set; }

    public bool IsWanted { get; private set; }

    public int Within { get; private set; }

    public MatchKind? ShownAs { get; private set; }

    public string Without { get; private set; } = string.Empty;

    public Audience Audience { get; private set; }

    /// <summary>True for those that came with the demo council.</summary>
    public bool IsShipped { get; private set; }

    public ExpectedOutcome Outcome { get; private set; }

    /// <summary>Where the page was found, from 1; null when it was not.</summary>
    public int? Rank { get; private set; }

    public DateTimeOffset? TriedAt { get; private set; }

    internal Expectation Wish => new(Question, Language, PageKind is { } kind ? new ExpectedPage(kind, PageKey!) : null, IsWanted, Within)
    {
        ShownAs = ShownAs, Audience = Audience, Without = Without.Split(',', StringSplitOptions.RemoveEmptyEntries),
    };

    /// <summary>How deep one must look to know.</summary>
    internal int Depth => IsWanted ? MaxWithin : PageKey is null ? 1 : Within;

    /// <summary>Holds what was found against what is expected.</summary>
    internal void Try(IReadOnlyList<SearchHit> hits, DateTimeOffset at)
    {
        var place = PageKey is null ? hits.Count - 1 : hits.ToList().FindIndex(h => h.Kind == PageKind && h.Key == PageKey);
        Rank = PageKey is not null && place >= 0 ? place + 1 : null;
        var isThere = place >= 0 && place < Within && (ShownAs is not { } reason || hits[place].Reasons.Any(r => r.Kind == reason));
        (Outcome, TriedAt) = (isThere == IsWanted ? ExpectedOutcome.Met : ExpectedOutcome.Missed, at);
    }
}
