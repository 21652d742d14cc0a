using Beirat.Network.Data;
using Beirat.Network.Outbox;
using Beirat.Network.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Knowledge;

/// <summary>
/// Articles that somebody wrote, changed, brought files to or found helpful. What was published stays with its files, by a
/// former member, and speaks for nobody in the expert finder; drafts nobody else has seen, and go.
/// </summary>
internal sealed class ArticleData(TimeProvider time) : IPersonalData
{
    public async Task ExportAsync(NetworkDb db, DataSubject who, PersonalExport export, CancellationToken cancellation)
    {
        var person = who.PersonId ?? Guid.Empty;
        var articles = await Written(db, who).AsNoTracking().OrderBy(a => a.PublishedAt)
            .Select(a => new { a.Title, a.Slug, a.Language, a.Audience, a.State, a.PublishedAt, a.RevisedAt, a.Text }).ToListAsync(cancellation);
        export.Add("articles", articles.Select(a => new PersonalEntry().With("title", a.Title).With("address", a.Slug).With("language", a.Language)
            .With("audience", a.Audience).With("state", a.State).With("at", a.PublishedAt).With("changedAt", a.RevisedAt).With("text", a.Text)));
        var revisions = await db.ArticleRevisions.AsNoTracking().Where(r => r.ById == person).OrderBy(r => r.At)
            .Select(r => new { r.Title, r.Number, r.At, r.Note, r.Text }).ToListAsync(cancellation);
        export.Add("revisions", revisions.Select(r => new PersonalEntry().With("title", r.Title).With("number", r.Number).With("at", r.At).With("note", r.Note).With("text", r.Text)));
        var changed = db.Articles.Where(a => a.RevisedById == person || a.ConfirmedById == person || a.CaretakerId == person || a.Contributors.Any(c => c.PersonId == person));
        export.Add("careOfArticles", (await changed.OrderBy(a => a.Title).Select(a => new { a.Title, a.Slug }).ToListAsync(cancellation))
            .Select(a => new PersonalEntry().With("title", a.Title).With("address", a.Slug)));
        await ExportRestAsync(db, who, export, cancellation);
    }

    public async Task EraseAsync(NetworkDb db, DataSubject who, CancellationToken cancellation)
    {
        var person = who.PersonId ?? Guid.Empty;
        db.ArticleMarks.RemoveRange(await db.ArticleMarks.Where(m => who.AccountIds.Contains(m.AccountId)).ToListAsync(cancellation));
        var written = await db.Articles.Include(a => a.Contributors)
            .Where(a => a.AuthorId == person || a.CaretakerId == person || a.RevisedById == person || a.Contributors.Any(c => c.PersonId == person)
                || (a.AccountId != null && who.AccountIds.Contains(a.AccountId.Value))).ToListAsync(cancellation);
        foreach (var article in written)
        {
            var own = article.AuthorId == person || (article.AccountId is { } account && who.AccountIds.Contains(account));
            if (own && article.State == ArticleState.Draft)
            {
                db.Articles.Remove(article);
                continue;
            }

            if (own) article.ForgetAccount();
            article.CreditAlso(article.Contributors.Select(c => c.PersonId).Where(p => p != person));
        }

        db.Outbox.AddRange(written.Select(a => new OutboxEntry(new Subject(SubjectKind.Article, a.Id), time.GetUtcNow())));
    }

    private static async Task ExportRestAsync(NetworkDb db, DataSubject who, PersonalExport export, CancellationToken cancellation)
    {
        var person = who.PersonId ?? Guid.Empty;
        var files = await db.ArticleAttachments.Where(a => a.AddedById == person).OrderBy(a => a.AddedAt).Select(a => new { a.Name, a.Size, a.AddedAt }).ToListAsync(cancellation);
        export.Add("articleFiles", files.Select(f => new PersonalEntry().With("name", f.Name).With("size", f.Size).With("at", f.AddedAt)));
        var marks = await (from mark in db.ArticleMarks
                           join article in db.Articles on mark.ArticleId equals article.Id
                           where who.AccountIds.Contains(mark.AccountId)
                           orderby mark.At
                           select new { article.Title, mark.At }).ToListAsync(cancellation);
        export.Add("helpful", marks.Select(m => new PersonalEntry().With("title", m.Title).With("at", m.At)));
        var collections = await db.ArticleCollections.Where(c => c.MadeById == person).OrderBy(c => c.Title).Select(c => new { c.Title, c.Introduction, c.ChangedAt }).ToListAsync(cancellation);
        export.Add("collections", collections.Select(c => new PersonalEntry().With("title", c.Title).With("text", c.Introduction).With("changedAt", c.ChangedAt)));
    }

    private static IQueryable<Article> Written(NetworkDb db, DataSubject who) => db.Articles.Where(a =>
        (who.PersonId != null && a.AuthorId == who.PersonId) || (a.AccountId != null && who.AccountIds.Contains(a.AccountId.Value)));
}
