using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Discussions;

/// <summary>Puts a translation beside a post, or a better one in its place. <see cref="Version"/>: that of the one the form was filled with; null for none.</summary>
public sealed record TranslatePost(Guid DiscussionId, Guid PostId, string? Language, string? Text, TranslationKind? Kind, int? Version);

/// <summary>Takes a translation away: who made it, who wrote the post, and staff.</summary>
public sealed record DropTranslation(Guid DiscussionId, Guid PostId, string Language);

/// <summary>A post to translate, with the translation into one language as far as there is one.</summary>
public sealed record TranslationForm(
    Guid DiscussionId, Guid PostId, string Title, string TitleLanguage, PostView Post, IReadOnlyList<string> Languages, TranslationView? Existing, bool MayDrop);

/// <inheritdoc cref="TranslatePost"/>
public sealed class TranslatePostHandler
{
    private readonly DiscussionWork _work;
    private readonly NetworkDb _db;
    private readonly ThreadQuery _threads;
    private readonly TimeProvider _time;

    internal TranslatePostHandler(DiscussionWork work, NetworkDb db, ThreadQuery threads, TimeProvider time) => (_work, _db, _threads, _time) = (work, db, threads, time);

    /// <summary>Null when the viewer may not write in the thread of this post.</summary>
    public async Task<TranslationForm?> FormAsync(Viewer viewer, Guid discussionId, Guid postId, string? language, CancellationToken cancellation = default)
    {
        var discussion = await _db.Discussions.VisibleTo(viewer, _db, _time.Today()).AsNoTracking().FirstOrDefaultAsync(d => d.Id == discussionId, cancellation);
        if (discussion is null || !MayTranslate(discussion, viewer)) return null;
        var post = (await _threads.ChangedAsync([postId], cancellation)).FirstOrDefault(p => p.DiscussionId == discussionId && !p.Removed);
        if (post is null) return null;
        var existing = post.Translations.FirstOrDefault(t => t.Language == language);
        return new TranslationForm(
            discussionId, postId, discussion.Title, discussion.Language, post, [.. Languages.OfTexts.Where(l => l != post.Language)], existing,
            existing is not null && MayDrop(viewer, existing.ById, post.AuthorId));
    }

    /// <summary>The sequence number of the post.</summary>
    public Task<Outcome<long>> RunAsync(Viewer viewer, TranslatePost command, CancellationToken cancellation = default) => _work.RunAsync<long>(viewer, command.DiscussionId, async (db, discussion) =>
    {
        var post = await db.Posts.FirstOrDefaultAsync(p => p.Id == command.PostId && p.DiscussionId == discussion.Id && p.RemovedAt == null, cancellation);
        if (post is null || !MayTranslate(discussion, viewer)) return new Outcome<long>.NotFound();
        if (await ModerationHandler.StopOfAsync(db, viewer, _time.Today(), cancellation) is { } stop) return new Outcome<long>.Refused(stop);
        var text = TextRules.Clean(command.Text);
        var faults = new Dictionary<string, Refusal>();
        if (PostRules.RefusalOf(text, Post.MaxTextLength) is { } fault) faults["text"] = fault;
        if (!Languages.IsKnown(command.Language)) faults["language"] = Refusal.UnknownLanguage;
        else if (command.Language == post.Language) faults["language"] = Refusal.NoTranslationOfSame;
        if (command.Kind is null) faults["kind"] = Refusal.Empty;
        if (faults.Count > 0) return new Outcome<long>.Invalid(faults);
        var translation = await db.PostTranslations.FirstOrDefaultAsync(t => t.PostId == post.Id && t.Language == command.Language, cancellation);
        if (translation?.Text == text && translation.Kind == command.Kind && translation.Edition == post.Edition) return new Outcome<long>.Done(post.Sequence);
        if (translation is not null && translation.Version != command.Version) return new Outcome<long>.Stale(translation.Version);
        if (translation is null) db.PostTranslations.Add(translation = new PostTranslation(post, command.Language!));
        translation.Say(text, command.Kind!.Value, post, viewer.PersonId, _time.GetUtcNow());
        Bring(db, post);
        return new Outcome<long>.Done(post.Sequence);
    }, cancellation);

    public Task<Outcome<long>> RunAsync(Viewer viewer, DropTranslation command, CancellationToken cancellation = default) => _work.RunAsync<long>(viewer, command.DiscussionId, async (db, discussion) =>
    {
        var post = await db.Posts.FirstOrDefaultAsync(p => p.Id == command.PostId && p.DiscussionId == discussion.Id && p.RemovedAt == null, cancellation);
        var translation = post is null ? null : await db.PostTranslations.FirstOrDefaultAsync(t => t.PostId == post.Id && t.Language == command.Language, cancellation);
        if (translation is null || !viewer.IsSignedIn || !MayDrop(viewer, translation.ById, post!.AuthorId)) return new Outcome<long>.NotFound();
        db.PostTranslations.Remove(translation);
        Bring(db, post);
        return new Outcome<long>.Done(post.Sequence);
    }, cancellation);

    private static bool MayTranslate(Discussion discussion, Viewer viewer) => discussion.RefusalToReply(viewer) is null && viewer.PersonId is not null;

    private static bool MayDrop(Viewer viewer, Guid? translator, Guid? author) =>
        viewer.IsStaff || (viewer.PersonId is { } person && (person == translator || person == author));

    // The post is shown anew to those who look at it.
    private static void Bring(NetworkDb db, Post post)
    {
        post.Bring(PostExtras.Translations);
        db.Entry(post).State = EntityState.Modified;
    }
}
