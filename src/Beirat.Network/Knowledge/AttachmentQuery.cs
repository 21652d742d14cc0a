using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Knowledge;

/// <summary>A file of an article in a list. <see cref="Size"/> in bytes.</summary>
public sealed record AttachmentView(Guid Id, string Name, AttachmentKind Kind, int Size, AttachmentReading Reading);

/// <summary>A file to hand out. <see cref="IsPublic"/>: everybody may have it.</summary>
public sealed record AttachmentContent(string Name, AttachmentKind Kind, byte[] Bytes, bool IsPublic);

/// <summary>Files of articles, for those who may read the article.</summary>
public sealed class AttachmentQuery
{
    private readonly NetworkDb _db;

    internal AttachmentQuery(NetworkDb db) => _db = db;

    /// <summary>Null when there is no such file under this address, or not for this viewer.</summary>
    public async Task<AttachmentContent?> RunAsync(Viewer viewer, string slug, Guid id, string name, CancellationToken cancellation = default) => await (
        from article in _db.Articles.ReadableBy(viewer)
        join attachment in _db.ArticleAttachments on article.Id equals attachment.ArticleId
        join file in _db.AttachmentFiles on attachment.Id equals file.AttachmentId
        where article.Slug == slug && attachment.Id == id && attachment.Name == name
        select new AttachmentContent(attachment.Name, attachment.Kind, file.Bytes, article.State == ArticleState.Published && article.Audience == Audience.Public))
        .FirstOrDefaultAsync(cancellation);
}

internal static class ArticleAttachments
{
    public static Task<List<AttachmentView>> AttachmentsOfAsync(this NetworkDb db, Guid article, CancellationToken cancellation) =>
        db.ArticleAttachments.Where(a => a.ArticleId == article).OrderBy(a => a.Id)
            .Select(a => new AttachmentView(a.Id, a.Name, a.Kind, a.Size, a.Reading)).ToListAsync(cancellation);
}
