using Beirat.Network.Data;
using Beirat.Network.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Discussions;

/// <summary>Questions, reports, muting and stops, as far as they concern somebody.</summary>
internal sealed class ModerationData : IPersonalData
{
    public async Task ExportAsync(NetworkDb db, DataSubject who, PersonalExport export, CancellationToken cancellation)
    {
        var questions = await (
            from q in db.PostQuestions
            join p in db.Posts on q.PostId equals p.Id
            join d in db.Discussions on p.DiscussionId equals d.Id
            where q.PersonId == who.PersonId
            orderby q.AskedAt
            select new { d.Title, p.Sequence, q.AskedAt, q.State, q.Hint }).ToListAsync(cancellation);
        export.Add("questions", questions.Select(q => new PersonalEntry().With("discussion", q.Title).With("number", (int)q.Sequence).With("at", q.AskedAt).With("questionState", q.State).With("note", q.Hint)));
        var reports = await (
            from r in db.PostReports
            join p in db.Posts on r.PostId equals p.Id
            join d in db.Discussions on p.DiscussionId equals d.Id
            where who.PersonId != null && (r.ReporterId == who.PersonId || r.DecidedById == who.PersonId)
            orderby r.At
            select new { d.Title, p.Sequence, r.At, r.Reason, Text = r.ReporterId == who.PersonId ? r.Text : string.Empty, r.Decision }).ToListAsync(cancellation);
        export.Add("reports", reports.Select(r => new PersonalEntry().With("discussion", r.Title).With("number", (int)r.Sequence).With("at", r.At).With("reportReason", r.Reason).With("text", r.Text).With("reason", r.Decision)));
        var muted = await db.PersonMutes.Where(m => m.PersonId == who.PersonId).Join(db.People, m => m.MutedId, p => p.Id, (m, p) => new { p.Name, m.At }).OrderBy(m => m.At).ToListAsync(cancellation);
        export.Add("muted", muted.Select(m => new PersonalEntry().With("name", m.Name).With("at", m.At)));
        var stops = await db.WritingStops.AsNoTracking().Where(s => s.PersonId == who.PersonId).ToListAsync(cancellation);
        export.Add("writingStop", stops.Select(s => new PersonalEntry().With("until", s.Until).With("reason", s.Reason).With("at", s.At)));
    }

    public async Task EraseAsync(NetworkDb db, DataSubject who, CancellationToken cancellation)
    {
        if (who.PersonId is not { } person) return;
        await db.PostQuestions.Where(q => q.PersonId == person).ExecuteDeleteAsync(cancellation);
        await db.PersonMutes.Where(m => m.PersonId == person || m.MutedId == person).ExecuteDeleteAsync(cancellation);
        await db.WritingStops.Where(s => s.PersonId == person).ExecuteDeleteAsync(cancellation);
        foreach (var stop in await db.WritingStops.Where(s => s.ById == person).ToListAsync(cancellation)) stop.ForgetOffice();
        foreach (var report in await db.PostReports.Where(r => r.ReporterId == person || r.DecidedById == person).ToListAsync(cancellation)) report.Forget(person);
    }
}
