using Beirat.Network.Common;
using Beirat.Network.Council;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Council;

/// <summary>Ends somebody's time on a seat and lets somebody else begin the day after.</summary>
public sealed partial class ReplacePage
{
    [Inject]
    public ReplaceHolderHandler Handler { get; set; } = default!;

    [Parameter]
    public Guid Assignment { get; set; }

    protected override bool Fits => Place is not null;

    protected override bool AsksForPerson => !Entry!.Promotes;

    private StaffPlace? Place => Seat!.Places.FirstOrDefault(p => p.Assignment == Assignment);

    /// <summary>Who would move up; on a later day it may be somebody else, which the preview shows.</summary>
    private StaffPlace? Deputy => Place?.Order == 0 ? Seat!.Places.Where(p => p.Order > 0 && p.From <= Seat.Today).MinBy(p => p.Order) : null;

    private ReplaceHolder Command => new(
        Number, Entry!.Version, Assignment, Day("lastDay", Entry.LastDay), Entry.Promotes ? null : Entry.Pick(),
        Given(Entry.Until) is null ? null : Day("until", Entry.Until));

    protected override void CheckFields()
    {
        Day("lastDay", Entry!.LastDay);
        Day("until", Entry.Until, required: false);
    }

    protected override Task<Outcome<MandatePreview>> PreviewAsync() => Handler.PreviewAsync(Viewer, Command, Gone);

    protected override Task<Outcome<Guid>> RunAsync() => Handler.RunAsync(Viewer, Command, Gone);
}
