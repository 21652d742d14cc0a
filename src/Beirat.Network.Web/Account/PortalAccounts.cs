using Beirat.Network.Outbox;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Beirat.Network.Web.Account;

/// <summary>Signing in: by cookie for people, by bearer token for programs.</summary>
internal static class PortalAccounts
{
    private const string EitherScheme = "portal";

    public static void AddPortalAccounts(this IServiceCollection services)
    {
        services.AddAccountStore();
        services.AddAuthentication(EitherScheme)
            .AddPolicyScheme(EitherScheme, null, o => o.ForwardDefaultSelector = context =>
                BearerTokens.IsUsedBy(context.Request) ? BearerTokens.Scheme : IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, BearerTokens>(BearerTokens.Scheme, null)
            .AddIdentityCookies();
        services.ConfigureApplicationCookie(o =>
        {
            o.Cookie.Name = "beirat-konto";
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.ExpireTimeSpan = AccountSession.Length;
            o.SlidingExpiration = true;
            o.LoginPath = "/konto/anmelden";
            o.ReturnUrlParameter = "zurueck";
            var validate = o.Events.OnValidatePrincipal;
            o.Events.OnValidatePrincipal = context => EndedAccounts.ValidateAsync(context, validate);
            o.Events.OnSigningIn = context =>
            {
                AccountSession.Begin(context.Principal);
                return Task.CompletedTask;
            };
        });
        services.Configure<SecurityStampValidatorOptions>(o =>
        {
            o.ValidationInterval = TimeSpan.FromMinutes(1);
            o.OnRefreshingPrincipal = AccountSession.GoOnAsync;
        });
        services.AddHostedService<SessionMemory>();
        services.AddSingleton<EndedAccounts>();
        services.AddSingleton<IChangeListener>(p => p.GetRequiredService<EndedAccounts>());
        services.AddAuthorization();
    }

    /// <summary>Accounts without the web part, for the operator's commands.</summary>
    public static IServiceCollection AddAccountStore(this IServiceCollection services)
    {
        services.AddIdentityCore<Network.Accounts.Account>(o =>
            {
                // Length over composition (NIST SP 800-63B, section 3.1.1.2).
                o.Password.RequiredLength = 12;
                o.Password.RequireDigit = o.Password.RequireLowercase = o.Password.RequireUppercase = o.Password.RequireNonAlphanumeric = false;
                o.User.RequireUniqueEmail = true;
                o.Lockout.MaxFailedAccessAttempts = 10;
                o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
            })
            .AddNetworkStores()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<AccountClaims>();
        return services;
    }
}
