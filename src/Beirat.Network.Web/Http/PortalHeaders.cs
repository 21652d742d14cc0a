namespace Beirat.Network.Web.Http;

/// <summary>
/// Headers of every answer. The content security policy begins with nothing and allows our own files only: no inline
/// script or style, no foreign host. Strict from the first page, because it cannot be added to pages that grew without it.
/// </summary>
internal static class PortalHeaders
{
    /// <summary>Name of the headers of files; see <see cref="ForFiles"/>.</summary>
    public const string Files = "files";

    private const int OneYear = 365 * 24 * 60 * 60;

    public static void AddPortalHeaders(this IServiceCollection services) => services.AddSecurityHeaderPolicies().AddPolicy(Files, ForFiles());

    public static void UsePortalHeaders(this WebApplication app)
    {
        app.UseSecurityHeaders(WithEverywhere(new HeaderPolicyCollection().AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().None();
                csp.AddScriptSrc().Self();
                csp.AddStyleSrc().Self();
                csp.AddImgSrc().Self();
                csp.AddFontSrc().Self();
                csp.AddConnectSrc().Self();
                csp.AddManifestSrc().Self();
                csp.AddFormAction().Self();
                csp.AddBaseUri().None();
                csp.AddFrameAncestors().None();
            })));
        // RFC 6797, section 7.2: only over HTTPS. Behind a proxy its X-Forwarded-Proto tells.
        app.Use((context, next) =>
        {
            if (context.Request.IsHttps) context.Response.Headers.StrictTransportSecurity = $"max-age={OneYear}; includeSubDomains";
            return next(context);
        });
    }

    /// <summary>
    /// For files that people brought: whatever hides in one, opened in a browser it may load nothing, run nothing, and
    /// belongs to no origin.
    /// </summary>
    private static HeaderPolicyCollection ForFiles() => WithEverywhere(new HeaderPolicyCollection().AddContentSecurityPolicy(csp =>
    {
        csp.AddDefaultSrc().None();
        csp.AddFrameAncestors().None();
        csp.AddSandbox();
    }));

    private static HeaderPolicyCollection WithEverywhere(HeaderPolicyCollection policy) => policy
        .AddContentTypeOptionsNoSniff()
        .AddFrameOptionsDeny()
        .AddReferrerPolicySameOrigin()
        .AddCrossOriginOpenerPolicy(p => p.SameOrigin())
        .AddCrossOriginEmbedderPolicy(p => p.RequireCorp())
        .AddCrossOriginResourcePolicy(p => p.SameOrigin())
        .AddCustomHeader("Permissions-Policy",
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=(), browsing-topics=()")
        .AddCustomHeader("X-Permitted-Cross-Domain-Policies", "none")
        .RemoveServerHeader();
}
