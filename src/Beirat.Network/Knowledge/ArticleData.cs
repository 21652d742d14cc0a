using Beirat.Network.Data;
using Beirat.Network.Outbox;
using Beirat.Network.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Knowledge;

/// <summary>Articles that somebody wrote. They stay, by a former member, and speak for nobody in the expert finder.</summary>
internal sealed class ArticleData(TimeProvider time) : IPersonalData
{
    public async Task ExportAsync(NetworkDb db, DataSubject who, PersonalExport export, CancellationToken cancellation)
    {
        var articles = await db.Articles.AsNoTracking().Where(a => a.AuthorId == who.PersonId && who.PersonId != null).OrderBy(a => a.PublishedAt)
            .Select(a => new { a.Title, a.Slug, a.Language, a.Audience, a.PublishedAt, a.RevisedAt, a.Text }).ToListAsync(cancellation);
        export.Add("articles", articles.Select(a => new PersonalEntry().With("title", a.Title).With("address", a.Slug).With("language", a.Language)
            .With("audience", a.Audience).With("at", a.PublishedAt).With("changedAt", a.RevisedAt).With("text", a.Text)));
    }

    public async Task EraseAsync(NetworkDb db, DataSubject who, CancellationToken cancellation)
    {
        var written = await db.Articles.Where(a => a.AuthorId == who.PersonId && who.PersonId != null).Select(a => a.Id).ToListAsync(cancellation);
        db.Outbox.AddRange(written.Select(id => new OutboxEntry(new Subject(SubjectKind.Article, id), time.GetUtcNow())));
    }
}
