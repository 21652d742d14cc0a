using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.AdviceRequests;

/// <summary>What the requester officially says to the answer.</summary>
public sealed record OfficialReplyText(Guid RequestId, AdviceVerdict? Verdict, string Reason);

/// <summary>The steps of a request from the finished draft on. Two who take a step at once take it once.</summary>
public sealed class AdviceSteps
{
    private readonly NetworkDb _db;
    private readonly TimeProvider _time;

    internal AdviceSteps(NetworkDb db, TimeProvider time) => (_db, _time) = (db, time);

    /// <summary>
    /// The advisers agree on the version that was read, with the files that were seen: nobody releases what somebody else
    /// wrote or added a moment ago.
    /// </summary>
    public async Task<Outcome<Guid>> ReleaseAsync(Viewer viewer, Guid id, int version, int fileChanges, CancellationToken cancellation = default)
    {
        if (await FindAsync(viewer, id, cancellation) is not { } request || !request.MayWrite(viewer)) return new Outcome<Guid>.NotFound();
        var open = await _db.AdviceComments.CountAsync(c => c.RequestId == id && c.ResolvedAt == null, cancellation);
        if (request.RefusalToRelease(open) is { } refusal) return new Outcome<Guid>.Refused(refusal);
        if (request.LastVersion != version || request.FileChanges != fileChanges) return new Outcome<Guid>.Stale(request.LastVersion);
        request.Release(viewer.PersonId, open, _time.GetUtcNow());
        return await SavedAsync(request, cancellation);
    }

    public Task<Outcome<Guid>> TakeBackAsync(Viewer viewer, Guid id, CancellationToken cancellation = default) =>
        StepAsync(viewer, id, r => r.MayWrite(viewer), r => r.RefusalUnless(AdviceState.Released), r => r.TakeBackRelease(), cancellation);

    /// <summary>The office hands the answer to the requester.</summary>
    public Task<Outcome<Guid>> DeliverAsync(Viewer viewer, Guid id, CancellationToken cancellation = default) =>
        StepAsync(viewer, id, _ => viewer.IsStaff, r => r.RefusalUnless(AdviceState.Released), r => r.Deliver(viewer.PersonId, _time.GetUtcNow()), cancellation);

    public async Task<Outcome<Guid>> ReplyAsync(Viewer viewer, OfficialReplyText command, CancellationToken cancellation = default)
    {
        if (await OwnAsync(viewer, command.RequestId, cancellation) is not { } request) return new Outcome<Guid>.NotFound();
        if (request.RefusalUnless(AdviceState.Delivered) is { } refusal) return new Outcome<Guid>.Refused(refusal);
        var faults = new Dictionary<string, Refusal>();
        if (command.Verdict is null) faults["verdict"] = Refusal.Empty;
        var reason = TextRules.Clean(command.Reason);
        if (AdviceRules.RefusalOfText(reason, AdviceRules.MaxReason) is { } fault) faults["reason"] = fault;
        if (faults.Count > 0) return new Outcome<Guid>.Invalid(faults);
        request.Reply(command.Verdict!.Value, reason, viewer.PersonId, _time.GetUtcNow());
        return await SavedAsync(request, cancellation);
    }

    /// <summary>Takes a request back before it was answered.</summary>
    public async Task<Outcome<Guid>> WithdrawAsync(Viewer viewer, Guid id, CancellationToken cancellation = default)
    {
        if (await OwnAsync(viewer, id, cancellation) is not { } request) return new Outcome<Guid>.NotFound();
        if (request.RefusalToWithdraw is { } refusal) return new Outcome<Guid>.Refused(refusal);
        request.Withdraw(_time.GetUtcNow());
        if (await _db.Discussions.FirstOrDefaultAsync(d => d.AdviceRequestId == id, cancellation) is { } thread) thread.Close(_time.GetUtcNow());
        return await SavedAsync(request, cancellation);
    }

    private async Task<Outcome<Guid>> StepAsync(
        Viewer viewer, Guid id, Func<AdviceRequest, bool> may, Func<AdviceRequest, Refusal?> refusalOf, Action<AdviceRequest> step, CancellationToken cancellation)
    {
        if (await FindAsync(viewer, id, cancellation) is not { } request || !may(request)) return new Outcome<Guid>.NotFound();
        if (refusalOf(request) is { } refusal) return new Outcome<Guid>.Refused(refusal);
        step(request);
        return await SavedAsync(request, cancellation);
    }

    private async Task<Outcome<Guid>> SavedAsync(AdviceRequest request, CancellationToken cancellation)
    {
        try
        {
            await _db.SaveChangesAsync(cancellation);
            return new Outcome<Guid>.Done(request.Id);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Outcome<Guid>.Refused(Refusal.ChangedMeanwhile);
        }
    }

    private Task<AdviceRequest?> FindAsync(Viewer viewer, Guid id, CancellationToken cancellation) =>
        _db.AdviceRequests.VisibleTo(viewer, _db, _time.Today()).Include(r => r.Assignments).FirstOrDefaultAsync(r => r.Id == id, cancellation);

    private Task<AdviceRequest?> OwnAsync(Viewer viewer, Guid id, CancellationToken cancellation) =>
        _db.AdviceRequests.AskedBy(viewer, _db, _time.Today()).FirstOrDefaultAsync(r => r.Id == id, cancellation);
}
