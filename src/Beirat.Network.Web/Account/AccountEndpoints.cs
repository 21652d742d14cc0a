using Beirat.Network.Accounts;
using Beirat.Network.Web.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Beirat.Network.Web.Account;

/// <summary>Signing out, by a form with a token: a link could be followed by accident.</summary>
internal static class AccountEndpoints
{
    public static void MapAccount(this IEndpointRouteBuilder app) => app.MapPost("/konto/abmelden", SignOutAsync).ExcludeFromDescription();

    private static async Task<IResult> SignOutAsync(
        HttpContext context, SessionEnd ends, SignInManager<Network.Accounts.Account> signIn, [FromForm(Name = "__RequestVerificationToken")] string token)
    {
        _ = token;
        if (AccountSession.Of(context.User) is { } session) await ends.RunAsync(session, CancellationToken.None);
        await signIn.SignOutAsync();
        return SeeOther.To("/konto/anmelden?abgemeldet=1");
    }
}
