using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Handovers;
using Beirat.Network.Operations;
using Beirat.Network.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Beirat.Network.Council;

/// <summary>
/// When the city's day turns: tells the index and the caches of everybody whose place, role or consent began or ended, and ends the
/// sessions of those who left. What somebody may do does not wait for this; it follows from the records.
/// </summary>
internal sealed partial class MandateCalendar(IServiceScopeFactory scopes, TimeProvider time, ILogger<MandateCalendar> log) : RepeatedWork(time, Look)
{
    /// <summary>In days.</summary>
    private const int LookBack = 30;

    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    private DateOnly? _told;

    /// <summary>Looks whether the day has turned.</summary>
    public override async Task RunAsync(CancellationToken cancellation = default)
    {
        var day = Time.Today();
        if (_told == day) return;
        await TurnAsync(cancellation);
        _told = day;
    }

    /// <summary>May run twice on a day: telling again does no harm, and sessions are ended once for each handover.</summary>
    public async Task TurnAsync(CancellationToken cancellation = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworkDb>();
        var today = Time.Today();
        // A portal that was down for some days catches up on them.
        var since = today.AddDays(-LookBack);
        var people = await db.SeatAssignments.Where(a => (a.From >= since && a.From <= today) || (a.Until >= since && a.Until < today)).Select(a => a.PersonId)
            .Union(db.Memberships.Where(m => (m.From >= since && m.From <= today) || (m.Until >= since && m.Until < today)).Select(m => m.PersonId))
            .Union(db.Consents.Where(c => c.WithdrawnAt == null && c.ExpiresOn >= since && c.ExpiresOn < today).Select(c => c.PersonId))
            .ToListAsync(cancellation);
        db.Outbox.AddRange(people.Select(id => new OutboxEntry(new Subject(SubjectKind.Person, id), Time.GetUtcNow())));
        var over = await db.Handovers.Where(h => h.SessionsEndedAt == null && h.CancelledAt == null && h.LastDay < today).ToListAsync(cancellation);
        var opening = scope.ServiceProvider.GetRequiredService<HandoverOpening>();
        foreach (var handover in over) await opening.EndSessionsAsync(handover, cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The day's changes of the council could not be told; trying again.")]
    protected override partial void LogFault(Exception fault);
}
