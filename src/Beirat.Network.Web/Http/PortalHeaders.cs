namespace Beirat.Network.Web.Http;

/// <summary>
/// Headers of every answer. The content security policy begins with nothing and allows our own files only: no inline
/// script or style, no foreign host. Strict from the first page, because it cannot be added to pages that grew without it.
/// </summary>
internal static class PortalHeaders
{
    private const int OneYear = 365 * 24 * 60 * 60;

    public static void UsePortalHeaders(this WebApplication app)
    {
        app.UseSecurityHeaders(new HeaderPolicyCollection()
            .AddContentSecurityPolicy(csp =>
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
            })
            .AddContentTypeOptionsNoSniff()
            .AddFrameOptionsDeny()
            .AddReferrerPolicySameOrigin()
            .AddCrossOriginOpenerPolicy(p => p.SameOrigin())
            .AddCrossOriginEmbedderPolicy(p => p.RequireCorp())
            .AddCrossOriginResourcePolicy(p => p.SameOrigin())
            .AddCustomHeader("Permissions-Policy",
                "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=(), browsing-topics=()")
            .AddCustomHeader("X-Permitted-Cross-Domain-Policies", "none")
            .RemoveServerHeader());
        // RFC 6797, section 7.2: only over HTTPS. Behind a proxy its X-Forwarded-Proto tells.
        app.Use((context, next) =>
        {
            if (context.Request.IsHttps) context.Response.Headers.StrictTransportSecurity = $"max-age={OneYear}; includeSubDomains";
            return next(context);
        });
    }
}
