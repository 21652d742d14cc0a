using Beirat.Network.AdviceRequests;
using Beirat.Network.Common;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Staff;

namespace Beirat.Network.Web.AdviceRequests;

/// <summary>Requests that wait, for the office.</summary>
internal sealed class AdviceRequestCards(AdviceListQuery requests) : IStaffCards
{
    public async Task<IReadOnlyList<StaffCard>> CardsAsync(Viewer viewer, CancellationToken cancellation)
    {
        var (open, overdue) = await requests.CountsAsync(viewer, cancellation);
        var text = Say.Count(AdviceRequestsTexts.ResourceManager, "CardText", open);
        if (overdue > 0) text = $"{text} {Say.Count(AdviceRequestsTexts.ResourceManager, "CardOverdue", overdue)}";
        return [new(AdviceRequestsTexts.ListTitle, text, "/beratung/anfragen?liste=offen", AdviceRequestsTexts.CardLink)];
    }
}
