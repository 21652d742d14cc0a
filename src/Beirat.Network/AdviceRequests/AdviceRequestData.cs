using Beirat.Network.Data;
using Beirat.Network.Discussions;
using Beirat.Network.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.AdviceRequests;

/// <summary>
/// What somebody asked, was asked and wrote. Questions and answers of an office stay with their files, without the person;
/// remarks on a draft and notes of reminders go.
/// </summary>
internal sealed class AdviceRequestData : IPersonalData
{
    public async Task ExportAsync(NetworkDb db, DataSubject who, PersonalExport export, CancellationToken cancellation)
    {
        var asked = await Asked(db, who).AsNoTracking().OrderBy(r => r.AskedAt).ToListAsync(cancellation);
        export.Add("adviceRequests", asked.Select(r => new PersonalEntry()
            .With("text", r.Question).With("language", r.Language).With("at", r.AskedAt).With("until", r.Deadline)
            .With("reason", who.PersonId is not null && r.RepliedById == who.PersonId ? r.VerdictReason : null)));
        var places = await (
            from a in db.AdviceAssignments.AsNoTracking()
            join r in db.AdviceRequests on a.RequestId equals r.Id
            where who.PersonId != null && a.PersonId == who.PersonId
            orderby a.AskedAt
            select new { r.Question, a.AskedAt, a.Answer, a.AnsweredAt, a.Reason, a.AbsentUntil }).ToListAsync(cancellation);
        export.Add("adviceAnswers", places.Select(a => new PersonalEntry()
            .With("title", AdviceRules.TitleOf(a.Question)).With("at", a.AskedAt).With("adviceAnswer", a.Answer).With("answeredAt", a.AnsweredAt)
            .With("reason", a.Reason).With("absentUntil", a.AbsentUntil)));
        var versions = await db.AdviceVersions.AsNoTracking().Where(v => who.PersonId != null && v.ById == who.PersonId).OrderBy(v => v.At).ToListAsync(cancellation);
        export.Add("adviceDrafts", versions.Select(v => new PersonalEntry().With("number", v.Number).With("at", v.At).With("language", v.Language).With("text", v.Text)));
        var comments = await Remarks(db, who).AsNoTracking().OrderBy(c => c.At).ToListAsync(cancellation);
        export.Add("adviceComments", comments.Select(c => new PersonalEntry().With("at", c.At).With("text", c.Text)));
        var files = await (
            from a in db.AdviceAttachments.AsNoTracking()
            join f in db.AdviceAttachmentFiles on a.Id equals f.AttachmentId
            join r in db.AdviceRequests on a.RequestId equals r.Id
            where who.PersonId != null && a.AddedById == who.PersonId
            orderby a.Id
            select new { r.Question, a.Id, a.Name, a.AddedAt, f.Bytes }).ToListAsync(cancellation);
        export.Add("adviceFiles", files.Select(f => new PersonalEntry().With("title", AdviceRules.TitleOf(f.Question)).With("file", f.Name).With("at", f.AddedAt)));
        foreach (var file in files) export.Attach($"{file.Id:N}-{file.Name}", file.Bytes);
        var reminders = await db.AdviceReminders.AsNoTracking().Where(m => who.AccountIds.Contains(m.AccountId)).OrderBy(m => m.At).ToListAsync(cancellation);
        export.Add("adviceReminders", reminders.Select(m => new PersonalEntry().With("at", m.At).With("adviceStep", m.Step)));
    }

    public async Task EraseAsync(NetworkDb db, DataSubject who, CancellationToken cancellation)
    {
        var person = who.PersonId;
        foreach (var request in await Touched(db, who).ToListAsync(cancellation)) request.Forget(person, who.AccountIds);
        await db.AdviceReminders.Where(m => who.AccountIds.Contains(m.AccountId)).ExecuteDeleteAsync(cancellation);
        if (person is not { } id) return;
        await db.Set<DiscussionReader>().Where(r => r.PersonId == id).ExecuteDeleteAsync(cancellation);
        foreach (var place in await db.AdviceAssignments.Where(a => a.PersonId == id || a.AskedById == id || a.HintToId == id).ToListAsync(cancellation)) place.Forget(id);
        foreach (var file in await db.AdviceAttachments.Where(a => a.AddedById == id).ToListAsync(cancellation)) file.Forget();
        foreach (var version in await db.AdviceVersions.Where(v => v.ById == id).ToListAsync(cancellation)) version.Forget();
        foreach (var settled in await db.AdviceComments.Where(c => c.ResolvedById == id && c.ById != id).ToListAsync(cancellation)) settled.ForgetResolver();
        db.RemoveRange(await Remarks(db, who).ToListAsync(cancellation));
    }

    private static IQueryable<AdviceRequest> Asked(NetworkDb db, DataSubject who) => db.AdviceRequests.Where(r =>
        (who.PersonId != null && r.AskedById == who.PersonId) || (r.AccountId != null && who.AccountIds.Contains(r.AccountId.Value)));

    private static IQueryable<AdviceRequest> Touched(NetworkDb db, DataSubject who) => db.AdviceRequests.Where(r =>
        (r.AccountId != null && who.AccountIds.Contains(r.AccountId.Value))
        || (who.PersonId != null && (r.AskedById == who.PersonId || r.ReleasedById == who.PersonId || r.DeliveredById == who.PersonId || r.RepliedById == who.PersonId)));

    private static IQueryable<AdviceComment> Remarks(NetworkDb db, DataSubject who) => db.AdviceComments.Where(c => who.PersonId != null && c.ById == who.PersonId);
}
