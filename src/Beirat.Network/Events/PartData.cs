using Beirat.Network.Data;
using Beirat.Network.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Events;

/// <summary>What somebody did at events.</summary>
internal sealed class PartData : IPersonalData
{
    public async Task ExportAsync(NetworkDb db, DataSubject who, PersonalExport export, CancellationToken cancellation)
    {
        var parts = await (
            from part in db.Events.SelectMany(e => e.People)
            join e in db.Events on part.EventId equals e.Id
            where part.PersonId == who.PersonId
            orderby e.Start
            select new { e.Title, part.Part, e.Start }).ToListAsync(cancellation);
        export.Add("events", parts.Select(p => new PersonalEntry().With("title", p.Title).With("part", p.Part).With("from", p.Start)));
    }

    public async Task EraseAsync(NetworkDb db, DataSubject who, CancellationToken cancellation) =>
        db.RemoveRange(await db.Set<EventPerson>().Where(p => p.PersonId == who.PersonId).ToListAsync(cancellation));
}
