using Beirat.Network.Data;
using Beirat.Network.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Handovers;

/// <summary>Handovers of somebody's work: a list for the office, gone with the person.</summary>
internal sealed class HandoverData : IPersonalData
{
    public async Task ExportAsync(NetworkDb db, DataSubject who, PersonalExport export, CancellationToken cancellation)
    {
        var handovers = await db.Handovers.AsNoTracking().Where(h => h.PersonId == who.PersonId).OrderBy(h => h.OpenedAt).ToListAsync(cancellation);
        export.Add("handovers", handovers.Select(h => new PersonalEntry()
            .With("lastDay", h.LastDay).With("openedAt", h.OpenedAt).With("staysFindable", h.StaysFindable?.ToString()).With("answeredAt", h.AnsweredAt)));
    }

    public async Task EraseAsync(NetworkDb db, DataSubject who, CancellationToken cancellation) =>
        db.RemoveRange(await db.Handovers.Where(h => h.PersonId == who.PersonId).ToListAsync(cancellation));
}
