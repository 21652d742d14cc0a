using Beirat.Network.Discussions;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Http;
using Beirat.Network.Web.Live;

namespace Beirat.Network.Web.Discussions;

/// <summary>A post to be written. <see cref="Key"/> is made by the client; the same key twice gives the same post.</summary>
internal sealed record PostInput(string? Text, string? Language, Guid? Key, string? Capacity = null);

/// <summary>When a draft was kept, in words; null when it was empty and dropped.</summary>
internal sealed record DraftAnswer(string? Saved);

internal sealed record ReadInput(long Sequence);

internal sealed record NameAnswer(string Slug, string Name);

internal sealed record PostCreated(Guid Id, long Sequence);

internal sealed record PostAnswer(
    long Sequence, Guid Id, Guid? Key, string? Author, string Capacity, string Language, string Html, string Text, DateTimeOffset At, bool Edited, bool Removed);

internal sealed record PostsAnswer(IReadOnlyList<PostAnswer> Items, long Last);

/// <summary>Posts for programs, and for pages that were away.</summary>
internal static class DiscussionsApi
{
    public static void MapDiscussionsApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/diskussionen/{id:guid}/beitraege", ListAsync)
            .WithName("posts").WithSummary("Posts after a sequence number, in order.").Produces<PostsAnswer>().ProducesProblem(404);
        api.MapPost("/diskussionen/{id:guid}/beitraege", CreateAsync).AddEndpointFilter<OwnSiteOnly>()
            .WithName("createPost").WithSummary("Writes a post. Answered after the durable commit.")
            .Produces<PostCreated>(201).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404).ProducesValidationProblem(422);
        // For the pages themselves, while somebody reads and types.
        api.MapPost("/diskussionen/{id:guid}/entwurf", KeepAsync).AddEndpointFilter<OwnSiteOnly>().ExcludeFromDescription();
        api.MapPost("/diskussionen/{id:guid}/lesestand", ReadAsync).AddEndpointFilter<OwnSiteOnly>().ExcludeFromDescription();
        api.MapGet("/diskussionen/{id:guid}/namen", NamesAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> ListAsync(
        Guid id, HttpContext context, ThreadQuery query, FragmentRenderer fragments, long nach = 0, int anzahl = 50)
    {
        var viewer = context.Viewer();
        var posts = await query.AfterAsync(viewer, id, nach, anzahl, context.RequestAborted);
        var last = await query.LastSequenceAsync(viewer, id, context.RequestAborted);
        if (posts is null || last is null) return Results.Problem(statusCode: 404);
        var items = new List<PostAnswer>(posts.Count);
        foreach (var post in posts) items.Add(Answer(post, await fragments.PostAsync(post)));
        return Results.Ok(new PostsAnswer(items, last.Value));
    }

    private static async Task<IResult> CreateAsync(Guid id, PostInput input, HttpContext context, PostReplyHandler reply)
    {
        var text = new PostText(input.Text ?? string.Empty, input.Language ?? string.Empty, input.Key ?? Guid.NewGuid());
        var outcome = await reply.RunAsync(context.Viewer(), new PostReply(id, text, input.Capacity ?? Capacity.Private.Key), context.RequestAborted);
        return outcome.ToResult(done => Results.Created(
            $"/diskussionen/{id}?beitrag={done.Sequence}#beitrag-{done.Sequence}", new PostCreated(done.Id, done.Sequence)));
    }

    private static async Task<IResult> KeepAsync(Guid id, PostInput input, HttpContext context, PostDrafts drafts) =>
        (await drafts.RunAsync(context.Viewer(), new KeepDraft(id, input.Text, input.Language, input.Capacity), context.RequestAborted))
        .ToResult(at => Results.Ok(new DraftAnswer(at is { } saved ? When.Time(saved) : null)));

    private static async Task<IResult> ReadAsync(Guid id, ReadInput input, HttpContext context, ThreadReadHandler reading) =>
        (await reading.RunAsync(context.Viewer(), new ReadThread(id, input.Sequence), context.RequestAborted)).ToResult(_ => Results.NoContent());

    private static async Task<IResult> NamesAsync(Guid id, string? q, HttpContext context, MentionQuery mentions) =>
        await mentions.SuggestAsync(context.Viewer(), id, q, context.RequestAborted) is { } people
            ? Results.Ok(people.Select(p => new NameAnswer(p.Slug, p.Name)))
            : Results.Problem(statusCode: 404);

    private static PostAnswer Answer(PostView post, string html) => new(
        post.Sequence, post.Id, post.Key, post.Author?.Name ?? DiscussionsTexts.FormerMember, Say.Capacity(post.Capacity), post.Language, html, post.Text, post.At, post.Edited, post.Removed);
}
