using Beirat.Network.Data;
using Beirat.Network.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Discussions;

/// <summary>
/// What belongs to somebody's posts and to their reading: former texts, files, translations, mentions, drafts, marks. Of posts that
/// stay the former texts stay, as the posts do; what concerns the person alone goes.
/// </summary>
internal sealed class ThreadData : IPersonalData
{
    public async Task ExportAsync(NetworkDb db, DataSubject who, PersonalExport export, CancellationToken cancellation)
    {
        var own = Own(db, who);
        var former = await (
            from r in db.PostRevisions.AsNoTracking()
            join p in own on r.PostId equals p.Id
            join d in db.Discussions on p.DiscussionId equals d.Id
            orderby r.At
            select new { d.Title, p.Sequence, r.At, r.Language, r.Text }).ToListAsync(cancellation);
        export.Add("formerPosts", former.Select(r => Entry(r.Title, r.Sequence).With("at", r.At).With("language", r.Language).With("text", r.Text)));
        var removed = await db.RemovedTexts.AsNoTracking().Where(r => own.Any(p => p.Id == r.PostId)).ToListAsync(cancellation);
        export.Add("removedPosts", removed.Select(r => new PersonalEntry().With("text", r.Text).With("until", r.Until)));
        var files = await (
            from a in db.PostAttachments.AsNoTracking()
            join f in db.PostAttachmentFiles on a.Id equals f.AttachmentId
            join p in own on a.PostId equals p.Id
            join d in db.Discussions on p.DiscussionId equals d.Id
            orderby a.Id
            select new { d.Title, p.Sequence, a.Id, a.Name, a.AddedAt, f.Bytes }).ToListAsync(cancellation);
        export.Add("postFiles", files.Select(f => Entry(f.Title, f.Sequence).With("file", f.Name).With("at", f.AddedAt)));
        foreach (var file in files) export.Attach($"{file.Id:N}-{file.Name}", file.Bytes);
        var translations = await (
            from t in db.PostTranslations.AsNoTracking()
            join p in db.Posts on t.PostId equals p.Id
            join d in db.Discussions on p.DiscussionId equals d.Id
            where who.PersonId != null && t.ById == who.PersonId
            orderby t.At
            select new { d.Title, p.Sequence, t.At, t.Language, t.Text }).ToListAsync(cancellation);
        export.Add("translations", translations.Select(t => Entry(t.Title, t.Sequence).With("at", t.At).With("language", t.Language).With("text", t.Text)));
        var mentions = await (
            from m in db.PostMentions
            join p in db.Posts on m.PostId equals p.Id
            join d in db.Discussions on p.DiscussionId equals d.Id
            where m.PersonId == who.PersonId
            orderby m.At
            select new { d.Title, p.Sequence, m.At }).ToListAsync(cancellation);
        export.Add("mentions", mentions.Select(m => Entry(m.Title, m.Sequence).With("at", m.At)));
        var drafts = await (
            from x in db.PostDrafts
            join d in db.Discussions on x.DiscussionId equals d.Id
            where x.PersonId == who.PersonId
            orderby x.SavedAt
            select new { d.Title, x.Text, x.SavedAt }).ToListAsync(cancellation);
        export.Add("postDrafts", drafts.Select(x => new PersonalEntry().With("discussion", x.Title).With("at", x.SavedAt).With("text", x.Text)));
        var reads = await (
            from r in db.ThreadReads
            join d in db.Discussions on r.DiscussionId equals d.Id
            where r.PersonId == who.PersonId
            orderby r.At
            select new { d.Title, r.Sequence, r.At }).ToListAsync(cancellation);
        export.Add("readThreads", reads.Select(r => Entry(r.Title, r.Sequence).With("at", r.At)));
        var acts = await (
            from a in db.DiscussionActs
            join d in db.Discussions on a.DiscussionId equals d.Id
            where who.PersonId != null && a.ById == who.PersonId
            orderby a.At
            select new { d.Title, a.Kind, a.At, a.Reason }).ToListAsync(cancellation);
        export.Add("threadActs", acts.Select(a => new PersonalEntry().With("discussion", a.Title).With("at", a.At).With("act", a.Kind).With("reason", a.Reason)));
    }

    public async Task EraseAsync(NetworkDb db, DataSubject who, CancellationToken cancellation)
    {
        var own = Own(db, who).Select(p => p.Id);
        await db.RemovedTexts.Where(r => own.Contains(r.PostId)).ExecuteDeleteAsync(cancellation);
        if (who.PersonId is not { } person) return;
        await db.PostDrafts.Where(d => d.PersonId == person).ExecuteDeleteAsync(cancellation);
        await db.ThreadReads.Where(r => r.PersonId == person).ExecuteDeleteAsync(cancellation);
        await db.PostMentions.Where(m => m.PersonId == person).ExecuteDeleteAsync(cancellation);
        foreach (var translation in await db.PostTranslations.Where(t => t.ById == person).ToListAsync(cancellation)) translation.Forget();
        foreach (var act in await db.DiscussionActs.Where(a => a.ById == person).ToListAsync(cancellation)) act.Forget();
    }

    private static PersonalEntry Entry(string discussion, long number) => new PersonalEntry().With("discussion", discussion).With("number", (int)number);

    private static IQueryable<Post> Own(NetworkDb db, DataSubject who) => db.Posts.Where(p =>
        (who.PersonId != null && p.AuthorId == who.PersonId) || (p.AccountId != null && who.AccountIds.Contains(p.AccountId.Value)));
}
