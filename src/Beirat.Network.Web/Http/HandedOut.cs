using System.Security.Cryptography;
using Beirat.Network.Knowledge;
using Microsoft.Net.Http.Headers;

namespace Beirat.Network.Web.Http;

/// <summary>Answers with a file that somebody attached to something.</summary>
internal static class HandedOut
{
    /// <summary>Not found without one: it is not there, or not for this viewer.</summary>
    public static IResult File(HttpContext context, AttachmentContent? file)
    {
        if (file is null) return Results.NotFound();
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
