using Beirat.Network.Common;
using Beirat.Network.Knowledge;
using Beirat.Network.Web.Discussions;
using Beirat.Network.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace Beirat.Network.Web.Knowledge;

/// <summary>What is done with articles by a button. "Not yours" reads as "not there".</summary>
internal static class KnowledgeEndpoints
{
    private const string Token = "__RequestVerificationToken";

    public static void MapKnowledge(this IEndpointRouteBuilder app)
    {
        app.MapPost("/wissen/{slug}/gueltigkeit", ConfirmAsync).ExcludeFromDescription();
        app.MapPost("/wissen/{slug}/rueckzug", WithdrawAsync).ExcludeFromDescription();
        app.MapPost("/wissen/{slug}/loeschung", DiscardAsync).ExcludeFromDescription();
        app.MapPost("/wissen/{slug}/hilfe", MarkAsync).ExcludeFromDescription();
        app.MapPost("/wissen/{slug}/hilfe/entfernung", UnmarkAsync).ExcludeFromDescription();
        app.MapPost("/wissen/sammlungen/{slug}/loeschung", RemoveCollectionAsync).ExcludeFromDescription();
        app.MapPost("/diskussionen/{id:guid}/artikel", FromThreadAsync).ExcludeFromDescription();
    }

    // A form parameter makes the framework check the antiforgery token.
    private static async Task<IResult> ConfirmAsync(string slug, HttpContext context, ArticleCare care, [FromForm] string? zurueck, [FromForm(Name = Token)] string token)
    {
        _ = token;
        var outcome = await care.ConfirmAsync(context.Viewer(), slug, context.RequestAborted);
        if (outcome is Outcome<string>.NotFound) return Results.NotFound();
        return SeeOther.To(zurueck is null ? $"/wissen/{slug}?bestaetigt=1" : LocalAddress.OrStart(zurueck));
    }

    private static async Task<IResult> WithdrawAsync(string slug, HttpContext context, ArticleCare care, [FromForm] string? grund, [FromForm(Name = Token)] string token)
    {
        _ = token;
        return await care.WithdrawAsync(context.Viewer(), slug, grund ?? string.Empty, context.RequestAborted) switch
        {
            Outcome<string>.NotFound => Results.NotFound(),
            Outcome<string>.Invalid invalid => SeeOther.To($"/wissen/{slug}/bearbeiten?fehler={invalid.Fields["because"]}#zurueckziehen"),
            _ => SeeOther.To($"/wissen/{slug}"),
        };
    }

    private static async Task<IResult> DiscardAsync(string slug, HttpContext context, ArticleCare care, [FromForm(Name = Token)] string token)
    {
        _ = token;
        return await care.DiscardAsync(context.Viewer(), slug, context.RequestAborted) is Outcome<string>.NotFound ? Results.NotFound() : SeeOther.To("/konto/wissen");
    }

    private static Task<IResult> MarkAsync(string slug, HttpContext context, ArticleCare care, [FromForm(Name = Token)] string token) => SetMarkAsync(slug, context, care, token, helped: true);

    private static Task<IResult> UnmarkAsync(string slug, HttpContext context, ArticleCare care, [FromForm(Name = Token)] string token) => SetMarkAsync(slug, context, care, token, helped: false);

    private static async Task<IResult> SetMarkAsync(string slug, HttpContext context, ArticleCare care, string token, bool helped)
    {
        _ = token;
        return await care.MarkAsync(context.Viewer(), slug, helped, context.RequestAborted) switch
        {
            Outcome<string>.NotFound => Results.NotFound(),
            Outcome<string>.Refused { Reason: Refusal.SignInFirst } => SeeOther.To(Components.Address.With("/konto/anmelden", ("zurueck", $"/wissen/{slug}"))),
            _ => SeeOther.To($"/wissen/{slug}#hilfreich"),
        };
    }

    private static async Task<IResult> RemoveCollectionAsync(string slug, HttpContext context, CollectionChangeHandler handler, [FromForm(Name = Token)] string token)
    {
        _ = token;
        return await handler.RemoveAsync(context.Viewer(), slug, context.RequestAborted) is Outcome<string>.NotFound ? Results.NotFound() : SeeOther.To("/wissen/sammlungen");
    }

    private static async Task<IResult> FromThreadAsync(Guid id, HttpContext context, ArticleFromThreadHandler handler, [FromForm(Name = Token)] string token)
    {
        _ = token;
        var outcome = await handler.RunAsync(context.Viewer(), id, DiscussionsTexts.FormerMember, context.RequestAborted);
        return outcome is Outcome<string>.Done done ? SeeOther.To($"/wissen/{done.Value}/bearbeiten") : Results.NotFound();
    }
}
