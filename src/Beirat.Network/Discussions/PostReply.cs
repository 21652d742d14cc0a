using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Knowledge;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Discussions;

/// <summary>Says something in a discussion. <see cref="Capacity"/> is a <see cref="Discussions.Capacity.Key"/>.</summary>
public sealed record PostReply(Guid DiscussionId, PostText Text, string Capacity = "private")
{
    public IReadOnlyList<PostFile> Files { get; init; } = [];

    /// <summary>Names of people to whom it is put as a question, as they were typed.</summary>
    public string? Asked { get; init; }
}

/// <summary>A file as it came. Its name and what the browser says of it do not count.</summary>
public sealed record PostFile(string Name, byte[] Bytes);

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
        // Reading files takes its time: before anybody has to wait for this writer, and after it is known that they may write.
        if (await FilesAsync(viewer, command, cancellation) is not { } files) return new Outcome<PostReceipt>.Invalid("file", FileRefusalOf(command.Files));
        using var turn = await _turns.TakeAsync(command.DiscussionId, cancellation);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(viewer, command, files, cancellation);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Another process wrote to this discussion, or the same key arrived there: look again.
                await Task.Delay(Random.Shared.Next(1, 5 * attempt), cancellation);
            }
        }
    }

    private async Task<Outcome<PostReceipt>> TryAsync(Viewer viewer, PostReply command, IReadOnlyList<TakenFile> files, CancellationToken cancellation)
    {
        await using var db = await _factory.CreateDbContextAsync(cancellation);
        var discussion = await db.Discussions.VisibleTo(viewer).FirstOrDefaultAsync(d => d.Id == command.DiscussionId, cancellation);
        if (discussion is null) return new Outcome<PostReceipt>.NotFound();
        if (await Earlier(db, viewer, command, cancellation) is { } earlier) return earlier;
        if (discussion.RefusalToReply(viewer) is { } refusal) return new Outcome<PostReceipt>.Refused(refusal);
        if (await ModerationHandler.StopOfAsync(db, viewer, _time.Today(), cancellation) is { } stop) return new Outcome<PostReceipt>.Refused(stop);
        var text = PostRules.Clean(command.Text);
        if (PostRules.RefusalOf(text) is { } fault) return new Outcome<PostReceipt>.Invalid(fault.Field, fault.Reason);
        var capacities = await new CapacityQuery(db, _time).RunAsync(viewer, cancellation);
        if (capacities.FirstOrDefault(c => c.Key == command.Capacity) is not { } capacity)
            return new Outcome<PostReceipt>.Invalid("capacity", Refusal.CapacityNotHeld);

        var mentions = await new MentionFinder(db, _time).FindAsync(viewer, discussion, text.Text, cancellation);
        if (mentions.Refusal is { } unheard) return new Outcome<PostReceipt>.Invalid("text", unheard);

        var (asked, unasked) = await AskedAsync(db, viewer, discussion, command, cancellation);
        if (unasked is { } nobody) return new Outcome<PostReceipt>.Invalid("asked", nobody);

        var author = new Author(viewer.PersonId, viewer.AccountId);
        var post = discussion.Reply(Guid.CreateVersion7(), author, capacity, text, _time.GetUtcNow());
        db.Posts.Add(post);
        mentions.Note(db, post);
        AddFiles(db, post, files);
        if (asked.Count > 0) post.Bring(PostExtras.Question);
        db.PostQuestions.AddRange(asked.Select(p => new PostQuestion(post.Id, p, post.At)));
        await PostDrafts.DropAsync(db, viewer, discussion.Id, cancellation);
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

    /// <summary>The files as they may be kept; null when one may not.</summary>
    private async Task<IReadOnlyList<TakenFile>?> FilesAsync(Viewer viewer, PostReply command, CancellationToken cancellation)
    {
        if (command.Files.Count == 0) return [];
        await using var db = await _factory.CreateDbContextAsync(cancellation);
        var discussion = await db.Discussions.VisibleTo(viewer).AsNoTracking().FirstOrDefaultAsync(d => d.Id == command.DiscussionId, cancellation);
        if (discussion?.RefusalToReply(viewer) is not null || discussion is null) return [];
        if (command.Files.Count > PostAttachment.Most) return null;
        var taken = new List<TakenFile>();
        foreach (var file in command.Files)
        {
            if (AttachmentChangeHandler.RefusalOf(file.Bytes) is not null || await AttachmentIntake.TakeAsync(file.Name, file.Bytes, cancellation) is not { } one) return null;
            taken.Add(one);
        }

        return taken;
    }

    private static Refusal FileRefusalOf(IReadOnlyList<PostFile> files) => files.Count > PostAttachment.Most
        ? Refusal.TooManyFiles
        : files.Select(f => AttachmentChangeHandler.RefusalOf(f.Bytes)).FirstOrDefault(r => r is not null) ?? Refusal.UnknownFileKind;

    private static void AddFiles(NetworkDb db, Post post, IReadOnlyList<TakenFile> files)
    {
        if (files.Count > 0) post.Bring(PostExtras.Files);
        foreach (var file in files)
        {
            db.PostAttachments.Add(new PostAttachment(post.Id, file, post.At));
            db.PostAttachmentFiles.Add(new PostAttachmentFile(file.File));
        }
    }
}
