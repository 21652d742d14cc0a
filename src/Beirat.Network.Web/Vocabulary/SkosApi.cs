using System.Security.Cryptography;
using System.Text;
using Beirat.Network.Common;
using Beirat.Network.Vocabulary;
using Microsoft.Net.Http.Headers;

namespace Beirat.Network.Web.Vocabulary;

/// <summary>GET /api/begriffe: the concept scheme for programs, as JSON-LD or Turtle.</summary>
internal static class SkosApi
{
    private const string JsonLd = "application/ld+json";
    private const string Turtle = "text/turtle";

    public static void MapSkosApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/begriffe", (HttpContext context, PortalSettings settings, SkosQuery query, string? format) => AnswerAsync(context, settings, format, async gone => await query.RunAsync(gone)))
            .WithName("concepts").WithSummary("The concept scheme as SKOS: JSON-LD, or Turtle by Accept or format=ttl.").Produces(200, null, JsonLd, Turtle).ProducesProblem(400);
        api.MapGet("/begriffe/{id}", (string id, HttpContext context, PortalSettings settings, SkosQuery query, string? format) => AnswerAsync(context, settings, format, gone => query.RunAsync(id, gone)))
            .WithName("concept").WithSummary("One concept of the scheme as SKOS.").Produces(200, null, JsonLd, Turtle).ProducesProblem(400).ProducesProblem(404);
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext context, PortalSettings settings, string? format, Func<CancellationToken, Task<SkosDocument?>> read)
    {
        var (request, response) = (context.Request, context.Response);
        if (FormatOf(request, format) is not { } wanted) return Results.Problem(statusCode: 400, title: "format: jsonld, ttl");
        if (await read(context.RequestAborted) is not { } document) return Results.Problem(statusCode: 404);
        var origin = settings.PublicUrl ?? $"{request.Scheme}://{request.Host}";
        var frame = new SkosFrame(new Uri($"{origin}/glossar"), VocabularyTexts.SchemeTitle, Languages.Default);
        var tag = Tag(document.Fingerprint, wanted, frame);
        response.Headers.ETag = tag.ToString();
        response.Headers.Vary = HeaderNames.Accept;
        // Kept by whoever likes, but asked for anew each time: a change counts at once.
        response.Headers.CacheControl = "public, no-cache";
        if (request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false)))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        response.ContentType = wanted == SkosFormat.Turtle ? $"{Turtle}; charset=utf-8" : JsonLd;
        await document.WriteAsync(response.Body, wanted, frame, context.RequestAborted);
        return Results.Empty;
    }

    /// <summary>Null for a format that there is not. What is asked for in the address counts more than the header.</summary>
    private static SkosFormat? FormatOf(HttpRequest request, string? format) => format switch
    {
        "ttl" or "turtle" => SkosFormat.Turtle,
        "jsonld" or "json" => SkosFormat.JsonLd,
        null or "" => Quality(request, Turtle, isFallback: false) > Quality(request, JsonLd, isFallback: true) ? SkosFormat.Turtle : SkosFormat.JsonLd,
        _ => null,
    };

    // A wildcard is served by what is the usual answer; text/turtle must be asked for by name.
    private static double Quality(HttpRequest request, string type, bool isFallback) => request.GetTypedHeaders().Accept
        .Where(a => a.MediaType == type || (isFallback && (a.MatchesAllTypes || a.MediaType == "application/json" || a.MediaType == "application/*")))
        .Select(a => a.Quality ?? 1).DefaultIfEmpty(0).Max();

    // Weak, because compression changes the bytes.
    private static EntityTagHeaderValue Tag(string fingerprint, SkosFormat format, SkosFrame frame)
    {
        var all = SHA256.HashData(Encoding.UTF8.GetBytes($"{fingerprint} {format} {frame.Address} {frame.Title}"));
        return new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(all)[..32]}\"", isWeak: true);
    }
}
