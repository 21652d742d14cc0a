using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Knowledge;

/// <summary>Adds files to an article and takes them away, by those who may change it.</summary>
public sealed class AttachmentChangeHandler
{
    private readonly NetworkDb _db;
    private readonly TimeProvider _time;
    private readonly ImmediateEffect _effect;

    internal AttachmentChangeHandler(NetworkDb db, TimeProvider time, ImmediateEffect effect) => (_db, _time, _effect) = (db, time, effect);

    /// <summary>Null when the bytes may be kept, else why not; known before the article is.</summary>
    public static Refusal? RefusalOf(byte[] bytes) =>
        bytes.Length == 0 ? Refusal.Empty
        : bytes.Length > ArticleAttachment.MaxSize ? Refusal.FileTooLarge
        : AttachmentKinds.Of(bytes) is null ? Refusal.UnknownFileKind : null;

    /// <summary>Its text is searched when this returns.</summary>
    public async Task<Outcome<AttachmentView>> AddAsync(Viewer viewer, string slug, string name, byte[] bytes, CancellationToken cancellation = default)
    {
        if (await ArticleAsync(viewer, slug, cancellation) is not { } article) return new Outcome<AttachmentView>.NotFound();
        if (RefusalOf(bytes) is { } refusal) return new Outcome<AttachmentView>.Invalid("file", refusal);
        if (await _db.ArticleAttachments.CountAsync(a => a.ArticleId == article, cancellation) >= ArticleAttachment.Most)
            return new Outcome<AttachmentView>.Invalid("file", Refusal.TooManyFiles);
        if (await AttachmentIntake.TakeAsync(name, bytes, cancellation) is not { } taken) return new Outcome<AttachmentView>.Invalid("file", Refusal.UnknownFileKind);
        var attachment = new ArticleAttachment(article, taken.File, taken.Name, taken.Kind, taken.Text).AddedBy(viewer.PersonId, _time.GetUtcNow());
        _db.ArticleAttachments.Add(attachment);
        _db.AttachmentFiles.Add(taken.File);
        await _db.SaveChangesAsync(cancellation);
        await _effect.TakeAsync([new Subject(SubjectKind.Article, article)], cancellation);
        return new Outcome<AttachmentView>.Done(new AttachmentView(attachment.Id, attachment.Name, attachment.Kind, attachment.Size, attachment.Reading));
    }

    public async Task<Outcome<string>> RemoveAsync(Viewer viewer, string slug, Guid id, CancellationToken cancellation = default)
    {
        if (await ArticleAsync(viewer, slug, cancellation) is not { } article) return new Outcome<string>.NotFound();
        var attachment = await _db.ArticleAttachments.FirstOrDefaultAsync(a => a.Id == id && a.ArticleId == article, cancellation);
        if (attachment is null) return new Outcome<string>.NotFound();
        // Its bytes go with it, by the database.
        _db.ArticleAttachments.Remove(attachment);
        await _db.SaveChangesAsync(cancellation);
        await _effect.TakeAsync([new Subject(SubjectKind.Article, article)], cancellation);
        return new Outcome<string>.Done(attachment.Name);
    }

    private async Task<Guid?> ArticleAsync(Viewer viewer, string slug, CancellationToken cancellation)
    {
        var article = await _db.Articles.ReadableBy(viewer).Include(a => a.Contributors).AsNoTracking().FirstOrDefaultAsync(a => a.Slug == slug, cancellation);
        return article?.MayEdit(viewer) == true ? article.Id : null;
    }
}
