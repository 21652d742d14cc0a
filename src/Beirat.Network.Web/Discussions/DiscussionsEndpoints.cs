using Beirat.Network.Common;
using Beirat.Network.Discussions;
using Beirat.Network.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace Beirat.Network.Web.Discussions;

/// <summary>Changes to discussions by plain forms.</summary>
internal static class DiscussionsEndpoints
{
    public static void MapDiscussions(this IEndpointRouteBuilder app) =>
        app.MapPost("/diskussionen/{id:guid}/beitraege/{postId:guid}/entfernung", RemoveAsync).ExcludeFromDescription();

    // A form parameter makes the framework check the antiforgery token.
    private static async Task<IResult> RemoveAsync(
        Guid id, Guid postId, HttpContext context, PostRemovalHandler removal, [FromForm(Name = "__RequestVerificationToken")] string token)
    {
        _ = token;
        var outcome = await removal.RunAsync(context.Viewer(), new PostRemoval(id, postId), context.RequestAborted);
        if (outcome is Outcome<long>.Refused { Reason: Refusal.AlreadyRemoved }) return SeeOther.To($"/diskussionen/{id}");
        // "Not yours" reads as "not there".
        return outcome is Outcome<long>.Done done ? SeeOther.To($"/diskussionen/{id}?beitrag={done.Value}#beitrag-{done.Value}") : Results.NotFound();
    }
}
