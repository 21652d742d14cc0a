using Beirat.Network.Common;
using Beirat.Network.Privacy;
using Beirat.Network.Web.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace Beirat.Network.Web.Privacy;

public sealed class OwnErasureEntry
{
    public string? Password { get; set; }
}

/// <summary>Somebody erases themselves: what goes, what stays, and the password once more.</summary>
public sealed partial class OwnErasurePage
{
    [Inject]
    public ErasureHandler Handler { get; set; } = default!;

    [Inject]
    public SignInManager<Network.Accounts.Account> SignIn { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "loeschen")]
    public OwnErasureEntry? Entry { get; set; }

    private ErasureView? View { get; set; }

    private IReadOnlyDictionary<string, string> Errors { get; set; } = new Dictionary<string, string>();

    protected override async Task LoadAsync()
    {
        Context.Response.Headers.CacheControl = "no-store";
        Entry ??= new OwnErasureEntry();
        View = await Handler.OwnAsync(Viewer, Gone);
        if (View is null) Navigation.NavigateTo(Address.With("/konto/anmelden", ("zurueck", "/konto/daten/loeschen")));
    }

    private async Task EraseAsync()
    {
        if (TokenRefused || View is null) return;
        switch (await Handler.RunAsync(Viewer, new OwnErasure(Entry!.Password ?? string.Empty), Gone))
        {
            case Outcome<string>.Done:
                await SignIn.SignOutAsync();
                Navigation.NavigateTo("/konto/anmelden?geloescht=1");
                break;
            case Outcome<string>.Invalid invalid:
                Errors = invalid.Fields.ToDictionary(f => f.Key, f => Say.Refusal(f.Value));
                Context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                break;
            default:
                // The page names what stands against it.
                Context.Response.StatusCode = StatusCodes.Status403Forbidden;
                break;
        }
    }
}
