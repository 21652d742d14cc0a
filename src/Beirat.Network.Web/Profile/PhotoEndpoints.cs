using Beirat.Network.Common;
using Beirat.Network.People;
using Beirat.Network.Web.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Beirat.Network.Web.Profile;

/// <summary>Pictures of people: shown to whom they may be shown, set and removed by their owners.</summary>
internal static class PhotoEndpoints
{
    // More is read than is taken, so that somebody with too large a picture is told so, instead of a cut connection.
    private const long MaxRead = 64 * 1024 * 1024;

    public static void MapPhotos(this IEndpointRouteBuilder app)
    {
        app.MapGet("/mitglieder/{slug}/foto", ShowAsync).ExcludeFromDescription();
        app.MapPost("/konto/profil/foto/bild", SetAsync).ExcludeFromDescription()
            .WithMetadata(new RequestSizeLimitAttribute(MaxRead), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = MaxRead });
        app.MapPost("/konto/profil/foto/entfernung", RemoveAsync).ExcludeFromDescription();
    }

    // Asked for anew each time: a picture that was taken back must not be shown from a browser's store.
    private static async Task<IResult> ShowAsync(string slug, HttpContext context, PhotoQuery query)
    {
        if (await query.RunAsync(context.Viewer(), slug, context.RequestAborted) is not { } image) return Results.NotFound();
        context.Response.Headers.CacheControl = "private, no-cache";
        var tag = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(image).AsSpan(0, 12));
        return Results.Bytes(image, "image/jpeg", entityTag: new EntityTagHeaderValue($"\"{tag}\""));
    }

    private static async Task<IResult> SetAsync(
        HttpContext context, PhotoChangeHandler handler, IFormFile? photo, [FromForm(Name = "__RequestVerificationToken")] string token)
    {
        _ = token;
        if (photo is null) return Refused(Refusal.Empty);
        if (photo.Length > PhotoChangeHandler.MaxUpload) return Refused(Refusal.PictureTooLarge);
        using var bytes = new MemoryStream((int)photo.Length);
        await photo.CopyToAsync(bytes, context.RequestAborted);
        return Answer(await handler.RunAsync(context.Viewer(), new PhotoChange(bytes.ToArray()), context.RequestAborted));
    }

    private static async Task<IResult> RemoveAsync(
        HttpContext context, PhotoChangeHandler handler, [FromForm(Name = "__RequestVerificationToken")] string token)
    {
        _ = token;
        return Answer(await handler.RunAsync(context.Viewer(), new PhotoChange(null), context.RequestAborted));
    }

    private static IResult Answer(Outcome<bool> outcome) => outcome switch
    {
        Outcome<bool>.Done => SeeOther.To("/konto/profil/foto?gespeichert=1"),
        Outcome<bool>.Invalid invalid => Refused(invalid.Fields.First().Value),
        _ => Results.NotFound(),
    };

    private static IResult Refused(Refusal reason) => SeeOther.To($"/konto/profil/foto?fehler={reason}#photo");
}
