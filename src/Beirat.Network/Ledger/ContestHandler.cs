using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Ledger;

/// <summary>Says of an own entry that it is not right, and why.</summary>
public sealed record ContestEntry(EvidenceSource Source, string? Reason);

/// <summary>Takes a contest back that is not decided yet: the entry counts again.</summary>
public sealed record ContestWithdrawal(Guid Id);

/// <summary>Decides about a contested entry. An entry that goes on counting needs a word on why.</summary>
public sealed record ContestDecision(Guid Id, bool? Counts, string? Note);

/// <summary>Contested entries: from whom they are about, to staff.</summary>
public sealed class ContestHandler
{
    private readonly NetworkDb _db;
    private readonly LedgerQuery _ledger;
    private readonly ContestNotices _notices;
    private readonly ImmediateEffect _effect;
    private readonly TimeProvider _time;

    internal ContestHandler(NetworkDb db, LedgerQuery ledger, ContestNotices notices, ImmediateEffect effect, TimeProvider time) =>
        (_db, _ledger, _notices, _effect, _time) = (db, ledger, notices, effect, time);

    public async Task<Outcome<Guid>> RunAsync(Viewer viewer, ContestEntry command, CancellationToken cancellation = default)
    {
        if (viewer.PersonId is not { } person || await _ledger.EntryAsync(viewer, command.Source, cancellation) is not { } entry) return new Outcome<Guid>.NotFound();
        // Once is enough: asking again after a decision would take the entry out again.
        if (entry.Contest is { } earlier)
            return earlier.State == ContestState.Open ? new Outcome<Guid>.Done(earlier.Id) : new Outcome<Guid>.Refused(Refusal.AlreadyDecided);
        var reason = TextRules.Clean(command.Reason);
        if (reason.Length == 0) return new Outcome<Guid>.Invalid("reason", Refusal.Empty);
        if (FaultOf(reason) is { } fault) return new Outcome<Guid>.Invalid("reason", fault);
        var contest = new EvidenceContest(Guid.CreateVersion7(), person, command.Source, Excerpt.Beginning(entry.Title, EvidenceContest.MaxTitleLength), reason, _time.GetUtcNow());
        _db.EvidenceContests.Add(contest);
        await _notices.TellStaffAsync(contest, cancellation);
        try
        {
            await _db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Sent twice at once: the other one got through. Anything else is a fault.
            _db.ChangeTracker.Clear();
            if (await _ledger.EntryAsync(viewer, command.Source, cancellation) is not { Contest: { } other }) throw;
            return new Outcome<Guid>.Done(other.Id);
        }

        await _effect.TakeAsync([contest.Subject], cancellation);
        return new Outcome<Guid>.Done(contest.Id);
    }

    public async Task<Outcome<Guid>> RunAsync(Viewer viewer, ContestWithdrawal command, CancellationToken cancellation = default)
    {
        var contest = viewer.PersonId is { } person ? await _db.EvidenceContests.FirstOrDefaultAsync(c => c.Id == command.Id && c.PersonId == person, cancellation) : null;
        if (contest is null) return new Outcome<Guid>.NotFound();
        if (contest.State != ContestState.Open) return new Outcome<Guid>.Refused(Refusal.AlreadyDecided);
        _db.EvidenceContests.Remove(contest);
        return await SaveAsync(contest, cancellation);
    }

    public async Task<Outcome<Guid>> RunAsync(Viewer viewer, ContestDecision command, CancellationToken cancellation = default)
    {
        var contest = viewer.IsStaff ? await _db.EvidenceContests.FirstOrDefaultAsync(c => c.Id == command.Id, cancellation) : null;
        if (contest is null) return new Outcome<Guid>.NotFound();
        if (contest.RefusalToDecide(viewer) is { } refusal) return new Outcome<Guid>.Refused(refusal);
        var note = TextRules.Clean(command.Note);
        if (command.Counts is not { } counts) return new Outcome<Guid>.Invalid("counts", Refusal.Empty);
        if (counts && note.Length == 0) return new Outcome<Guid>.Invalid("note", Refusal.Empty);
        if (FaultOf(note) is { } fault) return new Outcome<Guid>.Invalid("note", fault);
        contest.Decide(counts, note, viewer.AccountId, _time.GetUtcNow());
        await _notices.TellDecisionAsync(contest, cancellation);
        return await SaveAsync(contest, cancellation);
    }

    // Withdrawn and decided at the same moment, or decided by two: the first counts, the other one is told.
    private async Task<Outcome<Guid>> SaveAsync(EvidenceContest contest, CancellationToken cancellation)
    {
        try
        {
            await _db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            _db.ChangeTracker.Clear();
            return await _db.EvidenceContests.AnyAsync(c => c.Id == contest.Id, cancellation)
                ? new Outcome<Guid>.Refused(Refusal.AlreadyDecided) : new Outcome<Guid>.NotFound();
        }

        await _effect.TakeAsync([contest.Subject], cancellation);
        return new Outcome<Guid>.Done(contest.Id);
    }

    private static Refusal? FaultOf(string text) =>
        text.Length > EvidenceContest.MaxTextLength ? Refusal.TooLong : !TextRules.IsWellFormed(text) ? Refusal.UnreadableText : null;
}
