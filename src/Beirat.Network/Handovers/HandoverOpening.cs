using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Council;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Handovers;

/// <summary>Opens a handover for everybody whom a change leaves without a place in the council; the caller saves.</summary>
internal sealed class HandoverOpening(NetworkDb db, TimeProvider time)
{
    public async Task OpenAsync(Seat seat, MandateChange change, CancellationToken cancellation)
    {
        foreach (var step in change.Steps.Where(s => !s.IsNew))
        {
            var next = step.UntilAfter!.Value.AddDays(1);
            var stays = seat.Assignments.Any(a => a.PersonId == step.PersonId && a.Period.Covers(next)) || await db.SeatAssignments.AnyAsync(
                a => a.PersonId == step.PersonId && a.SeatId != seat.Id && a.From <= next && (a.Until == null || a.Until >= next), cancellation);
            if (stays) continue;
            var handover = new Handover(step.PersonId, seat.Id, change.Id, step.UntilAfter.Value, time.GetUtcNow());
            db.Handovers.Add(handover);
            await AskAnewAsync(step.PersonId, cancellation);
            if (next <= time.Today()) await EndSessionsAsync(handover, cancellation);
        }
    }

    public async Task CancelAsync(MandateChange change, CancellationToken cancellation)
    {
        foreach (var handover in await db.Handovers.Where(h => h.ChangeId == change.Id).ToListAsync(cancellation))
        {
            handover.Cancel(time.GetUtcNow());
            await AskAnewAsync(handover.PersonId, cancellation);
        }
    }

    // The wish to stay findable belongs to one end: it neither outlives its undoing nor answers the next one.
    private async Task AskAnewAsync(Guid id, CancellationToken cancellation)
    {
        var person = await db.People.Include(p => p.Consents).FirstAsync(p => p.Id == id, cancellation);
        person.Withdraw(ProfileField.Page, ConsentPurpose.AfterMandate, time.GetUtcNow());
    }

    /// <summary>What the person may do follows from the day by itself; open sessions and live connections have to be told.</summary>
    public async Task EndSessionsAsync(Handover handover, CancellationToken cancellation)
    {
        var accounts = await db.Users.Where(a => a.PersonId == handover.PersonId).ToListAsync(cancellation);
        foreach (var account in accounts) account.EndSessions();
        handover.NoteSessionsEnded(time.GetUtcNow());
    }
}
