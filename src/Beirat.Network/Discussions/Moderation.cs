using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Outbox;
using Beirat.Network.People;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Discussions;

/// <summary>Tells the office about a post.</summary>
public sealed record ReportPost(Guid DiscussionId, Guid PostId, ReportReason? Reason, string? Text);

/// <summary>What the office does about a report; the same for every open report of that post.</summary>
public sealed record DecideReport(Guid Id, ReportState State, string? Decision);

/// <summary>Folds somebody's posts for the viewer alone, or unfolds them.</summary>
public sealed record MutePerson(string Slug, bool Muted);

/// <summary>Stops somebody's writing until a day; without one the stop ends now.</summary>
public sealed record StopWriting(string Slug, DateOnly? Until, string? Reason);

/// <summary>Reports, muting and stops.</summary>
public sealed class ModerationHandler
{
    // Every post asks it.
    private static readonly Prepared<Func<NetworkDb, Guid, DateOnly, CancellationToken, Task<bool>>> Stopped = new(() => EF.CompileAsyncQuery(
        (NetworkDb db, Guid person, DateOnly today, CancellationToken _) => db.WritingStops.Any(s => s.PersonId == person && s.Until >= today)));

    private readonly NetworkDb _db;
    private readonly ImmediateEffect _effect;
    private readonly TimeProvider _time;

    internal ModerationHandler(NetworkDb db, ImmediateEffect effect, TimeProvider time) => (_db, _effect, _time) = (db, effect, time);

    /// <summary>The sequence number of the post.</summary>
    public async Task<Outcome<long>> RunAsync(Viewer viewer, ReportPost command, CancellationToken cancellation = default)
    {
        if (!viewer.IsSignedIn) return new Outcome<long>.Refused(Refusal.SignInFirst);
        var post = viewer.PersonId is not null && await _db.Discussions.VisibleTo(viewer, _db, _time.Today()).AnyAsync(d => d.Id == command.DiscussionId, cancellation)
            ? await _db.Posts.AsNoTracking().FirstOrDefaultAsync(p => p.Id == command.PostId && p.DiscussionId == command.DiscussionId && p.RemovedAt == null, cancellation)
            : null;
        if (post is null || viewer.PersonId is not { } person || post.IsBy(viewer)) return new Outcome<long>.NotFound();
        var text = TextRules.Clean(command.Text);
        if (command.Reason is not { } reason) return new Outcome<long>.Invalid("kind", Refusal.Empty);
        if ((text.Length > 0 || reason == ReportReason.Other) && PostRules.RefusalOf(text, PostReport.MaxText) is { } fault) return new Outcome<long>.Invalid("text", fault);
        if (await _db.PostReports.AnyAsync(r => r.PostId == post.Id && r.ReporterId == person && r.State == ReportState.Open, cancellation)) return new Outcome<long>.Invalid("kind", Refusal.AlreadyReported);
        _db.PostReports.Add(new PostReport(post.Id, person, reason, text, _time.GetUtcNow()));
        await _db.SaveChangesAsync(cancellation);
        return new Outcome<long>.Done(post.Sequence);
    }

    public async Task<Outcome<Guid>> RunAsync(Viewer viewer, DecideReport command, CancellationToken cancellation = default)
    {
        if (!viewer.IsStaff || command.State == ReportState.Open) return new Outcome<Guid>.NotFound();
        var report = await _db.PostReports.FirstOrDefaultAsync(r => r.Id == command.Id, cancellation);
        var post = report is null ? null : await _db.Posts.FirstOrDefaultAsync(p => p.Id == report.PostId, cancellation);
        if (post is null || !await _db.Discussions.VisibleTo(viewer, _db, _time.Today()).AnyAsync(d => d.Id == post.DiscussionId, cancellation)) return new Outcome<Guid>.NotFound();
        if (report!.State != ReportState.Open) return new Outcome<Guid>.Invalid("decision", Refusal.AlreadyDecided);
        if (post.IsBy(viewer)) return new Outcome<Guid>.Invalid("decision", Refusal.OwnEntry);
        var (decision, now) = (TextRules.Clean(command.Decision), _time.GetUtcNow());
        if (LeadDiscussionHandler.RefusalOfReason(decision) is { } fault) return new Outcome<Guid>.Invalid("decision", fault);
        foreach (var same in await _db.PostReports.Where(r => r.PostId == post.Id && r.State == ReportState.Open).ToListAsync(cancellation)) same.Decide(command.State, decision, viewer, now);
        if (command.State != ReportState.Left && post.RemovedAt is null)
        {
            if (command.State == ReportState.Hidden)
            {
                _db.RemovedTexts.Add(post.Hide(viewer, now, decision));
            }
            else
            {
                await PostRemovalHandler.EmptyAsync(_db, [post.Id], cancellation);
                post.Remove(viewer, now, decision);
            }
        }

        await _db.SaveChangesAsync(cancellation);
        await _effect.TakeAsync([new Subject(SubjectKind.Post, post.Id), new Subject(SubjectKind.Discussion, post.DiscussionId)], cancellation);
        return new Outcome<Guid>.Done(report.Id);
    }

