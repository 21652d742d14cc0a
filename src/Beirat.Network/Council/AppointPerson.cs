using Beirat.Network.Common;
using Beirat.Network.People;

namespace Beirat.Network.Council;

/// <summary>Gives a place on a seat to somebody. <see cref="Version"/> is the version of the seat that staff had before them.</summary>
public sealed record AppointPerson(int Seat, int Version, int Order, PersonPick Person, Period Period);

/// <inheritdoc cref="AppointPerson"/>
public sealed class AppointPersonHandler
{
    private readonly MandateWork _work;

    internal AppointPersonHandler(MandateWork work) => _work = work;

    public async Task<Outcome<MandatePreview>> PreviewAsync(Viewer viewer, AppointPerson command, CancellationToken cancellation = default) =>
        await (await PrepareAsync(viewer, command, cancellation)).ThenAsync(change => _work.PreviewAsync(change, cancellation));

    /// <summary>The id of the record of the change.</summary>
    public async Task<Outcome<Guid>> RunAsync(Viewer viewer, AppointPerson command, CancellationToken cancellation = default) =>
        await (await PrepareAsync(viewer, command, cancellation)).ThenAsync(change => _work.CommitAsync(change, cancellation));

    private async Task<Outcome<PreparedChange>> PrepareAsync(Viewer viewer, AppointPerson command, CancellationToken cancellation) =>
        await (await _work.SeatAsync(viewer, command.Seat, command.Version, cancellation)).ThenAsync(async seat =>
        {
            var (person, fields) = await _work.PersonAsync(command.Person, cancellation);
            if (person is null) return new Outcome<PreparedChange>.Invalid(fields);
            var refusal = seat.RefusalToAssign(person.Id, command.Order, command.Period)
                ?? await _work.RefusalBesideAsync(person.Id, seat.Id, command.Order, command.Period, cancellation);
            if (refusal is { } reason) return Refuse(reason);
            return new Outcome<PreparedChange>.Done(new(seat, seat.Appoint(person.Id, command.Order, command.Period, _work.MarkOf(viewer))));
        });

    private static Outcome<PreparedChange> Refuse(Refusal reason) => reason switch
    {
        Refusal.NoSuchPlace => new Outcome<PreparedChange>.NotFound(),
        Refusal.ReversedDates => new Outcome<PreparedChange>.Invalid("until", reason),
        Refusal.PlaceTaken or Refusal.UnlikelyDate => new Outcome<PreparedChange>.Invalid("from", reason),
        _ => new Outcome<PreparedChange>.Invalid("person", reason),
    };
}
