using Beirat.Network.Common;

namespace Beirat.Network.Discussions;

/// <summary>Changes title and introduction. <see cref="Version"/>: the <see cref="Discussion.TextVersion"/> that the form was filled with.</summary>
public sealed record ReviseDiscussion(Guid Id, string? Title, string? Introduction, int Version);

/// <summary>Closes a thread or opens it again, and says why.</summary>
public sealed record CloseDiscussion(Guid Id, bool Closed, string? Reason);

/// <summary>Puts a thread above the others, or back among them.</summary>
public sealed record PinDiscussion(Guid Id, bool Pinned);

/// <summary>Makes a thread be about something else.</summary>
public sealed record MoveDiscussion(Guid Id, SubjectSlugs About);

/// <summary>What staff and whoever began a thread do with it. Each leaves a line in the thread.</summary>
public sealed class LeadDiscussionHandler
{
    private readonly DiscussionWork _work;
    private readonly DiscussionSubjects _subjects;
    private readonly TimeProvider _time;

    internal LeadDiscussionHandler(DiscussionWork work, DiscussionSubjects subjects, TimeProvider time) => (_work, _subjects, _time) = (work, subjects, time);

    public Task<Outcome<Guid>> RunAsync(Viewer viewer, ReviseDiscussion command, CancellationToken cancellation = default) => _work.RunAsync<Guid>(viewer, command.Id, async (db, discussion) =>
    {
        if (!discussion.MayLead(viewer)) return new Outcome<Guid>.NotFound();
        var (title, introduction) = (TextRules.Clean(command.Title), TextRules.Clean(command.Introduction));
        var faults = new Dictionary<string, Refusal>();
        if (StartDiscussionHandler.RefusalOfTitle(title) is { } noTitle) faults["title"] = noTitle;
        if (introduction.Length > 0 && PostRules.RefusalOf(introduction, StartDiscussionHandler.MaxIntroduction) is { } noText) faults["introduction"] = noText;
        if (faults.Count > 0) return new Outcome<Guid>.Invalid(faults);
        if (command.Version != discussion.TextVersion) return new Outcome<Guid>.Stale(discussion.TextVersion);
        if (discussion.Revise(viewer, title, introduction, _time.GetUtcNow()) is { } act)
        {
            db.Add(act);
            // Hits of posts bear the title.
            await DiscussionWork.TouchPostsAsync(db, discussion.Id, act.At, cancellation);
        }

        return new Outcome<Guid>.Done(discussion.Id);
    }, cancellation);

    public Task<Outcome<Guid>> RunAsync(Viewer viewer, CloseDiscussion command, CancellationToken cancellation = default) => _work.RunAsync<Guid>(viewer, command.Id, (db, discussion) =>
    {
        if (!discussion.MayLead(viewer)) return Task.FromResult<Outcome<Guid>>(new Outcome<Guid>.NotFound());
        var reason = TextRules.Clean(command.Reason);
        if (RefusalOfReason(reason) is { } refusal) return Task.FromResult<Outcome<Guid>>(new Outcome<Guid>.Invalid("reason", refusal));
        // Pressed twice: it is done.
        if (command.Closed == discussion.ClosedAt is null)
            db.Add(command.Closed ? discussion.Close(viewer, reason, _time.GetUtcNow()) : discussion.Reopen(viewer, reason, _time.GetUtcNow()));
        return Task.FromResult<Outcome<Guid>>(new Outcome<Guid>.Done(discussion.Id));
    }, cancellation);

    public Task<Outcome<Guid>> RunAsync(Viewer viewer, PinDiscussion command, CancellationToken cancellation = default) => _work.RunAsync<Guid>(viewer, command.Id, (db, discussion) =>
    {
        if (!discussion.MayArrange(viewer)) return Task.FromResult<Outcome<Guid>>(new Outcome<Guid>.NotFound());
        if (command.Pinned == discussion.PinnedAt is null) db.Add(discussion.Pin(viewer, command.Pinned, _time.GetUtcNow()));
        return Task.FromResult<Outcome<Guid>>(new Outcome<Guid>.Done(discussion.Id));
    }, cancellation);

    public Task<Outcome<Guid>> RunAsync(Viewer viewer, MoveDiscussion command, CancellationToken cancellation = default) => _work.RunAsync<Guid>(viewer, command.Id, async (db, discussion) =>
    {
        if (!discussion.MayArrange(viewer)) return new Outcome<Guid>.NotFound();
        var (subject, faults) = await _subjects.FindAsync(viewer, command.About, cancellation);
        if (subject is null) return new Outcome<Guid>.Invalid(faults);
        if (subject != new DiscussionSubject(discussion.TopicId, discussion.OrganizationId, discussion.EventId, discussion.ArticleId))
        {
            var act = discussion.MoveTo(viewer, subject, _time.GetUtcNow());
            db.Add(act);
            await DiscussionWork.TouchPostsAsync(db, discussion.Id, act.At, cancellation);
        }

        return new Outcome<Guid>.Done(discussion.Id);
    }, cancellation);

    internal static Refusal? RefusalOfReason(string reason) => PostRules.RefusalOf(reason, DiscussionAct.MaxReason);
}
