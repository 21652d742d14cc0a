using System.Security.Claims;
using System.Text.Encodings.Web;
using Beirat.Network.Accounts;
using Beirat.Network.Web.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Beirat.Network.Web.Account;

/// <summary>Personal API tokens (RFC 6750, section 2.1). They open the API only, never a page.</summary>
internal sealed class BearerTokens(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, SignedInQuery query)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public new const string Scheme = "bearer";
    private const string Prefix = "Bearer ";

    public static bool IsUsedBy(HttpRequest request) =>
        request.Headers.Authorization.ToString().StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        && (request.Path.StartsWithSegments("/api") || request.Path.StartsWithSegments("/live"));

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var secret = Request.Headers.Authorization.ToString()[Prefix.Length..].Trim();
        if (await query.ByTokenAsync(secret, Context.RequestAborted) is not { } who) return AuthenticateResult.Fail("unknown token");
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, who.AccountId.ToString())], Scheme);
        Visitor.Describe(identity, who);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme));
    }
}
