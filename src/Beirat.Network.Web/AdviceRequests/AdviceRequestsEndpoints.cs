using System.Text;
using Beirat.Network.AdviceRequests;
using Beirat.Network.Common;
using Beirat.Network.Web.Exchange;
using Beirat.Network.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace Beirat.Network.Web.AdviceRequests;

/// <summary>Steps of a request that are one button, and its lists as files. "Not yours" reads as "not there".</summary>
internal static class AdviceRequestsEndpoints
{
    private const string Token = "__RequestVerificationToken";

    public static void MapAdviceRequests(this IEndpointRouteBuilder app)
    {
        app.MapGet("/beratung/anfragen/liste.csv", ListAsync).ExcludeFromDescription();
        var request = app.MapGroup("/beratung/anfragen/{id:guid}").ExcludeFromDescription();
        request.MapPost("/freigabe", ReleaseAsync);
        request.MapPost("/freigabe/ruecknahme", (Guid id, HttpContext context, AdviceSteps work, [FromForm(Name = Token)] string token) =>
            StepAsync(id, token, work.TakeBackAsync(context.Viewer(), id, context.RequestAborted)));
        request.MapPost("/zustellung", (Guid id, HttpContext context, AdviceSteps work, [FromForm(Name = Token)] string token) =>
            StepAsync(id, token, work.DeliverAsync(context.Viewer(), id, context.RequestAborted)));
        request.MapPost("/rueckzug", (Guid id, HttpContext context, AdviceSteps work, [FromForm(Name = Token)] string token) =>
            StepAsync(id, token, work.WithdrawAsync(context.Viewer(), id, context.RequestAborted)));
        request.MapPost("/kommentare/{comment:guid}/erledigung", (Guid id, Guid comment, HttpContext context, AdviceDraftWork work, [FromForm(Name = Token)] string token) =>
            SettleAsync(context, work, id, comment, settled: true, token));
        request.MapPost("/kommentare/{comment:guid}/oeffnung", (Guid id, Guid comment, HttpContext context, AdviceDraftWork work, [FromForm(Name = Token)] string token) =>
            SettleAsync(context, work, id, comment, settled: false, token));
    }

    // A form parameter makes the framework check the antiforgery token.
    private static async Task<IResult> StepAsync(Guid id, string token, Task<Outcome<Guid>> step)
    {
        _ = token;
        return await step switch
        {
            Outcome<Guid>.Done => SeeOther.To($"/beratung/anfragen/{id}?gespeichert=1"),
            Outcome<Guid>.Refused refused => SeeOther.To($"/beratung/anfragen/{id}?fehler={refused.Reason}"),
            Outcome<Guid>.Stale => SeeOther.To($"/beratung/anfragen/{id}?fehler={Refusal.ChangedMeanwhile}"),
            _ => Results.NotFound(),
        };
    }

    private static Task<IResult> ReleaseAsync(Guid id, HttpContext context, AdviceSteps work, [FromForm] int fassung, [FromForm(Name = Token)] string token, [FromForm] int dateien = 0) =>
        StepAsync(id, token, work.ReleaseAsync(context.Viewer(), id, fassung, dateien, context.RequestAborted));

    private static async Task<IResult> SettleAsync(HttpContext context, AdviceDraftWork work, Guid id, Guid comment, bool settled, string token)
    {
        _ = token;
        var outcome = await work.ResolveAsync(context.Viewer(), id, comment, settled, context.RequestAborted);
        return outcome is Outcome<Guid>.NotFound ? Results.NotFound() : SeeOther.To($"/beratung/anfragen/{id}/entwurf#kommentar-{comment}");
    }

    private static async Task<IResult> ListAsync(HttpContext context, AdviceListQuery lists, AdviceExport export, string? liste)
    {
        var viewer = context.Viewer();
        var list = RequestsPage.ListOf(liste, await lists.ListsAsync(viewer, context.RequestAborted));
        Downloads.Prepare(context.Response, "text/csv; charset=utf-8", $"anfragen-{RequestsPage.NameOf(list)}.csv");
        await using var text = new StreamWriter(context.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await export.RunAsync(viewer, list, text, context.RequestAborted);
        return Results.Empty;
    }
}
