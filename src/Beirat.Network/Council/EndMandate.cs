using Beirat.Network.Common;

namespace Beirat.Network.Council;

/// <summary>Ends somebody's time on a seat with a last day; the place is vacant from the next.</summary>
public sealed record EndMandate(int Seat, int Version, Guid Assignment, DateOnly LastDay);

/// <inheritdoc cref="EndMandate"/>
public sealed class EndMandateHandler
{
    private readonly MandateWork _work;

    internal EndMandateHandler(MandateWork work) => _work = work;

    public async Task<Outcome<MandatePreview>> PreviewAsync(Viewer viewer, EndMandate command, CancellationToken cancellation = default) =>
        await (await PrepareAsync(viewer, command, cancellation)).ThenAsync(change => _work.PreviewAsync(change, cancellation));

    /// <summary>The id of the record of the change.</summary>
    public async Task<Outcome<Guid>> RunAsync(Viewer viewer, EndMandate command, CancellationToken cancellation = default) =>
        await (await PrepareAsync(viewer, command, cancellation)).ThenAsync(change => _work.CommitAsync(change, cancellation));

    private async Task<Outcome<PreparedChange>> PrepareAsync(Viewer viewer, EndMandate command, CancellationToken cancellation) =>
        await (await _work.SeatAsync(viewer, command.Seat, command.Version, cancellation)).ThenAsync(seat =>
            Task.FromResult<Outcome<PreparedChange>>(seat.RefusalToEnd(command.Assignment, command.LastDay) switch
            {
                Refusal.NoSuchPlace => new Outcome<PreparedChange>.NotFound(),
                { } reason => new Outcome<PreparedChange>.Invalid("lastDay", reason),
                null => new Outcome<PreparedChange>.Done(new(seat, seat.End(command.Assignment, command.LastDay, _work.MarkOf(viewer)))),
            }));
}
