using Beirat.Network.Common;
using Beirat.Network.People;

namespace Beirat.Network.Council;

/// <summary>
/// Ends somebody's time on a seat and lets a successor begin the day after, until <see cref="Until"/> if given. Without
/// a successor the first deputy moves up.
/// </summary>
public sealed record ReplaceHolder(int Seat, int Version, Guid Assignment, DateOnly LastDay, PersonPick? Successor, DateOnly? Until);

/// <inheritdoc cref="ReplaceHolder"/>
public sealed class ReplaceHolderHandler
{
    private readonly MandateWork _work;

    internal ReplaceHolderHandler(MandateWork work) => _work = work;

    public async Task<Outcome<MandatePreview>> PreviewAsync(Viewer viewer, ReplaceHolder command, CancellationToken cancellation = default) =>
        await (await PrepareAsync(viewer, command, cancellation)).ThenAsync(change => _work.PreviewAsync(change, cancellation));

    /// <summary>The id of the record of the change.</summary>
    public async Task<Outcome<Guid>> RunAsync(Viewer viewer, ReplaceHolder command, CancellationToken cancellation = default) =>
        await (await PrepareAsync(viewer, command, cancellation)).ThenAsync(change => _work.CommitAsync(change, cancellation));

    private async Task<Outcome<PreparedChange>> PrepareAsync(Viewer viewer, ReplaceHolder command, CancellationToken cancellation) =>
        await (await _work.SeatAsync(viewer, command.Seat, command.Version, cancellation)).ThenAsync(seat => command.Successor is { } successor
            ? ReplaceAsync(viewer, seat, command, successor, cancellation)
            : PromoteAsync(viewer, seat, command, cancellation));

    private async Task<Outcome<PreparedChange>> ReplaceAsync(
        Viewer viewer, Seat seat, ReplaceHolder command, PersonPick successor, CancellationToken cancellation)
    {
        if (seat.RefusalToEnd(command.Assignment, command.LastDay) is { } early) return Refuse(early);
        var (person, fields) = await _work.PersonAsync(successor, cancellation);
        if (person is null) return new Outcome<PreparedChange>.Invalid(fields);
        var order = seat.Assignments.Single(a => a.Id == command.Assignment).Order;
        var refusal = seat.RefusalToReplace(command.Assignment, command.LastDay, person.Id, command.Until)
            ?? await BesideAsync(person.Id, seat, order, command, cancellation);
        if (refusal is { } reason) return Refuse(reason);
        var change = seat.Replace(command.Assignment, command.LastDay, person.Id, command.Until, _work.MarkOf(viewer));
        return new Outcome<PreparedChange>.Done(new(seat, change));
    }

    private async Task<Outcome<PreparedChange>> PromoteAsync(Viewer viewer, Seat seat, ReplaceHolder command, CancellationToken cancellation)
    {
        var refusal = seat.RefusalToPromote(command.Assignment, command.LastDay, command.Until)
            ?? await BesideAsync(seat.NextInOrder(command.LastDay)!.PersonId, seat, 0, command, cancellation);
        if (refusal is { } reason) return Refuse(reason);
        var change = seat.Promote(command.Assignment, command.LastDay, command.Until, _work.MarkOf(viewer));
        return new Outcome<PreparedChange>.Done(new(seat, change));
    }

    private Task<Refusal?> BesideAsync(Guid person, Seat seat, int order, ReplaceHolder command, CancellationToken cancellation) =>
        _work.RefusalBesideAsync(person, seat.Id, order, new Period(command.LastDay.AddDays(1), command.Until), cancellation);

    private static Outcome<PreparedChange> Refuse(Refusal reason) => reason switch
    {
        Refusal.NoSuchPlace => new Outcome<PreparedChange>.NotFound(),
        Refusal.AlreadyEnded => new Outcome<PreparedChange>.Invalid("lastDay", reason),
        Refusal.ReversedDates or Refusal.UnlikelyDate => new Outcome<PreparedChange>.Invalid("lastDay", reason),
        Refusal.PlaceTaken => new Outcome<PreparedChange>.Invalid("until", reason),
        _ => new Outcome<PreparedChange>.Invalid("person", reason),
    };
}
