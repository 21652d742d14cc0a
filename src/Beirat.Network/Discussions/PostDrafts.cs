using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Discussions;

/// <summary>Keeps what somebody has written so far; an empty text drops it.</summary>
public sealed record KeepDraft(Guid DiscussionId, string? Text, string? Language, string? Capacity);

/// <summary>What somebody has written so far in a thread.</summary>
public sealed record DraftView(Guid DiscussionId, string Text, string Language, string Capacity, DateTimeOffset SavedAt);

/// <summary>A draft in the list of one's own; without a title for a thread that its writer may not read any more.</summary>
public sealed record DraftCard(DraftView Draft, string? Title, string TitleLanguage);

/// <summary>Drafts of posts: each is its writer's alone.</summary>
public sealed class PostDrafts
{
    /// <summary>Of one person; the oldest make room.</summary>
    public const int Most = 100;

    private readonly NetworkDb _db;
    private readonly TimeProvider _time;

    internal PostDrafts(NetworkDb db, TimeProvider time) => (_db, _time) = (db, time);

    /// <summary>When it was kept; null for an empty one, which is dropped.</summary>
    public async Task<Outcome<DateTimeOffset?>> RunAsync(Viewer viewer, KeepDraft command, CancellationToken cancellation = default)
    {
        if (!viewer.IsSignedIn) return new Outcome<DateTimeOffset?>.Refused(Refusal.SignInFirst);
        if (viewer.PersonId is not { } person || !await _db.Discussions.VisibleTo(viewer, _db, _time.Today()).AnyAsync(d => d.Id == command.DiscussionId, cancellation)) return new Outcome<DateTimeOffset?>.NotFound();
        var text = TextRules.Clean(command.Text);
        if (text.Length > Post.MaxTextLength) return new Outcome<DateTimeOffset?>.Invalid("text", Refusal.TooLong);
        if (!TextRules.IsWellFormed(text)) return new Outcome<DateTimeOffset?>.Invalid("text", Refusal.UnreadableText);
        var draft = await _db.PostDrafts.FirstOrDefaultAsync(d => d.PersonId == person && d.DiscussionId == command.DiscussionId, cancellation);
        if (text.Length == 0)
        {
            if (draft is not null) _db.PostDrafts.Remove(draft);
        }
        else
        {
            if (draft is null) _db.PostDrafts.Add(draft = new PostDraft(command.DiscussionId, person));
            draft.Keep(text, Short(command.Language), Short(command.Capacity), _time.GetUtcNow());
        }

        try
        {
            await _db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Two pages kept their first draft at once, or it was sent meanwhile: the next pause in typing keeps it.
            _db.ChangeTracker.Clear();
        }

        return new Outcome<DateTimeOffset?>.Done(text.Length == 0 ? null : _time.GetUtcNow());
    }

    public async Task<DraftView?> FindAsync(Viewer viewer, Guid discussion, CancellationToken cancellation = default) => viewer.PersonId is not { } person ? null
        : await _db.PostDrafts.Where(d => d.PersonId == person && d.DiscussionId == discussion)
            .Select(d => new DraftView(d.DiscussionId, d.Text, d.Language, d.Capacity, d.SavedAt)).FirstOrDefaultAsync(cancellation);

    /// <summary>One's own, the newest first.</summary>
    public async Task<IReadOnlyList<DraftCard>> OwnAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        if (viewer.PersonId is not { } person) return [];
        var drafts = await _db.PostDrafts.Where(d => d.PersonId == person).OrderByDescending(d => d.SavedAt).Take(Most)
            .Select(d => new DraftView(d.DiscussionId, d.Text, d.Language, d.Capacity, d.SavedAt)).ToListAsync(cancellation);
        var ids = drafts.ConvertAll(d => d.DiscussionId);
        var titles = await _db.Discussions.VisibleTo(viewer, _db, _time.Today()).Where(d => ids.Contains(d.Id)).Select(d => new { d.Id, d.Title, d.Language }).ToDictionaryAsync(d => d.Id, cancellation);
        return [.. drafts.Select(d => titles.TryGetValue(d.DiscussionId, out var thread) ? new DraftCard(d, thread.Title, thread.Language) : new DraftCard(d, null, Languages.Default))];
    }

    public async Task<Outcome<Guid>> DropAsync(Viewer viewer, Guid discussion, CancellationToken cancellation = default)
    {
        if (viewer.PersonId is not { } person) return new Outcome<Guid>.NotFound();
        await _db.PostDrafts.Where(d => d.PersonId == person && d.DiscussionId == discussion).ExecuteDeleteAsync(cancellation);
        return new Outcome<Guid>.Done(discussion);
    }

    /// <summary>What was sent is no draft any more; with the save of the post, for which drafts are loaded.</summary>
    internal static void Drop(NetworkDb db, Viewer viewer, Guid discussion)
    {
        if (db.PostDrafts.Local.FirstOrDefault(d => d.PersonId == viewer.PersonId && d.DiscussionId == discussion) is { } draft) db.PostDrafts.Remove(draft);
    }

    private static string Short(string? value) => value is { Length: <= 80 } ? value : string.Empty;
}
