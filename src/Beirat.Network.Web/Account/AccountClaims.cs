using System.Security.Claims;
using Beirat.Network.Accounts;
using Beirat.Network.Web.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Beirat.Network.Web.Account;

/// <summary>What the sign-in cookie says of somebody. It is made anew when the security stamp is checked, so changes arrive within a minute.</summary>
internal sealed class AccountClaims(UserManager<Network.Accounts.Account> users, IOptions<IdentityOptions> options, SignedInQuery query)
    : UserClaimsPrincipalFactory<Network.Accounts.Account>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Network.Accounts.Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        if (await query.ByAccountAsync(user.Id) is { } who) Visitor.Describe(identity, who);
        return identity;
    }
}
