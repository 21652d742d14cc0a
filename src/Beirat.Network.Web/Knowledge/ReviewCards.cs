using Beirat.Network.Common;
using Beirat.Network.Knowledge;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Staff;

namespace Beirat.Network.Web.Knowledge;

/// <summary>Articles that wait for somebody to look whether they still hold.</summary>
internal sealed class ReviewCards(OwnKnowledgeQuery knowledge) : IStaffCards
{
    public async Task<IReadOnlyList<StaffCard>> CardsAsync(Viewer viewer, CancellationToken cancellation) =>
    [
        new(KnowledgeTexts.DueTitle, Say.Count(KnowledgeTexts.ResourceManager, "DueCard", await knowledge.CountDueAsync(viewer, cancellation)),
            "/verwaltung/wissen", KnowledgeTexts.DueLink),
    ];
}
