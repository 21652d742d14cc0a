using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Knowledge;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Discussions;

/// <summary>A form of a post. <see cref="IsNow"/>: the one that stands in the thread.</summary>
public sealed record PostForms(int Number, DateTimeOffset At, string Language, bool IsNow);

/// <summary>The forms of a post, the newest first, and two of them beside each other, word by word.</summary>
public sealed record PostHistory(
    Guid DiscussionId, string Title, string TitleLanguage, long Sequence, IReadOnlyList<PostForms> Forms, PostForms Older, PostForms Newer, IReadOnlyList<DiffPart> Parts);

/// <summary>How a post came to say what it says, for those who read it. What was removed has no history.</summary>
public sealed class PostHistoryQuery
{
    /// <summary>Older ones are not listed; they can still be compared by number.</summary>
    public const int Shown = 50;

    private readonly NetworkDb _db;
    private readonly TimeProvider _time;

    internal PostHistoryQuery(NetworkDb db, TimeProvider time) => (_db, _time) = (db, time);

    /// <summary>Without numbers the last change is shown. Null when there is no such history for this viewer.</summary>
    public async Task<PostHistory?> RunAsync(Viewer viewer, Guid discussionId, Guid postId, int? older = null, int? newer = null, CancellationToken cancellation = default)
    {
        var discussion = await _db.Discussions.VisibleTo(viewer, _db, _time.Today()).AsNoTracking().FirstOrDefaultAsync(d => d.Id == discussionId, cancellation);
        var post = discussion is null ? null : await _db.Posts.AsNoTracking()
            .FirstOrDefaultAsync(p => p.Id == postId && p.DiscussionId == discussionId && p.RemovedAt == null && p.Edition > 0, cancellation);
        if (post is null) return null;
        var audience = discussion!.Audience;
        var seen = _db.PostRevisions.AsNoTracking().Where(r => r.PostId == postId && (r.Audience == audience || viewer.Audiences.Contains(r.Audience)));
        var rows = await seen.OrderByDescending(r => r.Number).Take(Shown).ToListAsync(cancellation);
        if (rows.Count == 0) return null;
        List<PostRevision> forms = [new(post, audience), .. rows];
        var one = await OneAsync(seen, forms, older ?? forms[1].Number, cancellation);
        var other = await OneAsync(seen, forms, newer ?? forms[0].Number, cancellation);
        if (one is null || other is null || one.Number >= other.Number) return null;
        return new PostHistory(
            discussionId, discussion.Title, discussion.Language, post.Sequence, [.. forms.Select(f => Card(f, post))], Card(one, post), Card(other, post), WordDiff.Compare(one.Text, other.Text));
    }

    private static async Task<PostRevision?> OneAsync(IQueryable<PostRevision> seen, List<PostRevision> forms, int number, CancellationToken cancellation) =>
        forms.Find(f => f.Number == number) ?? await seen.FirstOrDefaultAsync(r => r.Number == number, cancellation);

    private static PostForms Card(PostRevision form, Post post) => new(form.Number + 1, form.At, form.Language, form.Number == post.Edition);
}
