using Beirat.Network.Common;
using Beirat.Network.Messages;
using Beirat.Network.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace Beirat.Network.Web.Messages;

/// <summary>What the recipient does with a conversation besides writing.</summary>
internal static class MessagesEndpoints
{
    public static void MapMessages(this IEndpointRouteBuilder app)
    {
        var conversation = app.MapGroup("/konto/nachrichten/{id:guid}").ExcludeFromDescription();
        conversation.MapPost("/abschluss", (Guid id, HttpContext context, CloseConversationHandler handler, [FromForm(Name = "__RequestVerificationToken")] string token) =>
            SetAsync(context, handler, new CloseConversation(id, Closed: true), token));
        conversation.MapPost("/oeffnung", (Guid id, HttpContext context, CloseConversationHandler handler, [FromForm(Name = "__RequestVerificationToken")] string token) =>
            SetAsync(context, handler, new CloseConversation(id, Closed: false), token));
        conversation.MapPost("/loeschung", DeleteAsync);
    }

    // A form parameter makes the framework check the antiforgery token. "Not yours" reads as "not there".
    private static async Task<IResult> SetAsync(HttpContext context, CloseConversationHandler handler, CloseConversation command, string token)
    {
        _ = token;
        var outcome = await handler.RunAsync(context.Viewer(), command, context.RequestAborted);
        return outcome is Outcome<Guid>.NotFound ? Results.NotFound() : SeeOther.To($"/konto/nachrichten/{command.Id}");
    }

    private static async Task<IResult> DeleteAsync(
        Guid id, HttpContext context, DeleteConversationHandler handler, [FromForm(Name = "__RequestVerificationToken")] string token)
    {
        _ = token;
        var outcome = await handler.RunAsync(context.Viewer(), new DeleteConversation(id), context.RequestAborted);
        return outcome is Outcome<Guid>.Done ? SeeOther.To("/konto/nachrichten?geloescht=1") : Results.NotFound();
    }
}
