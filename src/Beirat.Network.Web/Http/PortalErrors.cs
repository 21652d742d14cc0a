using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace Beirat.Network.Web.Http;

/// <summary>What somebody sees when something went wrong: a page for people, problem+json for programs (RFC 9457). Neither tells more than needed.</summary>
internal static class PortalErrors
{
    public static void UsePortalErrors(this WebApplication app)
    {
        app.UseWhen(IsForPrograms, branch =>
        {
            branch.UseExceptionHandler();
            branch.UseStatusCodePages();
        });
        app.UseWhen(context => !IsForPrograms(context), branch =>
        {
            branch.UseExceptionHandler("/fehler/500", createScopeForErrors: true);
            branch.UseStatusCodePagesWithReExecute("/fehler/{0}", createScopeForStatusCodePages: true);
        });
        // An error page is only read, also when what failed had been sent: that form must not be looked at again.
        app.Use((context, next) =>
        {
            if (context.Features.Get<IStatusCodeReExecuteFeature>() is null && context.Features.Get<IExceptionHandlerFeature>() is null) return next(context);
            context.Request.Method = HttpMethods.Get;
            context.Features.Set<IAntiforgeryValidationFeature>(null);
            return next(context);
        });
        // A body that is too large or broken is the sender's fault, not ours.
        app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            catch (BadHttpRequestException fault) when (!context.Response.HasStarted)
            {
                context.Response.Clear();
                context.Response.StatusCode = fault.StatusCode;
            }
            catch (InvalidDataException) when (!context.Response.HasStarted)
            {
                context.Response.Clear();
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
            }
        });
    }

    private static bool IsForPrograms(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/live") || context.Request.Path.StartsWithSegments("/health");
}
