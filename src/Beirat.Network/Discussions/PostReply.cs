using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Discussions;

/// <summary>Says something in a discussion. <see cref="Capacity"/> is a <see cref="Discussions.Capacity.Key"/>.</summary>
public sealed record PostReply(Guid DiscussionId, PostText Text, string Capacity = "private");

/// <summary>The post as it was stored. <see cref="Repeated"/>: the key had been used before, and this is that post.</summary>
public sealed record PostReceipt(Guid Id, long Sequence, bool Repeated);

/// <inheritdoc cref="PostReply"/>
public sealed class PostReplyHandler
{
    // What every post asks, prepared once.
    private static readonly Func<NetworkDb, Guid, CancellationToken, Task<Discussion?>> Found = EF.CompileAsyncQuery(
        (NetworkDb db, Guid id, CancellationToken _) => db.Discussions.AsNoTracking().FirstOrDefault(d => d.Id == id));

    private static readonly Func<NetworkDb, Guid?, Guid, CancellationToken, Task<Earlier?>> Before = EF.CompileAsyncQuery(
        (NetworkDb db, Guid? account, Guid key, CancellationToken _) =>
            db.Posts.Where(p => p.AccountId == account && p.Key == key).Select(p => new Earlier(p.Id, p.Sequence, p.DiscussionId)).FirstOrDefault());

    private readonly IDbContextFactory<NetworkDb> _factory;
    private readonly TimeProvider _time;
    private readonly PostCommits _commits;

    internal PostReplyHandler(IDbContextFactory<NetworkDb> factory, TimeProvider time, PostCommits commits) =>
        (_factory, _time, _commits) = (factory, time, commits);

    /// <summary>Returns after the durable commit.</summary>
    public async Task<Outcome<PostReceipt>> RunAsync(Viewer viewer, PostReply command, CancellationToken cancellation = default)
    {
        if (viewer.AccountId is null) return new Outcome<PostReceipt>.Refused(Refusal.SignInFirst);
        var (waiting, refused) = await CheckAsync(viewer, command, cancellation);
        return waiting is null ? refused! : await _commits.SaveAsync(waiting);
    }

    /// <summary>What a key that was used before means: the same post again, or a key of another discussion.</summary>
    internal static Outcome<PostReceipt> Again(Guid discussion, Guid usedIn, PostReceipt earlier) => usedIn == discussion
        ? new Outcome<PostReceipt>.Done(earlier)
        : new Outcome<PostReceipt>.Invalid("key", Refusal.KeyUsedElsewhere);

    /// <summary>All that can be said before it is this post's turn to be saved: many are checked at once, and saved one after the other.</summary>
    private async Task<(WaitingPost? Post, Outcome<PostReceipt>? Refused)> CheckAsync(Viewer viewer, PostReply command, CancellationToken cancellation)
    {
        await using var db = await _factory.CreateDbContextAsync(cancellation);
        var discussion = await Found(db, command.DiscussionId, cancellation);
        if (discussion is null || !(viewer.Sees(discussion.Audience) || await db.Discussions.VisibleTo(viewer).AnyAsync(d => d.Id == discussion.Id, cancellation))) return (null, new Outcome<PostReceipt>.NotFound());
        if (await EarlierAsync(db, viewer, command, cancellation) is { } earlier) return (null, earlier);
        if (discussion.RefusalToReply(viewer) is { } refusal) return (null, new Outcome<PostReceipt>.Refused(refusal));
        var text = command.Text with { Text = TextRules.Clean(command.Text.Text) };
        if (RefusalOf(text) is { } fault) return (null, new Outcome<PostReceipt>.Invalid(fault.Field, fault.Reason));
        var capacities = await new CapacityQuery(db, _time).RunAsync(viewer, cancellation);
        if (capacities.FirstOrDefault(c => c.Key == command.Capacity) is not { } capacity)
            return (null, new Outcome<PostReceipt>.Invalid("capacity", Refusal.CapacityNotHeld));

        var author = new Author(viewer.PersonId, viewer.AccountId);
        return (new WaitingPost(viewer, command.DiscussionId, text.Key, (into, thread) =>
        {
            var post = thread.Reply(Guid.CreateVersion7(), author, capacity, text, _time.GetUtcNow());
            into.Posts.Add(post);
            return Task.FromResult(post);
        }), null);
    }

    private static async Task<Outcome<PostReceipt>?> EarlierAsync(NetworkDb db, Viewer viewer, PostReply command, CancellationToken cancellation)
    {
        var earlier = await Before(db, viewer.AccountId, command.Text.Key, cancellation);
        return earlier is null ? null : Again(command.DiscussionId, earlier.DiscussionId, new PostReceipt(earlier.Id, earlier.Sequence, Repeated: true));
    }

    private static (string Field, Refusal Reason)? RefusalOf(PostText text)
    {
        if (text.Text.Length == 0) return ("text", Refusal.Empty);
        if (text.Text.Length > Post.MaxTextLength) return ("text", Refusal.TooLong);
        if (!TextRules.IsWellFormed(text.Text)) return ("text", Refusal.UnreadableText);
        return Languages.IsKnown(text.Language) ? null : ("language", Refusal.UnknownLanguage);
    }

    private sealed record Earlier(Guid Id, long Sequence, Guid DiscussionId);
}
