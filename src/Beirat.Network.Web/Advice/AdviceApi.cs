using Beirat.Network.Advice;
using Beirat.Network.Events;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Http;
using Beirat.Network.Web.Search;

namespace Beirat.Network.Web.Advice;

internal sealed record AdviserPerson(Guid Id, string Name, string Url);

/// <summary>With <see cref="OnlyMonth"/> the date stands for its month: the day is not known, or not told.</summary>
internal sealed record EvidenceAnswer(string Kind, string Title, string? Url, DateOnly? Date, decimal Points, string Why, bool OnlyMonth);

/// <summary>A proposed adviser; the points of the evidence add up to the score.</summary>
internal sealed record AdviserAnswer(AdviserPerson Person, decimal Score, bool Available, int OpenRequests, IReadOnlyList<EvidenceAnswer> Evidence);

internal sealed record AdvisersAnswer(string Query, IReadOnlyList<AdviserAnswer> Hits);

/// <summary>GET /api/beratung/vorschlaege: the expert finder for programs.</summary>
internal static class AdviceApi
{
    public static void MapAdviceApi(this IEndpointRouteBuilder api) => api.MapGet("/beratung/vorschlaege", RunAsync)
        .WithName("advisers").WithSummary("Proposes people of the council for a question, with the reasons.").Produces<AdvisersAnswer>().ProducesProblem(503);

    private static async Task<IResult> RunAsync(
        HttpContext context, AdviserQuery query, string? q, string? sprache, string? einsatz, string? thema, string? organisation, string? bezirk, string? da)
    {
        var state = new FinderState(q, sprache, einsatz, thema, organisation, bezirk, da == "ja");
        var result = await query.RunAsync(context.Viewer(), state.Request, context.RequestAborted);
        return result.Ready
            ? Results.Ok(new AdvisersAnswer(result.Question, [.. result.Advisers.Select(Answer)]))
            : Results.Problem(statusCode: 503, title: SearchTexts.NotReady);
    }

    private static AdviserAnswer Answer(Adviser adviser) => new(
        new AdviserPerson(adviser.Id, adviser.Name, $"/mitglieder/{adviser.Slug}"), adviser.Score, adviser.Available, adviser.OpenRequests,
        [.. adviser.Evidence.Select(e => new EvidenceAnswer(
            System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(e.Kind.ToString()), e.Title, Address.Of(e.Kind, e.Key, adviser.Slug), e.Date, e.Points,
            EvidenceReasons.Of(e), e.Precision != DatePrecision.Day))]);
}
