using System.Globalization;
using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.SearchDesk;

/// <summary>An expectation as staff writes it: the page is null when its address leads to none; the place is typed as text.</summary>
public sealed record ExpectedHitDraft(string Question, string Language, ExpectedPage? Page, bool IsWanted, string Within);

/// <summary>Adds an expectation to the desk.</summary>
public sealed record ExpectedHitAddition(ExpectedHitDraft Draft);

/// <summary>Takes an expectation of staff off the desk; those of the demo council stay.</summary>
public sealed record ExpectedHitRemoval(Guid Id);

/// <summary>Changes of the search quality desk.</summary>
public sealed class ExpectedHitChangeHandler
{
    /// <summary>More than these would take longer than somebody waits for a page.</summary>
    public const int Most = 300;

    private readonly NetworkDb _db;

    internal ExpectedHitChangeHandler(NetworkDb db) => _db = db;

    public async Task<Outcome<Guid>> RunAsync(Viewer viewer, ExpectedHitAddition command, CancellationToken cancellation = default)
    {
        if (!viewer.IsStaff) return new Outcome<Guid>.NotFound();
        var draft = command.Draft with { Question = TextRules.Clean(command.Draft.Question).ReplaceLineEndings(" ") };
        var faults = Faults(draft, out var within);
        if (draft.Page is not { } page || !await ExistsAsync(page, cancellation)) faults.TryAdd("page", Refusal.UnknownPage);
        if (faults.Count == 0 && await _db.ExpectedHits.CountAsync(cancellation) >= Most) faults["question"] = Refusal.ListFull;
        if (faults.Count > 0) return new Outcome<Guid>.Invalid(faults);
        var hit = _db.ExpectedHits.Add(new ExpectedHit(Guid.CreateVersion7(), new Expectation(draft.Question, draft.Language, draft.Page, draft.IsWanted, within), isShipped: false)).Entity;
        await _db.SaveChangesAsync(cancellation);
        return new Outcome<Guid>.Done(hit.Id);
    }

    public async Task<Outcome<Guid>> RunAsync(Viewer viewer, ExpectedHitRemoval command, CancellationToken cancellation = default)
    {
        if (!viewer.IsStaff || await _db.ExpectedHits.FindAsync([command.Id], cancellation) is not { IsShipped: false } hit) return new Outcome<Guid>.NotFound();
        _db.ExpectedHits.Remove(hit);
        await _db.SaveChangesAsync(cancellation);
        return new Outcome<Guid>.Done(command.Id);
    }

    private static Dictionary<string, Refusal> Faults(ExpectedHitDraft draft, out int within)
    {
        var faults = new Dictionary<string, Refusal>();
        if (draft.Question.Length == 0) faults["question"] = Refusal.Empty;
        else if (!TextRules.IsWellFormed(draft.Question)) faults["question"] = Refusal.UnreadableText;
        else if (draft.Question.Length > ExpectedHit.MaxQuestion) faults["question"] = Refusal.TooLong;
        if (!Languages.IsKnown(draft.Language)) faults["language"] = Refusal.UnknownLanguage;
        var isPlace = int.TryParse(draft.Within, NumberStyles.None, CultureInfo.InvariantCulture, out within) && within is >= 1 and <= ExpectedHit.MaxWithin;
        if (!isPlace) faults["within"] = Refusal.NotAPlace;
        return faults;
    }

    private Task<bool> ExistsAsync(ExpectedPage page, CancellationToken cancellation) => page.Kind switch
    {
        SubjectKind.Article => _db.Articles.AnyAsync(a => a.Slug == page.Key, cancellation),
        SubjectKind.Person => _db.People.AnyAsync(p => p.Slug == page.Key, cancellation),
        SubjectKind.Organization => _db.Organizations.AnyAsync(o => o.Slug == page.Key, cancellation),
        SubjectKind.Topic => _db.Topics.AnyAsync(t => t.Slug == page.Key, cancellation),
        SubjectKind.Event => _db.Events.AnyAsync(e => e.Slug == page.Key, cancellation),
        SubjectKind.Discussion when Guid.TryParse(page.Key, out var id) => _db.Discussions.AnyAsync(d => d.Id == id, cancellation),
        _ => Task.FromResult(false),
    };
}
