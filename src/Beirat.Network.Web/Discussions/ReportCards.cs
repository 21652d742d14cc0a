using Beirat.Network.Common;
using Beirat.Network.Discussions;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Staff;

namespace Beirat.Network.Web.Discussions;

/// <summary>Reports that wait for a decision.</summary>
internal sealed class ReportCards(ModerationQuery reports) : IStaffCards
{
    public async Task<IReadOnlyList<StaffCard>> CardsAsync(Viewer viewer, CancellationToken cancellation) =>
    [
        new(ModerationTexts.QueueTitle, Say.Count(ModerationTexts.ResourceManager, "Open", await reports.OpenAsync(viewer, cancellation)), "/verwaltung/meldungen", ModerationTexts.QueueLink),
    ];
}
