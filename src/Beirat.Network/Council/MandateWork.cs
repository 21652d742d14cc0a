using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Handovers;
using Beirat.Network.People;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Council;

/// <summary>A change that was made in memory and is not stored yet.</summary>
internal sealed record PreparedChange(Seat Seat, MandateChange Change, bool IsUndo = false)
{
    /// <summary>People who were added by the change and go with it.</summary>
    public IReadOnlyList<Person> Leaving { get; init; } = [];
}

/// <summary>What the changes of a seat have in common: who may, with which version, and everything that is saved with them.</summary>
internal sealed class MandateWork(NetworkDb db, CouncilQuery council, HandoverOpening handovers, TimeProvider time)
{
    /// <summary>The seat with all its assignments, for staff who saw it in this version.</summary>
    public async Task<Outcome<Seat>> SeatAsync(Viewer viewer, int number, int version, CancellationToken cancellation)
    {
        if (!viewer.IsStaff) return new Outcome<Seat>.NotFound();
        var seat = await db.Seats.Include(s => s.Assignments).FirstOrDefaultAsync(s => s.Number == number, cancellation);
        if (seat is null) return new Outcome<Seat>.NotFound();
        return seat.Version == version ? new Outcome<Seat>.Done(seat) : new Outcome<Seat>.Stale(seat.Version);
    }

    public ChangeMark MarkOf(Viewer viewer) => new(viewer.AccountId, viewer.PersonId, time.GetUtcNow());

    /// <inheritdoc cref="PickedPerson.PersonAsync"/>
    public Task<(Person? Person, IReadOnlyDictionary<string, Refusal> Fields)> PersonAsync(PersonPick pick, CancellationToken cancellation) =>
        db.PersonAsync(pick, cancellation);

    /// <summary>Null when the council lets the person have this place beside those on other seats.</summary>
    public async Task<Refusal?> RefusalBesideAsync(Guid person, Guid seat, int order, Period period, CancellationToken cancellation)
    {
        var elsewhere = await db.SeatAssignments.Where(a => a.PersonId == person && a.SeatId != seat)
            .Select(a => new HeldPlace(a.SeatId, a.Order, a.From, a.Until)).ToListAsync(cancellation);
        if (elsewhere.Count == 0) return null;
        var allowed = await db.CouncilRules.AnyAsync(r => r.Name == CouncilRuleName.SeveralPlaces && r.Allowed, cancellation);
        return SeveralPlaces.RefusalBeside(elsewhere, order, period, allowed);
    }

    /// <summary>Stores the change with its record, its handovers and new versions; the id of the record.</summary>
    public async Task<Outcome<Guid>> CommitAsync(PreparedChange prepared, CancellationToken cancellation) =>
        await SaveAsync(prepared, cancellation) is { } stale ? new Outcome<Guid>.Stale(stale) : new Outcome<Guid>.Done(prepared.Change.Id);

    /// <summary>
    /// Shows what the change would do. It is the change itself, stored in a transaction that is taken back: the preview
    /// cannot say anything else than what then happens.
    /// </summary>
    public async Task<Outcome<MandatePreview>> PreviewAsync(PreparedChange prepared, CancellationToken cancellation)
    {
        await using var undone = await db.Database.BeginTransactionAsync(cancellation);
        var day = prepared.Change.EffectOn;
        var (before, there) = (await council.RunAsync(day, cancellation), await PeopleAsync(day, cancellation));
        if (await SaveAsync(prepared, cancellation) is { } stale) return new Outcome<MandatePreview>.Stale(stale);
        var (after, then) = (await council.RunAsync(day, cancellation), await PeopleAsync(day, cancellation));
        await undone.RollbackAsync(cancellation);
        db.ChangeTracker.Clear();
        var leaving = there.Where(p => !then.ContainsKey(p.Key)).Select(p => p.Key).ToList();
        var losing = await db.Users.Where(a => a.PersonId != null && leaving.Contains(a.PersonId.Value)).Select(a => a.PersonId!.Value).Distinct().ToListAsync(cancellation);
        return new Outcome<MandatePreview>.Done(new MandatePreview(
            prepared.Seat.Number, day, before.Figures, after.Figures,
            [.. then.Where(p => !there.ContainsKey(p.Key)).Select(p => p.Value)], [.. leaving.Select(id => there[id])],
            [.. Vacant(after).Except(Vacant(before))], [.. losing.Select(id => there[id])]));
    }

    /// <summary>Null when stored, else the version that is stored instead.</summary>
    private async Task<int?> SaveAsync(PreparedChange prepared, CancellationToken cancellation)
    {
        var (seat, change) = (prepared.Seat, prepared.Change);
        if (!prepared.IsUndo) db.Add(change);
        await TouchAsync(seat, change, cancellation);
        if (prepared.IsUndo) await handovers.CancelAsync(change, cancellation);
        else await handovers.OpenAsync(seat, change, cancellation);
        db.People.RemoveRange(prepared.Leaving);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return await db.Seats.Where(s => s.Id == seat.Id).Select(s => s.Version).FirstOrDefaultAsync(cancellation);
        }
    }

    /// <summary>
    /// A seat and its assignments are one record, so its version rises with them. The person's rises too: two people in
    /// the office who give the same person two places at once would otherwise both be right.
    /// </summary>
    private async Task TouchAsync(Seat seat, MandateChange change, CancellationToken cancellation)
    {
        db.Entry(seat).Property(s => s.Version).IsModified = true;
        var ids = change.Steps.Select(s => s.PersonId).Distinct().ToList();
        foreach (var person in await db.People.Where(p => ids.Contains(p.Id)).ToListAsync(cancellation))
            db.Entry(person).Property(p => p.Version).IsModified = true;
    }

    private async Task<Dictionary<Guid, string>> PeopleAsync(DateOnly day, CancellationToken cancellation) =>
        await (from a in db.SeatAssignments
               join p in db.People on a.PersonId equals p.Id
               where a.From <= day && (a.Until == null || a.Until >= day)
               select new { p.Id, p.Name }).Distinct().ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);

    private static IEnumerable<SeatPlace> Vacant(CouncilView view) => view.Seats.SelectMany(s => Enumerable.Range(0, s.DeputyPlaces + 1)
        .Where(order => order == 0 ? s.Holder is null : s.Deputies.All(d => d.Order != order)).Select(order => new SeatPlace(s.Number, order)));
}
