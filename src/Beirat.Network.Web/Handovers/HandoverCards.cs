using Beirat.Network.Common;
using Beirat.Network.Handovers;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Staff;

namespace Beirat.Network.Web.Handovers;

/// <summary>Handovers that wait.</summary>
internal sealed class HandoverCards(HandoverQuery handovers) : IStaffCards
{
    public async Task<IReadOnlyList<StaffCard>> CardsAsync(Viewer viewer, CancellationToken cancellation) =>
    [
        new(HandoversTexts.CardTitle, Say.Count(HandoversTexts.ResourceManager, "CardText", await handovers.OpenAsync(viewer, cancellation)),
            "/verwaltung/uebergaben", HandoversTexts.CardLink),
    ];
}
