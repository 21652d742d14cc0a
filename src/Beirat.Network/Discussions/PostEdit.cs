using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Discussions;

/// <summary>Changes one's own post. <see cref="Edition"/>: the one that the form was filled with.</summary>
public sealed record PostEdit(Guid DiscussionId, Guid PostId, string? Text, string? Language, int Edition);

/// <summary>A post as its writer changes it.</summary>
public sealed record PostForm(Guid DiscussionId, Guid PostId, long Sequence, string Title, string TitleLanguage, string Text, string Language, int Edition);

/// <inheritdoc cref="PostEdit"/>
public sealed class PostEditHandler
{
    private readonly DiscussionWork _work;
    private readonly NetworkDb _db;
    private readonly ImmediateEffect _effect;
    private readonly TimeProvider _time;

    internal PostEditHandler(DiscussionWork work, NetworkDb db, ImmediateEffect effect, TimeProvider time) => (_work, _db, _effect, _time) = (work, db, effect, time);

    /// <summary>Null when there is no such post of this viewer's.</summary>
    public async Task<PostForm?> FormAsync(Viewer viewer, Guid discussionId, Guid postId, CancellationToken cancellation = default)
    {
        var discussion = await _db.Discussions.VisibleTo(viewer, _db, _time.Today()).AsNoTracking().FirstOrDefaultAsync(d => d.Id == discussionId, cancellation);
        var post = discussion is null ? null : await _db.Posts.AsNoTracking().FirstOrDefaultAsync(p => p.Id == postId && p.DiscussionId == discussionId, cancellation);
        return post is null || post.RefusalToEdit(viewer) is not null ? null
            : new PostForm(discussionId, post.Id, post.Sequence, discussion!.Title, discussion.Language, post.Text, post.Language, post.Edition);
    }

    /// <summary>The sequence number of the post.</summary>
    public async Task<Outcome<long>> RunAsync(Viewer viewer, PostEdit command, CancellationToken cancellation = default)
    {
        var outcome = await _work.RunAsync(viewer, command.DiscussionId, (db, discussion) => TryAsync(db, discussion, viewer, command, cancellation), cancellation);
        if (outcome is Outcome<long>.Done) await _effect.TakeAsync([new Subject(SubjectKind.Post, command.PostId)], cancellation);
        return outcome;
    }

    private async Task<Outcome<long>> TryAsync(NetworkDb db, Discussion discussion, Viewer viewer, PostEdit command, CancellationToken cancellation)
    {
        var post = await db.Posts.FirstOrDefaultAsync(p => p.Id == command.PostId && p.DiscussionId == discussion.Id, cancellation);
        if (post is null || post.RefusalToEdit(viewer) is not null) return new Outcome<long>.NotFound();
        if (discussion.RefusalToReply(viewer) is { } refusal) return new Outcome<long>.Refused(refusal);
        if (await ModerationHandler.StopOfAsync(db, viewer, _time.Today(), cancellation) is { } stop) return new Outcome<long>.Refused(stop);
        var text = PostRules.Clean(new PostText(command.Text ?? string.Empty, command.Language ?? string.Empty, post.Key));
        if (PostRules.RefusalOf(text) is { } fault) return new Outcome<long>.Invalid(fault.Field, fault.Reason);
        // The same text from two windows, or sent twice, is one change.
        if (text.Text == post.Text && text.Language == post.Language) return new Outcome<long>.Done(post.Sequence);
        if (command.Edition != post.Edition) return new Outcome<long>.Stale(post.Edition);
        var mentions = await new MentionFinder(db, _time).FindAsync(viewer, discussion, text.Text, cancellation);
        if (mentions.Refusal is { } unheard) return new Outcome<long>.Invalid("text", unheard);
        db.PostRevisions.Add(post.Edit(viewer, text, discussion.Audience, _time.GetUtcNow())!);
        // Whoever was called before is not called again.
        var before = await db.PostMentions.Where(m => m.PostId == post.Id).ToListAsync(cancellation);
        db.PostMentions.RemoveRange(before.Where(m => !mentions.People.Contains(m.PersonId)));
        (mentions with { People = [.. mentions.People.Except(before.Select(m => m.PersonId))] }).Note(db, post);
        return new Outcome<long>.Done(post.Sequence);
    }
}
