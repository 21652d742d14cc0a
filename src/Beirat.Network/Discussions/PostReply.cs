using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Knowledge;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Discussions;

/// <summary>Says something in a discussion. <see cref="Capacity"/> is a <see cref="Discussions.Capacity.Key"/>.</summary>
public sealed record PostReply(Guid DiscussionId, PostText Text, string Capacity = "private")
{
    public IReadOnlyList<IncomingFile> Files { get; init; } = [];

    /// <summary>Names of people to whom it is put as a question, as they were typed.</summary>
    public string? Asked { get; init; }
}

/// <summary>The post as it was stored. <see cref="Repeated"/>: the key had been used before, and this is that post.</summary>
public sealed record PostReceipt(Guid Id, long Sequence, bool Repeated);

/// <inheritdoc cref="PostReply"/>
public sealed class PostReplyHandler
{
    // What every post asks.
    private static readonly Prepared<Func<NetworkDb, Guid, CancellationToken, Task<Discussion?>>> Thread = new(() => EF.CompileAsyncQuery(
        (NetworkDb db, Guid id, CancellationToken _) => db.Discussions.AsNoTracking().FirstOrDefault(d => d.Id == id)));

    private static readonly Prepared<Func<NetworkDb, Guid?, Guid, CancellationToken, Task<EarlierPost?>>> Earlier = new(() => EF.CompileAsyncQuery(
        (NetworkDb db, Guid? account, Guid key, CancellationToken _) =>
            db.Posts.Where(p => p.AccountId == account && p.Key == key).Select(p => new EarlierPost(p.Id, p.Sequence, p.DiscussionId)).FirstOrDefault()));

    private readonly IDbContextFactory<NetworkDb> _factory;
    private readonly TimeProvider _time;
    private readonly PostCommits _commits;

    internal PostReplyHandler(IDbContextFactory<NetworkDb> factory, TimeProvider time, PostCommits commits) =>
        (_factory, _time, _commits) = (factory, time, commits);

    /// <summary>Returns after the durable commit.</summary>
    public async Task<Outcome<PostReceipt>> RunAsync(Viewer viewer, PostReply command, CancellationToken cancellation = default)
    {
        if (viewer.AccountId is null) return new Outcome<PostReceipt>.Refused(Refusal.SignInFirst);
        // Reading files takes its time: before anybody has to wait for this writer, and after it is known that they may write.
        var (files, unfit) = await FilesAsync(viewer, command, cancellation);
        if (unfit is { } reason) return new Outcome<PostReceipt>.Invalid("file", reason);
        var (waiting, refused) = await CheckAsync(viewer, command, files, cancellation);
        return waiting is null ? refused! : await _commits.SaveAsync(waiting);
    }

    /// <summary>What a key that was used before means: the same post again, or a key of another discussion.</summary>
    internal static Outcome<PostReceipt> Again(Guid discussion, Guid usedIn, PostReceipt earlier) => usedIn == discussion
        ? new Outcome<PostReceipt>.Done(earlier)
        : new Outcome<PostReceipt>.Invalid("key", Refusal.KeyUsedElsewhere);

