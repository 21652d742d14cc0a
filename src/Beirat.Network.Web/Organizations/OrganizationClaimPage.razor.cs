using Beirat.Network.Common;
using Beirat.Network.Organizations;
using Beirat.Network.Web.Components;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Organizations;

public sealed class ClaimEntry
{
    public string? Role { get; set; }

    public string? Since { get; set; }

    public string? Note { get; set; }
}

/// <summary>Somebody with an account says to have a role in an organisation; staff confirms it.</summary>
public sealed partial class OrganizationClaimPage
{
    // Roles that somebody may say to have; who works in an office is entered by staff.
    private static readonly MembershipRole[] Offered = [MembershipRole.Chair, MembershipRole.DeputyChair, MembershipRole.Contact, MembershipRole.Member];

    [Inject]
    public OrganizationPageQuery Query { get; set; } = default!;

    [Inject]
    public ClaimChangeHandler Handler { get; set; } = default!;

    [Parameter]
    public string Slug { get; set; } = string.Empty;

    [SupplyParameterFromForm(FormName = "rolle")]
    public ClaimEntry? Entry { get; set; }

    private OrganizationView? Organization { get; set; }

    private Dictionary<string, string> Errors { get; set; } = [];

    private static IEnumerable<KeyValuePair<string, string>> Roles => Offered.Select(r => KeyValuePair.Create(r.ToString(), Say.Role(r)));

    protected override async Task LoadAsync()
    {
        if (!Viewer.IsSignedIn)
        {
            Navigation.NavigateTo(Address.With("/konto/anmelden", ("zurueck", Context.Request.Path)));
            return;
        }

        Entry ??= new ClaimEntry();
        Organization = await Query.RunAsync(Viewer, Slug, Gone);
        // Bodies of the city are filled by the city: nobody reports a role in them.
        if (Organization is null or { Kind: OrganizationKind.Council or OrganizationKind.Office } || Viewer.PersonId is null) Navigation.NotFound();
    }

    private async Task SendAsync()
    {
        if (TokenRefused || Organization is null) return;
        if (!Enum.TryParse<MembershipRole>(Entry!.Role, out var role) || !Offered.Contains(role)) Errors["role"] = Say.Refusal(Refusal.Empty);
        if (!Typed.TryDay(Entry.Since, out var since))
            Errors["since"] = Say.Refusal(string.IsNullOrWhiteSpace(Entry.Since) ? Refusal.Empty : Refusal.NotADate);
        if (Errors.Count == 0) await TryAsync(new ClaimText(role, since, Entry.Note ?? string.Empty));
        if (Errors.Count > 0) Context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }

    private async Task TryAsync(ClaimText text)
    {
        switch (await Handler.RunAsync(Viewer, new ClaimOrganization(Slug, text), Gone))
        {
            case Outcome<Guid>.Done:
                Navigation.NavigateTo("/konto?rolle=gemeldet#rollen");
                break;
            case Outcome<Guid>.Invalid invalid:
                Errors = invalid.Fields.ToDictionary(f => f.Key, f => Say.Refusal(f.Value));
                break;
            default:
                Navigation.NotFound();
                break;
        }
    }
}
