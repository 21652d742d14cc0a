using Beirat.Network.Networking;
using Beirat.Network.Organizations;
using Beirat.Network.Web.Components;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Organizations;

/// <summary>One organisation, and who speaks for it in the council.</summary>
public sealed partial class OrganizationPage
{
    [Inject]
    public OrganizationPageQuery Query { get; set; } = default!;

    [Inject]
    public OrganizationRelationsQuery RelationsQuery { get; set; } = default!;

    [Parameter]
    public string Slug { get; set; } = string.Empty;

    [SupplyParameterFromQuery]
    public string? Gespeichert { get; set; }

    private OrganizationView? View { get; set; }

    private IReadOnlyList<OrganizationLink> Relations { get; set; } = [];

    private bool TakesClaims => View is not null and not { Kind: OrganizationKind.Council or OrganizationKind.Office };

    private bool IsCommunity => View is not null && Organization.CommunityKinds.Contains(View.Kind);

    protected override async Task LoadAsync()
    {
        View = await Query.RunAsync(Viewer, Slug, Gone);
        if (View is null) Navigation.NotFound();
        else Relations = await RelationsQuery.RunAsync(Slug, Gone);
    }

    private string WriteTo(OrganizationPerson person) => $"/organisationen/{Slug}/nachricht/{person.Person.Slug}";

    // Whoever is not signed in signs in on the way there.
    private string ClaimAddress(string slug) => Viewer.IsSignedIn
        ? $"/organisationen/{slug}/rolle"
        : Address.With("/konto/anmelden", ("zurueck", $"/organisationen/{slug}/rolle"));
}
