using System.Globalization;
using System.Net;
using Beirat.Network.Search;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Http;

namespace Beirat.Network.Web.Search;

/// <summary>A word of the question and its parts.</summary>
internal sealed record SplitAnswer(string Word, IReadOnlyList<string> Parts);

internal sealed record ConceptAnswer(string Id, string Label, string From);

/// <summary>A hit. <see cref="Snippet"/> is HTML with <c>mark</c> as its only element.</summary>
internal sealed record HitAnswer(
    string Kind, Guid Id, string? ExternalId, string Url, string Title, string Language, string Snippet, decimal Score, IReadOnlyList<string> Reasons);

internal sealed record SearchAnswer(
    string Query, int Total, long TookMs, IReadOnlyList<ConceptAnswer> Concepts, IReadOnlyList<SplitAnswer> Splits, IReadOnlyList<HitAnswer> Hits);

/// <summary>GET /api/suche: the search for programs, with the same rules as the page.</summary>
internal static class SearchApi
{
    public static void MapSearchApi(this IEndpointRouteBuilder api) => api.MapGet("/suche", RunAsync)
        .WithName("search").WithSummary("Searches everything that the caller may see.").Produces<SearchAnswer>().ProducesProblem(400).ProducesProblem(503);

    private static async Task<IResult> RunAsync(
        HttpContext context, SearchQuery query, string? q, string? art, string? sprache, string? seite = null, string? anzahl = null, string? ohne = null, string? zerlegen = null)
    {
        if (!string.IsNullOrEmpty(art) && SearchKinds.Parse(art) is null)
            return Results.Problem(statusCode: 400, detail: Say.Format(SearchTexts.ApiKind, art, string.Join(", ", SearchKinds.All.Select(SearchKinds.Name))));
        if (Number(seite, 1) is not { } page) return NoNumber("seite", seite);
        if (Number(anzahl, 20) is not { } count) return NoNumber("anzahl", anzahl);
        var request = new SearchRequest(q, SearchKinds.Parse(art), sprache, page, count)
        {
            Without = (ohne ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries), Whole = zerlegen == "nein", HitsOnly = true,
        };
        var result = await query.RunAsync(context.Viewer(), request, context.RequestAborted);
        return result.Ready ? Results.Ok(Answer(result)) : Results.Problem(statusCode: 503, title: SearchTexts.NotReady);
    }

    // Read by hand: what the framework refuses, it refuses without a word.
    private static int? Number(string? typed, int usual) => string.IsNullOrEmpty(typed)
        ? usual
        : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static IResult NoNumber(string name, string? typed) => Results.Problem(statusCode: 400, detail: Say.Format(SearchTexts.ApiNumber, name, typed));

    private static SearchAnswer Answer(SearchResult result) => new(
        result.Query, result.Total, result.TookMs, [.. result.Concepts.Select(c => new ConceptAnswer(c.Id, c.Label, c.From))], [.. result.Splits.Select(s => new SplitAnswer(s.Word, s.Parts))],
        [.. result.Hits.Select(h => new HitAnswer(
            SearchKinds.Name(h.Kind), h.Id, h.ExternalId, Address.Of(h), h.Title, h.Language, Html(h.Snippet), h.Score, HitWords.Of(h)))]);

    private static string Html(IEnumerable<SnippetPart> snippet) => string.Concat(snippet.Select(p =>
        p.Marked ? $"<mark>{WebUtility.HtmlEncode(p.Text)}</mark>" : WebUtility.HtmlEncode(p.Text)));
}
