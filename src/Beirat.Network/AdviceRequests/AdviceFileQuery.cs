using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Knowledge;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.AdviceRequests;

/// <summary>A file of a request in a list. <see cref="Size"/> in bytes.</summary>
public sealed record AdviceFile(Guid Id, string Name, AttachmentKind Kind, int Size);

/// <summary>Files of requests, for those who may see them at this moment.</summary>
public sealed class AdviceFileQuery
{
    private readonly NetworkDb _db;
    private readonly TimeProvider _time;

    internal AdviceFileQuery(NetworkDb db, TimeProvider time) => (_db, _time) = (db, time);

    /// <summary>Null when there is no such file under this address, or not for this viewer.</summary>
    public async Task<AttachmentContent?> RunAsync(Viewer viewer, Guid requestId, Guid id, string name, CancellationToken cancellation = default)
    {
        var request = await _db.AdviceRequests.VisibleTo(viewer, _db, _time.Today()).Include(r => r.Assignments).AsNoTracking().FirstOrDefaultAsync(r => r.Id == requestId, cancellation);
        if (request is null) return null;
        var answers = request.ShowsAnswerTo(viewer);
        var isPublic = request is { Confidentiality: AdviceConfidentiality.Public, IsDelivered: true };
        return await (
            from attachment in _db.AdviceAttachments
            join file in _db.AdviceAttachmentFiles on attachment.Id equals file.AttachmentId
            where attachment.RequestId == requestId && attachment.Id == id && attachment.Name == name && (answers || attachment.Part == AdviceFilePart.Question)
            select new AttachmentContent(attachment.Name, attachment.Kind, file.Bytes, isPublic)).FirstOrDefaultAsync(cancellation);
    }
}

internal static class AdviceFiles
{
    /// <summary>What belongs to the answer is for those who write it, until it was delivered.</summary>
    public static bool ShowsAnswerTo(this AdviceRequest request, Viewer viewer) => request.IsDelivered || request.MayWrite(viewer);

    public static async Task<ILookup<AdviceFilePart, AdviceFile>> FilesOfAsync(this NetworkDb db, Guid request, CancellationToken cancellation) =>
        (await db.AdviceAttachments.Where(a => a.RequestId == request).OrderBy(a => a.Id)
            .Select(a => new { a.Part, View = new AdviceFile(a.Id, a.Name, a.Kind, a.Size) }).ToListAsync(cancellation)).ToLookup(a => a.Part, a => a.View);
}
