using Beirat.Network.Data;
using Beirat.Network.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Council;

/// <summary>Places in the council. They are a public record and stay, from then on of a former member.</summary>
internal sealed class SeatData : IPersonalData
{
    public async Task ExportAsync(NetworkDb db, DataSubject who, PersonalExport export, CancellationToken cancellation)
    {
        var seats = await (
            from a in db.SeatAssignments
            join s in db.Seats on a.SeatId equals s.Id
            where a.PersonId == who.PersonId
            orderby a.From
            select new { s.Number, a.Order, a.From, a.Until }).ToListAsync(cancellation);
        export.Add("seats", seats.Select(s => new PersonalEntry().With("seat", s.Number).With("deputyPlace", s.Order).With("from", s.From).With("until", s.Until)));
    }

    public Task EraseAsync(NetworkDb db, DataSubject who, CancellationToken cancellation) => Task.CompletedTask;
}
