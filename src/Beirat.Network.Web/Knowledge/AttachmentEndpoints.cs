using System.Security.Cryptography;
using Beirat.Network.Knowledge;
using Beirat.Network.Web.Http;
using Microsoft.Net.Http.Headers;

namespace Beirat.Network.Web.Knowledge;

/// <summary>Files of articles, for whoever may read the article at this moment.</summary>
internal static class AttachmentEndpoints
{
    public static void MapAttachments(this IEndpointRouteBuilder app) => app.MapGet("/wissen/{slug}/anhang/{id:guid}/{name}", ShowAsync)
        .ExcludeFromDescription().WithSecurityHeadersPolicy(PortalHeaders.Files);

    public static string Address(string slug, AttachmentView file) => $"/wissen/{slug}/anhang/{file.Id}/{Uri.EscapeDataString(file.Name)}";

    private static async Task<IResult> ShowAsync(string slug, Guid id, string name, HttpContext context, AttachmentQuery query)
    {
        if (await query.RunAsync(context.Viewer(), slug, id, name, context.RequestAborted) is not { } file) return Results.NotFound();
        // Pictures are looked at in the browser; everything else is handed over, so that no viewer opens it in our name.
        var disposition = new ContentDispositionHeaderValue(AttachmentKinds.IsPicture(file.Kind) ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        // What everybody may have is kept by browsers, and asked about each time: it may be withdrawn.
        context.Response.Headers.CacheControl = file.IsPublic ? "no-cache" : "private, no-store";
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(file.Bytes).AsSpan(0, 12))}\"");
        return Results.Bytes(file.Bytes, AttachmentKinds.MediaType(file.Kind), entityTag: file.IsPublic ? tag : null);
    }
}
