using Microsoft.AspNetCore.Http.HttpResults;

namespace Beirat.Network.Web.Http;

/// <summary>The contrast view: a choice that is kept in a cookie, set only when somebody asks for it, and works without script.</summary>
internal static class PageView
{
    private const string CookieName = "ansicht";
    private const string Contrast = "kontrast";

    public static bool IsContrast(HttpRequest request) => request.Cookies[CookieName] == Contrast;

    public static void MapPageView(this IEndpointRouteBuilder app) => app.MapGet("/ansicht", Set).ExcludeFromDescription();

    private static RedirectHttpResult Set(HttpContext context, string? kontrast, string? zurueck)
    {
        if (kontrast == "an")
        {
            context.Response.Cookies.Append(CookieName, Contrast, new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365),
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                Path = "/",
            });
        }
        else
        {
            context.Response.Cookies.Delete(CookieName);
        }

        return TypedResults.LocalRedirect(LocalAddress.OrStart(zurueck));
    }
}
