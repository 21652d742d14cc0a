using Beirat.Network.Common;
using Beirat.Network.Discussions;
using Beirat.Network.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace Beirat.Network.Web.Discussions;

/// <summary>Changes to discussions by plain forms.</summary>
internal static class DiscussionsEndpoints
{
    public static void MapDiscussions(this IEndpointRouteBuilder app)
    {
        app.MapPost("/diskussionen/{id:guid}/beitraege/{postId:guid}/entfernung", RemoveAsync).ExcludeFromDescription();
        app.MapPost("/diskussionen/{id:guid}/beitraege/{postId:guid}/hilfe", MarkAsync).ExcludeFromDescription();
        app.MapPost("/diskussionen/{id:guid}/beitraege/{postId:guid}/hilfe/entfernung", UnmarkAsync).ExcludeFromDescription();
    }

    // A form parameter makes the framework check the antiforgery token.
    private static async Task<IResult> RemoveAsync(
        Guid id, Guid postId, HttpContext context, PostRemovalHandler removal, [FromForm(Name = "reason")] string? reason, [FromForm(Name = "__RequestVerificationToken")] string token)
    {
        _ = token;
        var outcome = await removal.RunAsync(context.Viewer(), new PostRemoval(id, postId, reason), context.RequestAborted);
        if (outcome is Outcome<long>.Refused { Reason: Refusal.AlreadyRemoved }) return SeeOther.To($"/diskussionen/{id}");
        if (outcome is Outcome<long>.Invalid invalid) return SeeOther.To($"/diskussionen/{id}/beitraege/{postId}/entfernen?fehler={invalid.Fields["reason"]}#reason");
        // "Not yours" reads as "not there".
        return outcome is Outcome<long>.Done done ? SeeOther.To($"/diskussionen/{id}?beitrag={done.Value}#beitrag-{done.Value}") : Results.NotFound();
    }

    private static Task<IResult> MarkAsync(Guid id, Guid postId, HttpContext context, PostMarkingHandler marking, [FromForm(Name = "__RequestVerificationToken")] string token) =>
        SetMarkAsync(new PostMarking(id, postId, Helped: true), context, marking, token);

    private static Task<IResult> UnmarkAsync(Guid id, Guid postId, HttpContext context, PostMarkingHandler marking, [FromForm(Name = "__RequestVerificationToken")] string token) =>
        SetMarkAsync(new PostMarking(id, postId, Helped: false), context, marking, token);

    private static async Task<IResult> SetMarkAsync(PostMarking command, HttpContext context, PostMarkingHandler marking, string token)
    {
        _ = token;
        var thread = $"/diskussionen/{command.DiscussionId}";
        return await marking.RunAsync(context.Viewer(), command, context.RequestAborted) switch
        {
            Outcome<long>.Done done => SeeOther.To($"{thread}?beitrag={done.Value}#beitrag-{done.Value}"),
            Outcome<long>.Refused { Reason: Refusal.SignInFirst } => SeeOther.To(Components.Address.With("/konto/anmelden", ("zurueck", thread))),
            Outcome<long>.Refused => SeeOther.To(thread),
            _ => Results.NotFound(),
        };
    }
}
