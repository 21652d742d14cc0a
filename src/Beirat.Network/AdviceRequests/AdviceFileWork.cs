using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Knowledge;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.AdviceRequests;

/// <summary>Files of an answer come and go while it is written; a file of the question can be taken away by whoever asked, and by the office.</summary>
public sealed class AdviceFileWork
{
    // Others may save a version at the same moment; the file is the same then, and is not asked for again.
    private const int Attempts = 3;

    private readonly NetworkDb _db;
    private readonly TimeProvider _time;

    internal AdviceFileWork(NetworkDb db, TimeProvider time) => (_db, _time) = (db, time);

    /// <summary>Adds files to the answer; all of them or none.</summary>
    public async Task<Outcome<Guid>> AddAsync(Viewer viewer, Guid requestId, IReadOnlyList<IncomingFile> files, CancellationToken cancellation = default)
    {
        // Reading files takes its time: only for those who may add some.
        if (await FindAsync(viewer, requestId, cancellation) is not { } found || !found.MayWrite(viewer)) return new Outcome<Guid>.NotFound();
        if (found.RefusalUnless(AdviceState.Open) is { } early) return new Outcome<Guid>.Refused(early);
        if (files.Count == 0) return new Outcome<Guid>.Invalid("file", Refusal.Empty);
        var (taken, unfit) = await AttachmentIntake.TakeAllAsync(files, AdviceAttachment.Most, cancellation);
        if (unfit is { } reason) return new Outcome<Guid>.Invalid("file", reason);
        return await RepeatAsync(viewer, requestId, async request =>
        {
            if (!request.MayWrite(viewer)) return new Outcome<Guid>.NotFound();
            if (request.RefusalUnless(AdviceState.Open) is { } refusal) return new Outcome<Guid>.Refused(refusal);
            var there = await _db.AdviceAttachments.CountAsync(a => a.RequestId == requestId && a.Part == AdviceFilePart.Answer, cancellation);
            if (there + taken.Count > AdviceAttachment.Most) return new Outcome<Guid>.Invalid("file", Refusal.TooManyFiles);
            request.ChangeFiles();
            _db.AddFiles(requestId, AdviceFilePart.Answer, taken, viewer.PersonId, _time.GetUtcNow());
            return null;
        }, cancellation);
    }

    /// <summary>Not found for everybody who may not take it away.</summary>
    public Task<Outcome<Guid>> RemoveAsync(Viewer viewer, Guid requestId, Guid file, CancellationToken cancellation = default) => RepeatAsync(viewer, requestId, async request =>
    {
        if (await _db.AdviceAttachments.FirstOrDefaultAsync(a => a.Id == file && a.RequestId == requestId, cancellation) is not { } attachment) return new Outcome<Guid>.NotFound();
        if (attachment.Part == AdviceFilePart.Question)
        {
            if (!viewer.IsStaff && !await _db.AdviceRequests.AskedBy(viewer, _db, _time.Today()).AnyAsync(r => r.Id == requestId, cancellation)) return new Outcome<Guid>.NotFound();
        }
        else
        {
            if (!request.MayWrite(viewer)) return new Outcome<Guid>.NotFound();
            if (request.RefusalUnless(AdviceState.Open) is { } refusal) return new Outcome<Guid>.Refused(refusal);
            request.ChangeFiles();
        }

        // Its bytes go with it, by the database.
        _db.AdviceAttachments.Remove(attachment);
        return null;
    }, cancellation);

    private async Task<Outcome<Guid>> RepeatAsync(Viewer viewer, Guid id, Func<AdviceRequest, Task<Outcome<Guid>?>> change, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            _db.ChangeTracker.Clear();
            if (await FindAsync(viewer, id, cancellation) is not { } request) return new Outcome<Guid>.NotFound();
            if (await change(request) is { } refused) return refused;
            try
            {
                await _db.SaveChangesAsync(cancellation);
                return new Outcome<Guid>.Done(id);
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                // Somebody else took a step in between: looked at again from the beginning.
            }
            catch (DbUpdateConcurrencyException)
            {
                return new Outcome<Guid>.Refused(Refusal.ChangedMeanwhile);
            }
        }
    }

    private Task<AdviceRequest?> FindAsync(Viewer viewer, Guid id, CancellationToken cancellation) =>
        _db.AdviceRequests.VisibleTo(viewer, _db, _time.Today()).Include(r => r.Assignments).FirstOrDefaultAsync(r => r.Id == id, cancellation);
}

internal static class AdviceFileAdding
{
    public static void AddFiles(this NetworkDb db, Guid request, AdviceFilePart part, IReadOnlyList<TakenFile> files, Guid? by, DateTimeOffset at)
    {
        foreach (var file in files)
        {
            db.AdviceAttachments.Add(new AdviceAttachment(request, part, file, by, at));
            db.AdviceAttachmentFiles.Add(new AdviceAttachmentFile(file.File));
        }
    }
}
