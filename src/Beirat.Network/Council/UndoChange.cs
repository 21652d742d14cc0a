using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Council;

/// <summary>Takes a change of a seat back, as long as nothing later touched the same places.</summary>
public sealed record UndoChange(Guid Change);

/// <inheritdoc cref="UndoChange"/>
public sealed class UndoChangeHandler
{
    private readonly NetworkDb _db;
    private readonly MandateWork _work;

    internal UndoChangeHandler(NetworkDb db, MandateWork work) => (_db, _work) = (db, work);

    /// <summary>The id of the change that was taken back.</summary>
    public async Task<Outcome<Guid>> RunAsync(Viewer viewer, UndoChange command, CancellationToken cancellation = default)
    {
        if (!viewer.IsStaff) return new Outcome<Guid>.NotFound();
        var change = await _db.MandateChanges.Include(c => c.Steps.OrderBy(s => s.Position)).FirstOrDefaultAsync(c => c.Id == command.Change, cancellation);
        if (change is null) return new Outcome<Guid>.NotFound();
        var seat = await _db.Seats.Include(s => s.Assignments).SingleAsync(s => s.Id == change.SeatId, cancellation);
        if ((seat.RefusalToUndo(change) ?? await RefusalBesideAsync(change, cancellation)) is { } reason) return new Outcome<Guid>.Refused(reason);
        var added = await _db.AddedForAsync(change, cancellation);
        seat.Undo(change, _work.MarkOf(viewer));
        return await _work.CommitAsync(new PreparedChange(seat, change, IsUndo: true) { Leaving = added }, cancellation);
    }

    /// <summary>Whoever left may have been given another seat since.</summary>
    private async Task<Refusal?> RefusalBesideAsync(MandateChange change, CancellationToken cancellation)
    {
        foreach (var step in change.Steps.Where(s => !s.IsNew))
        {
            var period = new Period(step.From, step.UntilBefore);
            if (await _work.RefusalBesideAsync(step.PersonId, change.SeatId, step.Order, period, cancellation) is not null) return Refusal.ChangedSince;
        }

        return null;
    }
}