    public async Task<Outcome<bool>> RunAsync(Viewer viewer, MutePerson command, CancellationToken cancellation = default)
    {
        if (!viewer.IsSignedIn) return new Outcome<bool>.Refused(Refusal.SignInFirst);
        if (viewer.PersonId is not { } person || await PersonAsync(viewer, command.Slug, cancellation) is not { } other || other == person) return new Outcome<bool>.NotFound();
        var mute = await _db.PersonMutes.FirstOrDefaultAsync(m => m.PersonId == person && m.MutedId == other, cancellation);
        if (mute is null == !command.Muted) return new Outcome<bool>.Done(command.Muted);
        if (command.Muted) _db.PersonMutes.Add(new PersonMute(person, other, _time.GetUtcNow()));
        else _db.PersonMutes.Remove(mute!);
        try
        {
            await _db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Pressed twice at once: it is done. Anything else is a fault.
            _db.ChangeTracker.Clear();
            if (await _db.PersonMutes.AnyAsync(m => m.PersonId == person && m.MutedId == other, cancellation) != command.Muted) throw;
        }

        return new Outcome<bool>.Done(command.Muted);
    }

    public async Task<Outcome<bool>> RunAsync(Viewer viewer, StopWriting command, CancellationToken cancellation = default)
    {
        if (!viewer.IsStaff || await PersonAsync(viewer, command.Slug, cancellation) is not { } person) return new Outcome<bool>.NotFound();
        var stop = await _db.WritingStops.FirstOrDefaultAsync(s => s.PersonId == person, cancellation);
        if (command.Until is not { } until)
        {
            if (stop is not null) _db.WritingStops.Remove(stop);
            await _db.SaveChangesAsync(cancellation);
            return new Outcome<bool>.Done(false);
        }

        var reason = TextRules.Clean(command.Reason);
        if (person == viewer.PersonId) return new Outcome<bool>.Invalid("until", Refusal.OwnEntry);
        if (until < _time.Today()) return new Outcome<bool>.Invalid("until", Refusal.DayPassed);
        if (until > _time.Today().AddDays(WritingStop.MaxDays)) return new Outcome<bool>.Invalid("until", Refusal.UnlikelyDate);
        if (LeadDiscussionHandler.RefusalOfReason(reason) is { } fault) return new Outcome<bool>.Invalid("reason", fault);
        if (stop is null) _db.WritingStops.Add(stop = new WritingStop(person));
        stop.Set(until, reason, viewer, _time.GetUtcNow());
        await _db.SaveChangesAsync(cancellation);
        return new Outcome<bool>.Done(true);
    }

    /// <summary>Null for somebody who may write as far as this goes.</summary>
    internal static async Task<Refusal?> StopOfAsync(NetworkDb db, Viewer viewer, DateOnly today, CancellationToken cancellation) =>
        viewer.PersonId is { } person && await Stopped.For(db)(db, person, today, cancellation) ? Refusal.WritingStopped : null;

    private async Task<Guid?> PersonAsync(Viewer viewer, string slug, CancellationToken cancellation) =>
        await _db.People.VisibleTo(viewer, _db, _time.Today()).Where(p => p.Slug == slug).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(cancellation);
}
