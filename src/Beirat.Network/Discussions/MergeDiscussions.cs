using Beirat.Network.Common;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Discussions;

/// <summary>Puts the posts of a thread behind those of another, in their order.</summary>
public sealed record MergeDiscussions(Guid Id, Guid Target, string? Reason, bool Confirmed);

/// <inheritdoc cref="MergeDiscussions"/>
public sealed class MergeDiscussionsHandler
{
    /// <summary>More are not moved in one step.</summary>
    public const int MostPosts = 2_000;

    private readonly DiscussionWork _work;
    private readonly TimeProvider _time;

    internal MergeDiscussionsHandler(DiscussionWork work, TimeProvider time) => (_work, _time) = (work, time);

    /// <summary>
    /// Posts keep author, time and capacity and get the next numbers of the target. The target's readers must be the same or
    /// fewer: nobody may read afterwards what they could not read before.
    /// </summary>
    public Task<Outcome<Guid>> RunAsync(Viewer viewer, MergeDiscussions command, CancellationToken cancellation = default) => _work.RunAsync<Guid>(viewer, command.Id, async (db, source) =>
    {
        if (!source.MayArrange(viewer))
            return source.MergedIntoId == command.Target && viewer.IsStaff ? new Outcome<Guid>.Done(command.Target) : new Outcome<Guid>.NotFound();
        var target = await db.Discussions.ListedFor(viewer).FirstOrDefaultAsync(d => d.Id == command.Target, cancellation);
        if (target is null) return new Outcome<Guid>.Invalid("target", Refusal.UnknownDiscussion);
        if (target.Id == source.Id || target.ClosedAt is not null) return new Outcome<Guid>.Invalid("target", Refusal.CannotMerge);
        // Two circles are two choices of people: which of them would read is nobody's to guess.
        if (target.IsCircle || DiscussionReach.IsWider(target.Audience, target.IsCircle, source.Audience, source.IsCircle)) return new Outcome<Guid>.Invalid("target", Refusal.TargetIsWider);
        var reason = TextRules.Clean(command.Reason);
        if (LeadDiscussionHandler.RefusalOfReason(reason) is { } refusal) return new Outcome<Guid>.Invalid("mergeReason", refusal);
        if (source.LastSequence > MostPosts) return new Outcome<Guid>.Invalid("target", Refusal.TooManyPosts);
        if (!command.Confirmed) return new Outcome<Guid>.Invalid("mergeConfirmed", Refusal.NotConfirmed);

        var now = _time.GetUtcNow();
        db.Add(target.Note(DiscussionActKind.Merged, viewer, now, reason, from: source.Title));
        var posts = await db.Posts.Where(p => p.DiscussionId == source.Id).OrderBy(p => p.Sequence).ToListAsync(cancellation);
        var marks = await db.PostMarks.Where(m => m.DiscussionId == source.Id).ToListAsync(cancellation);
        foreach (var post in posts)
        {
            db.Add(new MovedPost(post));
            post.MoveTo(target);
        }

        foreach (var mark in marks) mark.MoveTo(target.Id);
        foreach (var reaction in await db.PostReactions.Where(r => r.DiscussionId == source.Id).ToListAsync(cancellation)) reaction.MoveTo(target.Id);
        db.Add(source.MergeInto(viewer, target.Id, reason, now));
        return new Outcome<Guid>.Done(target.Id);
    }, cancellation);
}
