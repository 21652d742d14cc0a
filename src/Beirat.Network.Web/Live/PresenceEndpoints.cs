using Beirat.Network.Accounts;
using Beirat.Network.Common;
using Beirat.Network.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace Beirat.Network.Web.Live;

/// <summary>Shows one's presence in discussions, or no longer.</summary>
internal static class PresenceEndpoints
{
    public static void MapPresence(this IEndpointRouteBuilder app)
    {
        app.MapPost("/konto/anwesenheit", ShowAsync).ExcludeFromDescription();
        app.MapPost("/konto/anwesenheit/entfernung", HideAsync).ExcludeFromDescription();
    }

    // A form parameter makes the framework check the antiforgery token.
    private static Task<IResult> ShowAsync(HttpContext context, PresenceChoice choice, [FromForm(Name = "__RequestVerificationToken")] string token) =>
        SetAsync(context, choice, show: true, token);

    private static Task<IResult> HideAsync(HttpContext context, PresenceChoice choice, [FromForm(Name = "__RequestVerificationToken")] string token) =>
        SetAsync(context, choice, show: false, token);

    private static async Task<IResult> SetAsync(HttpContext context, PresenceChoice choice, bool show, string token)
    {
        _ = token;
        return await choice.RunAsync(context.Viewer(), show, context.RequestAborted) is Outcome<bool>.Done
            ? SeeOther.To("/konto#anwesenheit")
            : SeeOther.To(Components.Address.With("/konto/anmelden", ("zurueck", "/konto")));
    }
}
