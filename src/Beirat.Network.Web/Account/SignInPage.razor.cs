using Beirat.Network.Accounts;
using Beirat.Network.Web.Http;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace Beirat.Network.Web.Account;

public sealed class SignInEntry
{
    public string? Email { get; set; }

    public string? Password { get; set; }

    public bool Remember { get; set; }
}

/// <summary>Sign-in by e-mail address and password.</summary>
public sealed partial class SignInPage
{
    private static readonly (string Email, AccountRole Role)[] DemoAccounts =
    [
        ("mitglied@demo.example", AccountRole.ExpertMember),
        ("stellvertretung@demo.example", AccountRole.Deputy),
        ("stabsstelle@demo.example", AccountRole.Staff),
        ("verwaltung@demo.example", AccountRole.Administrator),
        ("organisation@demo.example", AccountRole.OrganizationRepresentative),
        ("amt@demo.example", AccountRole.CityOffice),
    ];

    [Inject]
    public SignInManager<Network.Accounts.Account> SignIn { get; set; } = default!;

    [Inject]
    public IPasswordHasher<Network.Accounts.Account> Hasher { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "anmelden")]
    public SignInEntry? Entry { get; set; }

    [SupplyParameterFromQuery]
    public string? Zurueck { get; set; }

    [SupplyParameterFromQuery]
    public string? Abgemeldet { get; set; }

    [SupplyParameterFromQuery]
    public string? Geloescht { get; set; }

    private Dictionary<string, string> Errors { get; } = [];

    protected override void OnInitialized() => Entry ??= new SignInEntry();

    private async Task SignInAsync()
    {
        if (TokenRefused) return;
        if (Given(Entry!.Email) is not { } email) Errors["email"] = AccountTexts.EmailMissing;
        else if (string.IsNullOrEmpty(Entry.Password)) Errors["password"] = AccountTexts.PasswordMissing;
        else if (await TryAsync(email, Entry.Password)) Navigation.NavigateTo(LocalAddress.OrStart(Zurueck));
        else Errors["email"] = AccountTexts.Failed;
        if (Errors.Count > 0) Context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }

    private async Task<bool> TryAsync(string email, string password)
    {
        var account = await SignIn.UserManager.FindByEmailAsync(email);
        if (account?.PasswordHash is null)
        {
            // As much work as for an address that exists: the time must not tell which addresses do.
            Hasher.HashPassword(account!, password);
            return false;
        }

        return (await SignIn.PasswordSignInAsync(account, password, Entry!.Remember, lockoutOnFailure: true)).Succeeded;
    }
}
