using Beirat.Network.Data;
using Beirat.Network.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Endorsements;

/// <summary>What others said for somebody, and what somebody said for others. It is about both, so it goes with either.</summary>
internal sealed class EndorsementData : IPersonalData
{
    public async Task ExportAsync(NetworkDb db, DataSubject who, PersonalExport export, CancellationToken cancellation)
    {
        var rows = await (
            from e in Of(db, who)
            join about in db.People on e.PersonId equals about.Id
            join writer in db.People on e.ById equals writer.Id
            join topic in db.Topics on e.TopicId equals topic.Id
            orderby e.At
            select new { About = about.Name, By = writer.Name, topic.Slug, e.Text, e.Language, e.At }).AsNoTracking().ToListAsync(cancellation);
        export.Add("endorsements", rows.Select(r => new PersonalEntry().With("aboutPerson", r.About).With("writtenBy", r.By).With("topic", r.Slug)
            .With("language", r.Language).With("at", r.At).With("text", r.Text)));
    }

    public async Task EraseAsync(NetworkDb db, DataSubject who, CancellationToken cancellation) =>
        db.Endorsements.RemoveRange(await Of(db, who).ToListAsync(cancellation));

    private static IQueryable<Endorsement> Of(NetworkDb db, DataSubject who) =>
        db.Endorsements.Where(e => who.PersonId != null && (e.PersonId == who.PersonId || e.ById == who.PersonId));
}
