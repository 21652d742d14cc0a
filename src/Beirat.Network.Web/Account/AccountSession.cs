using System.Security.Claims;
using Microsoft.AspNetCore.Identity;

namespace Beirat.Network.Web.Account;

/// <summary>
/// One sign-in on one device. Its id is in the cookie, so that signing out ends this one everywhere - copies of the cookie
/// and live connections included - and leaves the other devices of the account alone.
/// </summary>
internal static class AccountSession
{
    /// <summary>How long a sign-in is good for when nothing is done with it.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromHours(12);

    private const string Claim = "beirat:session";

    public static Guid? Of(ClaimsPrincipal? user) => Guid.TryParse(user?.FindFirstValue(Claim), out var session) ? session : null;

    /// <summary>The security stamp that the account had at that time; null for programs.</summary>
    public static string? StampOf(ClaimsPrincipal? user) => user?.FindFirstValue(new ClaimsIdentityOptions().SecurityStampClaimType);

    public static void Begin(ClaimsPrincipal? user)
    {
        if (Of(user) is null && user?.Identity is ClaimsIdentity identity) identity.AddClaim(new Claim(Claim, Guid.NewGuid().ToString()));
    }

    /// <summary>The identity was made anew from the records; the session goes on.</summary>
    public static Task GoOnAsync(SecurityStampRefreshingPrincipalContext context)
    {
        if (Of(context.CurrentPrincipal) is { } session && context.NewPrincipal?.Identity is ClaimsIdentity identity)
            identity.AddClaim(new Claim(Claim, session.ToString()));
        return Task.CompletedTask;
    }
}