    /// <summary>All that can be said before it is this post's turn to be saved: many are checked at once, and saved one after the other.</summary>
    private async Task<(WaitingPost? Post, Outcome<PostReceipt>? Refused)> CheckAsync(
        Viewer viewer, PostReply command, IReadOnlyList<TakenFile> files, CancellationToken cancellation)
    {
        await using var db = await _factory.CreateDbContextAsync(cancellation);
        var discussion = await Thread.For(db)(db, command.DiscussionId, cancellation);
        if (discussion is null || !await db.MaySeeAsync(viewer, discussion, _time.Today(), cancellation)) return (null, new Outcome<PostReceipt>.NotFound());
        if (await EarlierAsync(db, viewer, command, cancellation) is { } earlier) return (null, earlier);
        if (discussion.RefusalToReply(viewer) is { } refusal) return (null, new Outcome<PostReceipt>.Refused(refusal));
        if (await ModerationHandler.StopOfAsync(db, viewer, _time.Today(), cancellation) is { } stop) return (null, new Outcome<PostReceipt>.Refused(stop));
        var text = PostRules.Clean(command.Text);
        if (PostRules.RefusalOf(text) is { } fault) return (null, new Outcome<PostReceipt>.Invalid(fault.Field, fault.Reason));
        var capacities = await new CapacityQuery(db, _time).RunAsync(viewer, cancellation);
        if (capacities.FirstOrDefault(c => c.Key == command.Capacity) is not { } capacity)
            return (null, new Outcome<PostReceipt>.Invalid("capacity", Refusal.CapacityNotHeld));

        var mentions = await new MentionFinder(db, _time).FindAsync(viewer, discussion, text.Text, cancellation);
        if (mentions.Refusal is { } unheard) return (null, new Outcome<PostReceipt>.Invalid("text", unheard));
        var (asked, unasked) = await AskedAsync(db, viewer, discussion, command, cancellation);
        if (unasked is { } nobody) return (null, new Outcome<PostReceipt>.Invalid("asked", nobody));

        var author = new Author(viewer.PersonId, viewer.AccountId);
        return (new WaitingPost(viewer, command.DiscussionId, text.Key, (into, thread) =>
        {
            var post = thread.Reply(Guid.CreateVersion7(), author, capacity, text, _time.GetUtcNow());
            into.Posts.Add(post);
            mentions.Note(into, post);
            AddFiles(into, post, files);
            if (asked.Count > 0) post.Bring(PostExtras.Question);
            into.PostQuestions.AddRange(asked.Select(p => new PostQuestion(post.Id, p, post.At)));
            PostDrafts.Drop(into, viewer, thread.Id);
            ThreadReadHandler.Follow(into, viewer, post);
            return post;
        }), null);
    }

    private static async Task<Outcome<PostReceipt>?> EarlierAsync(NetworkDb db, Viewer viewer, PostReply command, CancellationToken cancellation)
    {
        var earlier = await Earlier.For(db)(db, viewer.AccountId, command.Text.Key, cancellation);
        return earlier is null ? null : Again(command.DiscussionId, earlier.DiscussionId, new PostReceipt(earlier.Id, earlier.Sequence, Repeated: true));
    }

    private async Task<(IReadOnlyList<Guid> People, Refusal? Refusal)> AskedAsync(NetworkDb db, Viewer viewer, Discussion discussion, PostReply command, CancellationToken cancellation)
    {
        var names = PeopleByName.Lines(command.Asked);
        if (names.Count == 0) return ([], null);
        if (names.Count > PostQuestion.Most) return ([], Refusal.TooManyAsked);
        var people = await new PeopleByName(db, _time).RunAsync(viewer, names, cancellation);
        if (people.Missing.Count > 0) return ([], Refusal.NamesNotFound);
        var ids = people.Found.Select(p => p.Id).Where(p => p != viewer.PersonId).ToList();
        if (ids.Count == 0) return ([], Refusal.SamePerson);
        return await db.ReadersOf(discussion, _time.Today()).CountAsync(p => ids.Contains(p.Id), cancellation) == ids.Count ? (ids, null) : ([], Refusal.OutsideAudience);
    }

    /// <summary>The files as they may be kept, or why one may not.</summary>
    private async Task<(IReadOnlyList<TakenFile> Files, Refusal? Refusal)> FilesAsync(Viewer viewer, PostReply command, CancellationToken cancellation)
    {
        if (command.Files.Count == 0) return ([], null);
        await using var db = await _factory.CreateDbContextAsync(cancellation);
        var discussion = await db.Discussions.VisibleTo(viewer, db, _time.Today()).AsNoTracking().FirstOrDefaultAsync(d => d.Id == command.DiscussionId, cancellation);
        return discussion?.RefusalToReply(viewer) is not null || discussion is null
            ? ([], null)
            : await AttachmentIntake.TakeAllAsync(command.Files, PostAttachment.Most, cancellation);
    }

    private static void AddFiles(NetworkDb db, Post post, IReadOnlyList<TakenFile> files)
    {
        if (files.Count > 0) post.Bring(PostExtras.Files);
        foreach (var file in files)
        {
            db.PostAttachments.Add(new PostAttachment(post.Id, file, post.At));
            db.PostAttachmentFiles.Add(new PostAttachmentFile(file.File));
        }
    }

    private sealed record EarlierPost(Guid Id, long Sequence, Guid DiscussionId);
}
