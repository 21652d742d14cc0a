using System.Globalization;
using Beirat.Network.Common;
using Beirat.Network.Discussions;
using Beirat.Network.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace Beirat.Network.Web.Discussions;

/// <summary>Signs, undoing, reading marks and drafts by plain forms. A form parameter makes the framework check the antiforgery token.</summary>
internal static class ThreadsEndpoints
{
    public static void MapThreads(this IEndpointRouteBuilder app)
    {
        var thread = app.MapGroup("/diskussionen/{id:guid}").ExcludeFromDescription();
        thread.MapPost("/anheftung", (Guid id, HttpContext context, LeadDiscussionHandler handler, [FromForm(Name = "__RequestVerificationToken")] string token) => PinAsync(context, handler, new PinDiscussion(id, true), token));
        thread.MapPost("/loesung", (Guid id, HttpContext context, LeadDiscussionHandler handler, [FromForm(Name = "__RequestVerificationToken")] string token) => PinAsync(context, handler, new PinDiscussion(id, false), token));
        thread.MapPost("/lesestand", ReadAsync);
        var post = thread.MapGroup("/beitraege/{postId:guid}");
        post.MapPost("/rueckholung", UndoAsync);
        post.MapPost("/zeichen/{kind}", (Guid id, Guid postId, ReactionKind kind, HttpContext context, PostReactingHandler handler, [FromForm(Name = "__RequestVerificationToken")] string token) => ReactAsync(context, handler, new PostReacting(id, postId, kind, true), token));
        post.MapPost("/zeichen/{kind}/entfernung", (Guid id, Guid postId, ReactionKind kind, HttpContext context, PostReactingHandler handler, [FromForm(Name = "__RequestVerificationToken")] string token) => ReactAsync(context, handler, new PostReacting(id, postId, kind, false), token));
        post.MapPost("/uebersetzung/{language}/entfernung", DropTranslationAsync);
        post.MapPost("/frage/{state}", (Guid id, Guid postId, QuestionState state, HttpContext context, QuestionHandler handler, [FromForm(Name = "hint")] string? hint, [FromForm(Name = "__RequestVerificationToken")] string token) =>
            AnswerAsync(context, handler, new AnswerQuestion(id, postId, null, state, hint), token));
        post.MapPost("/frage/{state}/{person}", (Guid id, Guid postId, QuestionState state, string person, HttpContext context, QuestionHandler handler, [FromForm(Name = "__RequestVerificationToken")] string token) =>
            AnswerAsync(context, handler, new AnswerQuestion(id, postId, person, state), token));
        thread.MapPost("/stumm/{slug}", (Guid id, string slug, HttpContext context, ModerationHandler handler, [FromForm(Name = "__RequestVerificationToken")] string token) => MuteAsync(id, context, handler, new MutePerson(slug, true), token));
        thread.MapPost("/stumm/{slug}/entfernung", (Guid id, string slug, HttpContext context, ModerationHandler handler, [FromForm(Name = "__RequestVerificationToken")] string token) => MuteAsync(id, context, handler, new MutePerson(slug, false), token));
        app.MapPost("/konto/entwuerfe/{id:guid}/loeschung", DropDraftAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> PinAsync(HttpContext context, LeadDiscussionHandler handler, PinDiscussion command, string token)
    {
        _ = token;
        return await handler.RunAsync(context.Viewer(), command, context.RequestAborted) is Outcome<Guid>.Done ? SeeOther.To($"/diskussionen/{command.Id}") : Results.NotFound();
    }

    private static async Task<IResult> ReadAsync(
        Guid id, HttpContext context, ThreadReadHandler handler, [FromForm(Name = "stand")] string? stand, [FromForm(Name = "__RequestVerificationToken")] string token)
    {
        _ = token;
        var sequence = long.TryParse(stand, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : 0;
        return await handler.RunAsync(context.Viewer(), new ReadThread(id, sequence), context.RequestAborted) is Outcome<long>.Done ? SeeOther.To($"/diskussionen/{id}") : Results.NotFound();
    }

    private static async Task<IResult> UndoAsync(
        Guid id, Guid postId, HttpContext context, PostRemovalHandler handler, [FromForm(Name = "__RequestVerificationToken")] string token)
    {
        _ = token;
        return Answer(id, await handler.RunAsync(context.Viewer(), new PostUndo(id, postId), context.RequestAborted));
    }

    private static async Task<IResult> ReactAsync(HttpContext context, PostReactingHandler handler, PostReacting command, string token)
    {
        _ = token;
        return Answer(command.DiscussionId, await handler.RunAsync(context.Viewer(), command, context.RequestAborted));
    }

    private static async Task<IResult> DropTranslationAsync(
        Guid id, Guid postId, string language, HttpContext context, TranslatePostHandler handler, [FromForm(Name = "__RequestVerificationToken")] string token)
    {
        _ = token;
        return Answer(id, await handler.RunAsync(context.Viewer(), new DropTranslation(id, postId, language), context.RequestAborted));
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, QuestionHandler handler, AnswerQuestion command, string token)
    {
        _ = token;
        var outcome = await handler.RunAsync(context.Viewer(), command, context.RequestAborted);
        return outcome is Outcome<long>.Invalid invalid ? SeeOther.To($"/konto/fragen?fehler={invalid.Fields["hint"]}") : Answer(command.DiscussionId, outcome);
    }

    private static async Task<IResult> MuteAsync(Guid id, HttpContext context, ModerationHandler handler, MutePerson command, string token)
    {
        _ = token;
        return await handler.RunAsync(context.Viewer(), command, context.RequestAborted) is Outcome<bool>.Done ? SeeOther.To($"/diskussionen/{id}") : Results.NotFound();
    }

    private static async Task<IResult> DropDraftAsync(Guid id, HttpContext context, PostDrafts drafts, [FromForm(Name = "__RequestVerificationToken")] string token)
    {
        _ = token;
        return await drafts.DropAsync(context.Viewer(), id, context.RequestAborted) is Outcome<Guid>.Done ? SeeOther.To("/konto/entwuerfe") : Results.NotFound();
    }

    // "Not yours" reads as "not there".
    private static IResult Answer(Guid id, Outcome<long> outcome) => outcome switch
    {
        Outcome<long>.Done done => SeeOther.To($"/diskussionen/{id}?beitrag={done.Value}#beitrag-{done.Value}"),
        Outcome<long>.Refused { Reason: Refusal.SignInFirst } => SeeOther.To(Components.Address.With("/konto/anmelden", ("zurueck", $"/diskussionen/{id}"))),
        Outcome<long>.Refused => SeeOther.To($"/diskussionen/{id}"),
        _ => Results.NotFound(),
    };
}
