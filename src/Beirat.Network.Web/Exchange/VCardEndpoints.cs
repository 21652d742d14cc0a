using Beirat.Network.Common;
using Beirat.Network.Exchange;
using Beirat.Network.Organizations;
using Beirat.Network.People;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Http;
using Beirat.Network.Web.People;

namespace Beirat.Network.Web.Exchange;

/// <summary>People and organisations for address books: what their page shows to this viewer, and nothing else.</summary>
internal static class VCardEndpoints
{
    public static void MapVCards(this IEndpointRouteBuilder app)
    {
        app.MapGet("/mitglieder/{slug}.vcf", PersonAsync).ExcludeFromDescription();
        app.MapGet("/organisationen/{slug}.vcf", OrganizationAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> PersonAsync(string slug, HttpContext context, PersonPageQuery query, TimeProvider time) =>
        await query.RunAsync(context.Viewer(), slug, context.RequestAborted) is { } person
            ? Card(context, person.Slug, Of(person, context.Request, time.Today())) : Results.NotFound();

    private static async Task<IResult> OrganizationAsync(string slug, HttpContext context, OrganizationPageQuery query) =>
        await query.RunAsync(context.Viewer(), slug, context.RequestAborted) is { } organization
            ? Card(context, organization.Slug, Of(organization, context.Request)) : Results.NotFound();

    private static VCard Of(PersonView person, HttpRequest request, DateOnly today)
    {
        var card = new VCard().Text("KIND", "individual").Address("UID", $"urn:uuid:{person.Id}")
            .Text("FN", person.Name).Parts("N", person.FamilyName, person.GivenName, "", "", "")
            .Text("TITLE", string.Join(", ", person.Professions.Select(w => w.Title))).Text("EMAIL", person.Email).Text("TEL;VALUE=text", person.Phone);
        var group = 0;
        foreach (var function in person.Functions) card.Text($"r{++group}.ORG", PeopleTexts.Council).Text($"r{group}.ROLE", Say.Function(function));
        foreach (var role in person.Roles.Where(r => r.From <= today && (r.Until is null || r.Until >= today)))
            card.Text($"r{++group}.ORG", role.Organization.Name).Text($"r{group}.ROLE", Say.Role(role.Role));
        Languages(card, person.Languages.Select(l => l.Code));
        return card.List("CATEGORIES", [.. person.Topics.Select(t => t.Topic.Label)])
            .Text("NOTE", string.Join("\n", new[] { person.Headline, person.AvailabilityNote }.Where(t => t.Length > 0))).Address("URL", $"{request.Scheme}://{request.Host}/mitglieder/{person.Slug}");
    }

    private static VCard Of(OrganizationView organization, HttpRequest request)
    {
        var card = new VCard().Text("KIND", "org").Text("FN", organization.Name).Text("ORG", organization.Name).Text("NICKNAME", organization.ShortName)
            .Text("EMAIL", organization.Contact.Email).Text("TEL;VALUE=text", organization.Contact.Phone);
        Languages(card, organization.Languages);
        return card.List("CATEGORIES", [.. organization.Topics.Select(t => t.Label)]).Text("NOTE", organization.Contact.MeetingPoint)
            .Address("URL", organization.Contact.Website).Address("SOURCE", $"{request.Scheme}://{request.Host}/organisationen/{organization.Slug}.vcf");
    }

    // Section 6.4.4: the best language first.
    private static void Languages(VCard card, IEnumerable<string> codes)
    {
        foreach (var (place, code) in codes.Take(100).Index()) card.Text($"LANG;PREF={place + 1}", code);
    }

    private static IResult Card(HttpContext context, string slug, VCard card)
    {
        Downloads.Prepare(context.Response, "text/vcard; charset=utf-8", $"{slug}.vcf");
        return Results.Text(card.ToString(), "text/vcard; charset=utf-8");
    }
}
