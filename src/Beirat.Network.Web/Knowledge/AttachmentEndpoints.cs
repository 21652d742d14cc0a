using Beirat.Network.Knowledge;
using Beirat.Network.Web.Http;

namespace Beirat.Network.Web.Knowledge;

/// <summary>Files of articles, for whoever may read the article at this moment.</summary>
internal static class AttachmentEndpoints
{
    public static void MapAttachments(this IEndpointRouteBuilder app) => app.MapGet("/wissen/{slug}/anhang/{id:guid}/{name}", ShowAsync)
        .ExcludeFromDescription().WithSecurityHeadersPolicy(PortalHeaders.Files);

    public static string Address(string slug, AttachmentView file) => $"/wissen/{slug}/anhang/{file.Id}/{Uri.EscapeDataString(file.Name)}";

    private static async Task<IResult> ShowAsync(string slug, Guid id, string name, HttpContext context, AttachmentQuery query) =>
        HandedOut.File(context, await query.RunAsync(context.Viewer(), slug, id, name, context.RequestAborted));
}
