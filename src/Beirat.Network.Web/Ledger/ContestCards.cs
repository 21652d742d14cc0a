using Beirat.Network.Common;
using Beirat.Network.Ledger;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Staff;

namespace Beirat.Network.Web.Ledger;

/// <summary>Contested entries that wait for a decision.</summary>
internal sealed class ContestCards(ContestQuery contests) : IStaffCards
{
    public async Task<IReadOnlyList<StaffCard>> CardsAsync(Viewer viewer, CancellationToken cancellation) =>
    [
        new(LedgerTexts.ContestsTitle, Say.Count(LedgerTexts.ResourceManager, "OpenCount", await contests.OpenAsync(viewer, cancellation)), LedgerAddress.Staff, LedgerTexts.ContestsLink),
    ];
}
