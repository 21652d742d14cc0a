using System.Security.Cryptography;
using Beirat.Network.Discussions;
using Beirat.Network.Knowledge;
using Beirat.Network.Web.Http;
using Microsoft.Net.Http.Headers;

namespace Beirat.Network.Web.Discussions;

/// <summary>Files of posts, for whoever may read the thread at this moment.</summary>
internal static class PostFileEndpoints
{
    public static void MapPostFiles(this IEndpointRouteBuilder app) => app.MapGet("/diskussionen/{id:guid}/anhang/{file:guid}/{name}", ShowAsync)
        .ExcludeFromDescription().WithSecurityHeadersPolicy(PortalHeaders.Files);

    public static string Address(Guid discussion, AttachmentView file) => $"/diskussionen/{discussion}/anhang/{file.Id}/{Uri.EscapeDataString(file.Name)}";

    private static async Task<IResult> ShowAsync(Guid id, Guid file, string name, HttpContext context, PostFileQuery query)
    {
        if (await query.RunAsync(context.Viewer(), id, file, name, context.RequestAborted) is not { } found) return Results.NotFound();
        // Pictures are looked at in the browser; everything else is handed over, so that no viewer opens it in our name.
        var disposition = new ContentDispositionHeaderValue(AttachmentKinds.IsPicture(found.Kind) ? "inline" : "attachment");
        disposition.SetHttpFileName(found.Name);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        // What everybody may have is kept by browsers, and asked about each time: its post may be taken back.
        context.Response.Headers.CacheControl = found.IsPublic ? "no-cache" : "private, no-store";
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(found.Bytes).AsSpan(0, 12))}\"");
        return Results.Bytes(found.Bytes, AttachmentKinds.MediaType(found.Kind), entityTag: found.IsPublic ? tag : null);
    }
}
