using System.Security.Claims;
using Beirat.Network.Accounts;
using Beirat.Network.Common;

namespace Beirat.Network.Web.Http;

/// <summary>Between the signed-in identity of a request and the viewer that rules know.</summary>
internal static class Visitor
{
    private const string PersonClaim = "beirat:person";

    public static Viewer Viewer(this HttpContext context) => ViewerOf(context.User);

    public static Viewer ViewerOf(ClaimsPrincipal user)
    {
        if (user.Identity?.IsAuthenticated != true || !Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var account))
            return Common.Viewer.Public;
        var person = Guid.TryParse(user.FindFirstValue(PersonClaim), out var id) ? id : (Guid?)null;
        var roles = user.FindAll(ClaimTypes.Role).Select(c => Enum.TryParse<AccountRole>(c.Value, out var role) ? role : (AccountRole?)null);
        return new Viewer(account, person, [.. roles.OfType<AccountRole>()]);
    }

    /// <summary>The claims that say who somebody is in the portal; both ways of signing in use these.</summary>
    public static void Describe(ClaimsIdentity identity, SignedIn who)
    {
        if (who.PersonId is { } person) identity.AddClaim(new Claim(PersonClaim, person.ToString()));
        identity.AddClaim(new Claim(ClaimTypes.GivenName, who.Name));
        identity.AddClaims(who.Roles.Select(r => new Claim(ClaimTypes.Role, r.ToString())));
    }

    public static string Name(this ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.GivenName) ?? string.Empty;
}
