using Beirat.Network.Common;
using Beirat.Network.Organizations;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Staff;

namespace Beirat.Network.Web.Organizations;

/// <summary>Roles in organisations that wait for a decision, and the way to a new organisation.</summary>
internal sealed class ClaimCards(ClaimQuery claims) : IStaffCards
{
    public async Task<IReadOnlyList<StaffCard>> CardsAsync(Viewer viewer, CancellationToken cancellation) =>
    [
        new(OrganizationsTexts.ClaimsTitle, Say.Count(OrganizationsTexts.ResourceManager, "ClaimsCount", await claims.CountAsync(viewer, cancellation)),
            "/verwaltung/antraege", OrganizationsTexts.ClaimsLink),
        new(OrganizationsTexts.NewTitle, OrganizationsTexts.NewCard, "/verwaltung/organisationen", OrganizationsTexts.NewAdd),
    ];
}
