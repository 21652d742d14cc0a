using Beirat.Network.Common;
using Beirat.Network.SearchDesk;
using Beirat.Network.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace Beirat.Network.Web.SearchDesk;

/// <summary>What staff does on the search desk by plain forms; nobody else gets as far as these addresses.</summary>
internal static class DeskEndpoints
{
    // A form parameter makes the framework check the antiforgery token.
    private const string Token = "__RequestVerificationToken";

    public static void MapSearchDesk(this IEndpointRouteBuilder app)
    {
        var desk = app.MapGroup("/verwaltung").ExcludeFromDescription();
        desk.MapPost("/suche/guete/lauf", async (HttpContext context, QualityRun run, [FromForm(Name = Token)] string token) =>
        {
            _ = token;
            return await run.RunAsync(context.Viewer(), context.RequestAborted) switch
            {
                Outcome<int>.Done => SeeOther.To(DeskAddress.Quality),
                Outcome<int>.Refused => SeeOther.To($"{DeskAddress.Quality}?fehler=1"),
                _ => Results.NotFound(),
            };
        });
        desk.MapPost("/suche/guete/{id:guid}/entfernen", (Guid id, HttpContext context, ExpectedHitChangeHandler handler, [FromForm(Name = Token)] string token) =>
            DoneAsync(handler.RunAsync(context.Viewer(), new ExpectedHitRemoval(id), context.RequestAborted), DeskAddress.Quality, token));
        desk.MapPost("/suche/woerter/{id:guid}/entfernen", (Guid id, HttpContext context, OwnWordChangeHandler handler, [FromForm(Name = Token)] string token) =>
            DoneAsync(handler.RunAsync(context.Viewer(), new OwnWordRemoval(id), context.RequestAborted), DeskAddress.Words, token));
        desk.MapPost("/suchen/{id:guid}/stand", (Guid id, HttpContext context, SearchMissChangeHandler handler, [FromForm] string? done, [FromForm] string? stelle, [FromForm(Name = Token)] string token) =>
            DoneAsync(handler.RunAsync(context.Viewer(), new SearchMissDone(id, done == "ja"), context.RequestAborted), DeskAddress.MissesAt(stelle), token));
        desk.MapPost("/suchen/{id:guid}/entfernen", (Guid id, HttpContext context, SearchMissChangeHandler handler, [FromForm] string? stelle, [FromForm(Name = Token)] string token) =>
            DoneAsync(handler.RunAsync(context.Viewer(), new SearchMissRemoval(id), context.RequestAborted), DeskAddress.MissesAt(stelle), token));
    }

    private static async Task<IResult> DoneAsync(Task<Outcome<Guid>> change, string page, string token)
    {
        _ = token;
        return await change is Outcome<Guid>.Done ? SeeOther.To(page) : Results.NotFound();
    }
}
