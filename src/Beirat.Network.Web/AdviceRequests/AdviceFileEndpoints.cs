using Beirat.Network.AdviceRequests;
using Beirat.Network.Common;
using Beirat.Network.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace Beirat.Network.Web.AdviceRequests;

/// <summary>Files of requests, for whoever may see them at this moment.</summary>
internal static class AdviceFileEndpoints
{
    public static void MapAdviceFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/beratung/anfragen/{id:guid}/anhang/{file:guid}/{name}", ShowAsync).ExcludeFromDescription().WithSecurityHeadersPolicy(PortalHeaders.Files);
        app.MapPost("/beratung/anfragen/{id:guid}/anhang/{file:guid}/entfernung", RemoveAsync).ExcludeFromDescription();
    }

    public static string Address(Guid request, AdviceFile file) => $"/beratung/anfragen/{request}/anhang/{file.Id}/{Uri.EscapeDataString(file.Name)}";

    private static async Task<IResult> ShowAsync(Guid id, Guid file, string name, HttpContext context, AdviceFileQuery query) =>
        HandedOut.File(context, await query.RunAsync(context.Viewer(), id, file, name, context.RequestAborted));

    // A form parameter makes the framework check the antiforgery token.
    private static async Task<IResult> RemoveAsync(
        Guid id, Guid file, HttpContext context, AdviceFileWork work, [FromForm(Name = "__RequestVerificationToken")] string token, [FromForm] bool entwurf = false)
    {
        _ = token;
        var page = entwurf ? $"/beratung/anfragen/{id}/entwurf" : $"/beratung/anfragen/{id}";
        return await work.RemoveAsync(context.Viewer(), id, file, context.RequestAborted) switch
        {
            Outcome<Guid>.Done => SeeOther.To($"{page}?gespeichert=1"),
            Outcome<Guid>.Refused refused => SeeOther.To($"/beratung/anfragen/{id}?fehler={refused.Reason}"),
            _ => Results.NotFound(),
        };
    }
}
