using Beirat.Network.Common;
using Beirat.Network.Outbox;
using Beirat.Network.Search;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Http;

namespace Beirat.Network.Web.Search;

/// <summary>A suggestion for the script. Without <see cref="Url"/> it is a word to search for.</summary>
internal sealed record SuggestionAnswer(string Text, string Language, string Direction, string Kind, string? Url);

internal sealed record SuggestionAnswers(IReadOnlyList<SuggestionAnswer> Suggestions);

/// <summary>GET /suche/vorschlaege: what the list below a search field shows. For our own pages only.</summary>
internal static class SuggestionEndpoints
{
    public const string Path = "/suche/vorschlaege";

    public static void MapSuggestions(this IEndpointRouteBuilder app) =>
        app.MapGet(Path, RunAsync).AddEndpointFilter<OwnSiteOnly>().ExcludeFromDescription();

    private static async Task<IResult> RunAsync(HttpContext context, SuggestionQuery query, string? q)
    {
        context.Response.Headers.CacheControl = "no-store";
        var found = await query.RunAsync(context.Viewer(), q, context.RequestAborted);
        return Results.Ok(new SuggestionAnswers([.. found.Select(s => new SuggestionAnswer(
            s.Text, s.Language, Languages.Direction(s.Language), Say.Kind(s.Kind), s.Kind == SubjectKind.Concept ? null : Address.Of(s.Kind, s.Key)))]));
    }
}
