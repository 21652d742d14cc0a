using Beirat.Network.Common;
using Beirat.Network.SavedSearches;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace Beirat.Network.Web.Search;

/// <summary>The buttons of kept searches. Somebody else's search reads as none.</summary>
internal static class SavedSearchEndpoints
{
    public const string Page = "/konto/suchen";
    private const string Token = "__RequestVerificationToken";

    public static void MapSavedSearches(this IEndpointRouteBuilder app)
    {
        app.MapPost(Page, SaveAsync).ExcludeFromDescription();
        app.MapPost(Page + "/{id:guid}/treffer", SeeAsync).ExcludeFromDescription();
        app.MapPost(Page + "/{id:guid}/pruefung", CheckAsync).ExcludeFromDescription();
        app.MapPost(Page + "/{id:guid}/pause", PauseAsync).ExcludeFromDescription();
        app.MapPost(Page + "/{id:guid}/loeschung", RemoveAsync).ExcludeFromDescription();
    }

    // The search is sent as the address of its page, which holds all of it. A form parameter makes the framework check the antiforgery token.
    private static async Task<IResult> SaveAsync(HttpContext context, SavedSearchHandler handler, [FromForm] string? suche, [FromForm(Name = Token)] string token)
    {
        _ = token;
        var state = SearchState.Parse(suche);
        return await handler.SaveAsync(context.Viewer(), state.Request(1, 1), context.RequestAborted) switch
        {
            Outcome<Guid>.Done done => SeeOther.To(Address.Plus(state.Address(), ("gespeichert", done.Value.ToString())) + "#gespeichert"),
            Outcome<Guid>.Refused { Reason: Refusal.SignInFirst } => SeeOther.To(Address.With("/konto/anmelden", ("zurueck", state.Address()))),
            Outcome<Guid>.Refused => SeeOther.To(Address.With(Page, ("voll", "1"))),
            _ => SeeOther.To(Address.Plus(state.Address(), ("gespeichert", "nein")) + "#gespeichert"),
        };
    }

    private static async Task<IResult> SeeAsync(Guid id, HttpContext context, SavedSearchHandler handler, SavedSearchQuery query, [FromForm(Name = Token)] string token)
    {
        _ = token;
        var outcome = await handler.SeeAsync(context.Viewer(), id, context.RequestAborted);
        if (outcome is Outcome<Guid>.NotFound || await query.OneAsync(context.Viewer(), id, context.RequestAborted) is not { } search) return Results.NotFound();
        return SeeOther.To(SearchState.Of(search.Request).Address());
    }

    private static async Task<IResult> CheckAsync(Guid id, HttpContext context, SavedSearchHandler handler, [FromForm(Name = Token)] string token)
    {
        _ = token;
        return Back(await handler.CheckAsync(context.Viewer(), id, context.RequestAborted), $"{Page}?geprueft={id}#suche-{id}");
    }

    private static async Task<IResult> PauseAsync(Guid id, HttpContext context, SavedSearchHandler handler, [FromForm] string? an, [FromForm(Name = Token)] string token)
    {
        _ = token;
        return Back(await handler.PauseAsync(context.Viewer(), id, an is not null, context.RequestAborted), $"{Page}#suche-{id}");
    }

    private static async Task<IResult> RemoveAsync(Guid id, HttpContext context, SavedSearchHandler handler, [FromForm] string? zurueck, [FromForm(Name = Token)] string token)
    {
        _ = token;
        return Back(await handler.RemoveAsync(context.Viewer(), id, context.RequestAborted), zurueck is null ? $"{Page}?entfernt=1" : LocalAddress.OrStart(zurueck));
    }

    // What somebody else changed in the same moment is seen on the page.
    private static IResult Back(Outcome<Guid> outcome, string address) => outcome is Outcome<Guid>.NotFound ? Results.NotFound() : SeeOther.To(address);
}
