using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.AdviceRequests;

/// <summary>A new version of the joint draft, made from <see cref="BasedOn"/> (0: from nothing).</summary>
public sealed record AdviceDraftText(Guid RequestId, int BasedOn, string Text, string Language);

/// <summary>A remark on the draft. <see cref="Key"/> is made with the form: the same key twice is one remark.</summary>
public sealed record AdviceRemark(Guid RequestId, string Text, Guid Key);

/// <summary>Writing the answer together: versions that nobody can overwrite, remarks that can be settled.</summary>
public sealed class AdviceDraftWork
{
    private readonly NetworkDb _db;
    private readonly TimeProvider _time;

    internal AdviceDraftWork(NetworkDb db, TimeProvider time) => (_db, _time) = (db, time);

    /// <summary>The number of the version. Stale, with the newest number, when somebody else wrote meanwhile.</summary>
    public async Task<Outcome<int>> SaveAsync(Viewer viewer, AdviceDraftText command, CancellationToken cancellation = default)
    {
        if (await WritableAsync(viewer, command.RequestId, cancellation) is not { } request) return new Outcome<int>.NotFound();
        if (request.RefusalUnless(AdviceState.Open) is { } refusal) return new Outcome<int>.Refused(refusal);
        var text = TextRules.Clean(command.Text);
        if (AdviceRules.RefusalOfText(text, AdviceRules.MaxDraft) is { } fault) return new Outcome<int>.Invalid("text", fault);
        if (!Languages.IsKnown(command.Language)) return new Outcome<int>.Invalid("language", Refusal.UnknownLanguage);
        if (command.BasedOn != request.LastVersion) return new Outcome<int>.Stale(request.LastVersion);
        if (request.LastVersion == AdviceRules.MaxVersions) return new Outcome<int>.Refused(Refusal.TooMany);
        if (await _db.AdviceVersions.AnyAsync(v => v.RequestId == request.Id && v.Number == request.LastVersion && v.Text == text, cancellation))
            return new Outcome<int>.Done(request.LastVersion);
        var version = new AdviceVersion(request.Id, request.NextVersion(), text, command.Language, viewer.PersonId, _time.GetUtcNow());
        _db.Add(version);
        try
        {
            await _db.SaveChangesAsync(cancellation);
            return new Outcome<int>.Done(version.Number);
        }
        catch (DbUpdateException)
        {
            // Two saved at the same moment, or it was released meanwhile: the page shows what is stored now.
            _db.ChangeTracker.Clear();
            var newest = await _db.AdviceRequests.Where(r => r.Id == command.RequestId).Select(r => r.LastVersion).FirstOrDefaultAsync(cancellation);
            return new Outcome<int>.Stale(newest);
        }
    }

    public async Task<Outcome<Guid>> RemarkAsync(Viewer viewer, AdviceRemark command, CancellationToken cancellation = default)
    {
        if (await WritableAsync(viewer, command.RequestId, cancellation) is not { } request) return new Outcome<Guid>.NotFound();
        if (await _db.AdviceComments.AnyAsync(c => c.RequestId == request.Id && c.Key == command.Key, cancellation)) return new Outcome<Guid>.Done(request.Id);
        if (request.RefusalUnless(AdviceState.Open) is { } refusal) return new Outcome<Guid>.Refused(refusal);
        var text = TextRules.Clean(command.Text);
        if (AdviceRules.RefusalOfText(text, AdviceRules.MaxComment) is { } fault) return new Outcome<Guid>.Invalid("comment", fault);
        if (await _db.AdviceComments.CountAsync(c => c.RequestId == request.Id, cancellation) >= AdviceRules.MaxComments) return new Outcome<Guid>.Refused(Refusal.TooMany);
        _db.Add(new AdviceComment(request.Id, request.LastVersion, text, command.Key, viewer.PersonId, _time.GetUtcNow()));
        try
        {
            await _db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // The same form arrived twice at once: one of them is in.
            _db.ChangeTracker.Clear();
            if (!await _db.AdviceComments.AnyAsync(c => c.RequestId == request.Id && c.Key == command.Key, cancellation)) throw;
        }

        return new Outcome<Guid>.Done(request.Id);
    }

    /// <summary>Settles a remark, or opens it again; whoever writes may.</summary>
    public async Task<Outcome<Guid>> ResolveAsync(Viewer viewer, Guid requestId, Guid comment, bool resolved, CancellationToken cancellation = default)
    {
        if (await WritableAsync(viewer, requestId, cancellation) is not { } request) return new Outcome<Guid>.NotFound();
        if (request.RefusalUnless(AdviceState.Open) is { } refusal) return new Outcome<Guid>.Refused(refusal);
        if (await _db.AdviceComments.FirstOrDefaultAsync(c => c.Id == comment && c.RequestId == requestId, cancellation) is not { } found) return new Outcome<Guid>.NotFound();
        if (resolved) found.Resolve(viewer.PersonId, _time.GetUtcNow());
        else found.Reopen();
        try
        {
            await _db.SaveChangesAsync(cancellation);
            return new Outcome<Guid>.Done(requestId);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Outcome<Guid>.Refused(Refusal.ChangedMeanwhile);
        }
    }

    private async Task<AdviceRequest?> WritableAsync(Viewer viewer, Guid id, CancellationToken cancellation)
    {
        var request = await _db.AdviceRequests.VisibleTo(viewer, _db, _time.Today()).Include(r => r.Assignments).FirstOrDefaultAsync(r => r.Id == id, cancellation);
        return request?.MayWrite(viewer) == true ? request : null;
    }
}
