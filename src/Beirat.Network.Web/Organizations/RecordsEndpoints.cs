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
        records.MapPost("/art", ChangeKindAsync);
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
        var typed = new RecordTyped(EndForm.IdOf(id), Until: until);
        if (!TryDay(until, out var day)) return Refused(slug, Refusal.NotADate, typed);
        return Answer(slug, await handler.RunAsync(context.Viewer(), new MembershipEnd(id, day), context.RequestAborted), typed);
    }

    private static async Task<IResult> AddRelationAsync(
        string slug, HttpContext context, RelationChangeHandler handler, [FromForm] string? kind, [FromForm] string? to, [FromForm] string? since,
        [FromForm(Name = "__RequestVerificationToken")] string token)
    {
        _ = token;
        var typed = new RecordTyped("to", kind, to, since);
        if (!Enum.TryParse<OrganizationRelationKind>(kind, out var relation) || !Enum.IsDefined(relation)) return Refused(slug, Refusal.Empty, typed with { Field = "kind" });
        if (!TryDay(since, out var day)) return Refused(slug, Refusal.NotADate, typed with { Field = "since" });
        var outcome = await handler.RunAsync(context.Viewer(), new RelationStart(slug, to ?? string.Empty, relation, day), context.RequestAborted);
        return Answer(slug, outcome, outcome is Outcome<Guid>.Invalid invalid ? typed with { Field = invalid.Fields.First().Key } : typed);
    }

    private static async Task<IResult> EndRelationAsync(
        string slug, Guid id, HttpContext context, RelationChangeHandler handler, [FromForm] string? until, [FromForm(Name = "__RequestVerificationToken")] string token)
    {
        _ = token;
        var typed = new RecordTyped(EndForm.IdOf(id), Until: until);
        if (!TryDay(until, out var day)) return Refused(slug, Refusal.NotADate, typed);
        return Answer(slug, await handler.RunAsync(context.Viewer(), new RelationEnd(id, day), context.RequestAborted), typed);
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

    private static async Task<IResult> ChangeKindAsync(
        string slug, HttpContext context, OrganizationStartHandler handler, [FromForm] string? art, [FromForm(Name = "__RequestVerificationToken")] string token)
    {
        _ = token;
        var kind = Enum.TryParse<OrganizationKind>(art, out var chosen) ? chosen : (OrganizationKind)(-1);
        return await handler.RunAsync(context.Viewer(), new OrganizationKindChange(slug, kind), context.RequestAborted) switch
        {
            Outcome<string>.Done => SeeOther.To(Address.With(Page(slug), ("gespeichert", "1"))),
            Outcome<string>.Invalid invalid => Refused(slug, invalid.Fields.First().Value, new RecordTyped("art")),
            _ => Results.NotFound(),
        };
    }

    private static IResult Answer(string slug, Outcome<Guid> outcome, RecordTyped typed) => outcome switch
    {
        Outcome<Guid>.Done => SeeOther.To(Address.With(Page(slug), ("gespeichert", "1"))),
        Outcome<Guid>.Invalid invalid => Refused(slug, invalid.Fields.First().Value, typed),
        _ => Results.NotFound(),
    };

    /// <summary>Back to the page, with what was typed and the field that has to be corrected.</summary>
    private static IResult Refused(string slug, Refusal reason, RecordTyped typed) => SeeOther.To(Address.With(
        Page(slug), ("fehler", reason.ToString()), ("bei", typed.Field), ("verbindung", typed.Kind), ("mit", typed.To), ("seit", typed.Since), ("bis", typed.Until)));

    private static string Page(string slug) => $"/verwaltung/organisationen/{Uri.EscapeDataString(slug)}";

    private sealed record RecordTyped(string Field, string? Kind = null, string? To = null, string? Since = null, string? Until = null);

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
