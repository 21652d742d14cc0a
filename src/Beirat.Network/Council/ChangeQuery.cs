using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Council;

/// <summary>What a change did to one assignment.</summary>
public sealed record StepView(string Person, int Order, bool IsNew, DateOnly From, DateOnly? UntilBefore, DateOnly? UntilAfter);

/// <summary>A change of a seat. Names are null where nobody on record did it.</summary>
public sealed record ChangeView(
    Guid Id, MandateChangeKind Kind, int Seat, DateTimeOffset At, string? By, DateTimeOffset? UndoneAt, string? UndoneBy, IReadOnlyList<StepView> Steps)
{
    /// <summary>The handover that it opened, as long as that is open.</summary>
    public Guid? HandoverId { get; init; }
}

/// <summary>The history of the seats, for staff.</summary>
public sealed class ChangeQuery
{
    public const int PageSize = 30;

    private readonly NetworkDb _db;

    internal ChangeQuery(NetworkDb db) => _db = db;

    /// <summary>One page, newest first. <paramref name="after"/> is the id of the last change already shown.</summary>
    public async Task<Page<ChangeView>> RunAsync(Viewer viewer, Guid? after = null, CancellationToken cancellation = default)
    {
        if (!viewer.IsStaff) return new Page<ChangeView>([], null);
        var changes = _db.MandateChanges.AsQueryable();
        if (after is { } id && await _db.MandateChanges.Where(c => c.Id == id).Select(c => (DateTimeOffset?)c.At).FirstOrDefaultAsync(cancellation) is { } at)
            changes = changes.Where(c => c.At < at || (c.At == at && c.Id.CompareTo(id) < 0));
        var rows = await Views(changes.OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(PageSize + 1)).ToListAsync(cancellation);
        return new Page<ChangeView>([.. rows.Take(PageSize)], rows.Count > PageSize ? $"{rows[PageSize - 1].Id}" : null);
    }

    /// <summary>One change and why it cannot be taken back; no reason when it can.</summary>
    public async Task<(ChangeView Change, Refusal? Undo)?> OneAsync(Viewer viewer, Guid id, CancellationToken cancellation = default)
    {
        if (!viewer.IsStaff || await Views(_db.MandateChanges.Where(c => c.Id == id)).FirstOrDefaultAsync(cancellation) is not { } view) return null;
        var change = await _db.MandateChanges.AsNoTracking().Include(c => c.Steps).SingleAsync(c => c.Id == id, cancellation);
        var seat = await _db.Seats.AsNoTracking().Include(s => s.Assignments).SingleAsync(s => s.Id == change.SeatId, cancellation);
        return (view, seat.RefusalToUndo(change));
    }

    /// <summary>What happened to a seat since somebody saw it in this version, newest first.</summary>
    public async Task<IReadOnlyList<ChangeView>> SinceAsync(Viewer viewer, int seat, int version, CancellationToken cancellation = default) => !viewer.IsStaff
        ? []
        : await Views(_db.MandateChanges.Where(c => _db.Seats.Any(s => s.Id == c.SeatId && s.Number == seat)
                && (c.SeatVersion >= version || c.UndoneSeatVersion >= version))
            .OrderByDescending(c => c.At).Take(PageSize)).ToListAsync(cancellation);

    private IQueryable<ChangeView> Views(IQueryable<MandateChange> changes) =>
        from c in changes.AsNoTracking()
        join s in _db.Seats on c.SeatId equals s.Id
        orderby c.At descending, c.Id descending
        select new ChangeView(
            c.Id, c.Kind, s.Number, c.At,
            _db.People.Where(p => p.Id == c.ByPersonId).Select(p => p.Name).FirstOrDefault(),
            c.UndoneAt,
            _db.People.Where(p => p.Id == c.UndoneByPersonId).Select(p => p.Name).FirstOrDefault(),
            (from step in c.Steps
             join p in _db.People on step.PersonId equals p.Id
             orderby step.Position
             select new StepView(p.Name, step.Order, step.IsNew, step.From, step.UntilBefore, step.UntilAfter)).ToList())
        {
            HandoverId = _db.Handovers.Where(h => h.ChangeId == c.Id && h.ClosedAt == null && h.CancelledAt == null).Select(h => (Guid?)h.Id).FirstOrDefault(),
        };
}
