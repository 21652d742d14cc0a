using Beirat.Network.Common;
using Beirat.Network.Council;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Council;

/// <summary>Gives a free place on a seat to somebody.</summary>
public sealed partial class AppointPage
{
    [Inject]
    public AppointPersonHandler Handler { get; set; } = default!;

    /// <summary>0: the member's place; 1 and above: deputies in their order. Without it the first free place is meant.</summary>
    [SupplyParameterFromQuery]
    public int? Platz { get; set; }

    protected override bool Fits => Platz is null || (Platz >= 0 && Platz <= Seat!.DeputyPlaces);

    private int? Place => Platz ?? Enumerable.Range(0, Seat!.DeputyPlaces + 1).Cast<int?>().FirstOrDefault(o => Seat.Now(o!.Value) is null && !Seat.Later(o.Value).Any());

    protected override bool AsksForPerson => true;

    private AppointPerson Command => new(Number, Entry!.Version, Place ?? 0, Entry.Pick(), new Period(Day("from", Entry.From), Given(Entry.Until) is null ? null : Day("until", Entry.Until)));

    protected override void CheckFields()
    {
        Day("from", Entry!.From);
        Day("until", Entry.Until, required: false);
    }

    protected override Task<Outcome<MandatePreview>> PreviewAsync() => Handler.PreviewAsync(Viewer, Command, Gone);

    protected override Task<Outcome<Guid>> RunAsync() => Handler.RunAsync(Viewer, Command, Gone);
}
