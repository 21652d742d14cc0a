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
    // Writers of one discussion meet at its row; each retry means that another one got through.
    private const int Attempts = 20;

    private readonly IDbContextFactory<NetworkDb> _factory;
    private readonly TimeProvider _time;
    private readonly WriteTurns _turns;

    internal PostReplyHandler(IDbContextFactory<NetworkDb> factory, TimeProvider time, WriteTurns turns) =>
        (_factory, _time, _turns) = (factory, time, turns);

    /// <summary>Returns after the durable commit.</summary>
    public async Task<Outcome<PostReceipt>> RunAsync(Viewer viewer, PostReply command, CancellationToken cancellation = default)
    {
        if (viewer.AccountId is null) return new Outcome<PostReceipt>.Refused(Refusal.SignInFirst);
        using var turn = await _turns.TakeAsync(command.DiscussionId, cancellation);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(viewer, command, cancellation);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Another process wrote to this discussion, or the same key arrived there: look again.
                await Task.Delay(Random.Shared.Next(1, 5 * attempt), cancellation);
            }
        }
    }

    private async Task<Outcome<PostReceipt>> TryAsync(Viewer viewer, PostReply command, CancellationToken cancellation)
    {
        await using var db = await _factory.CreateDbContextAsync(cancellation);
        var discussion = await db.Discussions.VisibleTo(viewer).FirstOrDefaultAsync(d => d.Id == command.DiscussionId, cancellation);
        if (discussion is null) return new Outcome<PostReceipt>.NotFound();
        if (await Earlier(db, viewer, command, cancellation) is { } earlier) return earlier;
        if (discussion.RefusalToReply(viewer) is { } refusal) return new Outcome<PostReceipt>.Refused(refusal);
        var text = command.Text with { Text = TextRules.Clean(command.Text.Text) };
        if (RefusalOf(text) is { } fault) return new Outcome<PostReceipt>.Invalid(fault.Field, fault.Reason);
        var capacities = await new CapacityQuery(db, _time).RunAsync(viewer, cancellation);
        if (capacities.FirstOrDefault(c => c.Key == command.Capacity) is not { } capacity)
            return new Outcome<PostReceipt>.Invalid("capacity", Refusal.CapacityNotHeld);

        var author = new Author(viewer.PersonId, viewer.AccountId);
        var post = discussion.Reply(Guid.CreateVersion7(), author, capacity, text, _time.GetUtcNow());
        db.Posts.Add(post);
        await db.SaveChangesAsync(cancellation);
        return new Outcome<PostReceipt>.Done(new PostReceipt(post.Id, post.Sequence, Repeated: false));
    }

    private static async Task<Outcome<PostReceipt>?> Earlier(NetworkDb db, Viewer viewer, PostReply command, CancellationToken cancellation)
    {
        var earlier = await db.Posts.AsNoTracking().Where(p => p.AccountId == viewer.AccountId && p.Key == command.Text.Key)
            .Select(p => new { p.Id, p.Sequence, p.DiscussionId }).FirstOrDefaultAsync(cancellation);
        if (earlier is null) return null;
        return earlier.DiscussionId == command.DiscussionId
            ? new Outcome<PostReceipt>.Done(new PostReceipt(earlier.Id, earlier.Sequence, Repeated: true))
            : new Outcome<PostReceipt>.Invalid("key", Refusal.KeyUsedElsewhere);
    }

    private static (string Field, Refusal Reason)? RefusalOf(PostText text)
    {
        if (text.Text.Length == 0) return ("text", Refusal.Empty);
        if (text.Text.Length > Post.MaxTextLength) return ("text", Refusal.TooLong);
        if (!TextRules.IsWellFormed(text.Text)) return ("text", Refusal.UnreadableText);
        return Languages.IsKnown(text.Language) ? null : ("language", Refusal.UnknownLanguage);
    }
}
