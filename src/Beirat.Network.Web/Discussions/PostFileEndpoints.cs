using Beirat.Network.Discussions;
using Beirat.Network.Knowledge;
using Beirat.Network.Web.Http;

namespace Beirat.Network.Web.Discussions;

/// <summary>Files of posts, for whoever may read the thread at this moment.</summary>
internal static class PostFileEndpoints
{
    public static void MapPostFiles(this IEndpointRouteBuilder app) => app.MapGet("/diskussionen/{id:guid}/anhang/{file:guid}/{name}", ShowAsync)
        .ExcludeFromDescription().WithSecurityHeadersPolicy(PortalHeaders.Files);

    public static string Address(Guid discussion, AttachmentView file) => $"/diskussionen/{discussion}/anhang/{file.Id}/{Uri.EscapeDataString(file.Name)}";

    private static async Task<IResult> ShowAsync(Guid id, Guid file, string name, HttpContext context, PostFileQuery query) =>
        HandedOut.File(context, await query.RunAsync(context.Viewer(), id, file, name, context.RequestAborted));
}
