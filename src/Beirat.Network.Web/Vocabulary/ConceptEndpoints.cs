using Beirat.Network.Common;
using Beirat.Network.Vocabulary;
using Beirat.Network.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace Beirat.Network.Web.Vocabulary;

/// <summary>Takes concepts out and changes back, by plain forms; only staff gets as far as these addresses.</summary>
internal static class ConceptEndpoints
{
    public static void MapConcepts(this IEndpointRouteBuilder app)
    {
        var concept = app.MapGroup("/verwaltung/begriffe/{id}").ExcludeFromDescription();
        concept.MapPost("/entfernen", RemoveAsync);
        concept.MapPost("/ruecknahme", ReturnAsync);
    }

    // A form parameter makes the framework check the antiforgery token.
    private static Task<IResult> RemoveAsync(
        string id, HttpContext context, ConceptChangeHandler handler, [FromForm] int version, [FromForm] string? confirmed,
        [FromForm(Name = "__RequestVerificationToken")] string token)
    {
        _ = token;
        return ConfirmedAsync(id, confirmed, () => handler.RunAsync(context.Viewer(), new ConceptRemoval(id, version), context.RequestAborted));
    }

    private static Task<IResult> ReturnAsync(
        string id, HttpContext context, ConceptChangeHandler handler, [FromForm] int version, [FromForm] string? confirmed,
        [FromForm(Name = "__RequestVerificationToken")] string token)
    {
        _ = token;
        return ConfirmedAsync(id, confirmed, () => handler.RunAsync(context.Viewer(), new ConceptReturn(id, version), context.RequestAborted));
    }

    private static async Task<IResult> ConfirmedAsync(string id, string? confirmed, Func<Task<Outcome<string>>> run)
    {
        var page = $"/verwaltung/begriffe/{Uri.EscapeDataString(id)}";
        if (confirmed != "ja") return SeeOther.To($"{page}?fehler={Refusal.NotConfirmed}");
        return await run() switch
        {
            Outcome<string>.Done => SeeOther.To($"{page}?gespeichert=1"),
            Outcome<string>.Stale => SeeOther.To($"{page}?fehler=stale"),
            _ => Results.NotFound(),
        };
    }
}
