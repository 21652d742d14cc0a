using Beirat.Network.Common;
using Beirat.Network.Organizations;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace Beirat.Network.Web.Organizations;

/// <summary>Changes of the records of organisations by plain forms; only staff gets as far as these addresses.</summary>
internal static class RecordsEndpoints
{
    public static void MapRecords(this IEndpointRouteBuilder app)
    {
        var records = app.MapGroup("/verwaltung/organisationen/{slug}").ExcludeFromDescription();
        records.MapPost("/rollen/{id:guid}", EndRoleAsync);
        records.MapPost("/verbindungen", AddRelationAsync);
        records.MapPost("/verbindungen/{id:guid}", EndRelationAsync);
        app.MapPost("/verwaltung/antraege/{id:guid}", DecideAsync).ExcludeFromDescription();
    }

    // A form parameter makes the framework check the antiforgery token.
    private static async Task<IResult> EndRoleAsync(
        string slug, Guid id, HttpContext context, MembershipChangeHandler handler, [FromForm] string? until, [FromForm(Name = "__RequestVerificationToken")] string token)
    {
        _ = token;
        if (!TryDay(until, out var day)) return Refused(slug, Refusal.NotADate);
        return Answer(slug, await handler.RunAsync(context.Viewer(), new MembershipEnd(id, day), context.RequestAborted));
    }

    private static async Task<IResult> AddRelationAsync(
        string slug, HttpContext context, RelationChangeHandler handler, [FromForm] string? kind, [FromForm] string? to, [FromForm] string? since,
        [FromForm(Name = "__RequestVerificationToken")] string token)
    {
        _ = token;
        if (!Enum.TryParse<OrganizationRelationKind>(kind, out var relation) || !Enum.IsDefined(relation)) return Refused(slug, Refusal.Empty);
        if (!TryDay(since, out var day)) return Refused(slug, Refusal.NotADate);
        return Answer(slug, await handler.RunAsync(context.Viewer(), new RelationStart(slug, to ?? string.Empty, relation, day), context.RequestAborted));
    }

    private static async Task<IResult> EndRelationAsync(
        string slug, Guid id, HttpContext context, RelationChangeHandler handler, [FromForm] string? until, [FromForm(Name = "__RequestVerificationToken")] string token)
    {
        _ = token;
        if (!TryDay(until, out var day)) return Refused(slug, Refusal.NotADate);
        return Answer(slug, await handler.RunAsync(context.Viewer(), new RelationEnd(id, day), context.RequestAborted));
    }

    private static async Task<IResult> DecideAsync(
        Guid id, HttpContext context, ClaimChangeHandler handler, [FromForm] string? decision, [FromForm] string? reason,
        [FromForm(Name = "__RequestVerificationToken")] string token)
    {
        _ = token;
        var outcome = await handler.RunAsync(context.Viewer(), new ClaimDecision(id, decision == "ja", reason ?? string.Empty), context.RequestAborted);
        return outcome switch
        {
            Outcome<string>.Done => SeeOther.To("/verwaltung/antraege?gespeichert=1"),
            Outcome<string>.Invalid invalid => SeeOther.To($"/verwaltung/antraege?fehler={invalid.Fields.First().Value}&antrag={id}#antrag-{id}"),
            Outcome<string>.Refused refused => SeeOther.To($"/verwaltung/antraege?fehler={refused.Reason}"),
            _ => Results.NotFound(),
        };
    }

    private static IResult Answer(string slug, Outcome<Guid> outcome) => outcome switch
    {
        Outcome<Guid>.Done => SeeOther.To($"/verwaltung/organisationen/{slug}?gespeichert=1"),
        Outcome<Guid>.Invalid invalid => Refused(slug, invalid.Fields.First().Value),
        _ => Results.NotFound(),
    };

    private static IResult Refused(string slug, Refusal reason) => SeeOther.To($"/verwaltung/organisationen/{slug}?fehler={reason}#verbindungen");

    /// <summary>An empty field is no day; false for what cannot be read.</summary>
    private static bool TryDay(string? text, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrWhiteSpace(text)) return true;
        if (!Typed.TryDay(text, out var read)) return false;
        day = read;
        return true;
    }
}
