using Beirat.Network.Privacy;
using Beirat.Network.Web.Exchange;
using Beirat.Network.Web.Http;

namespace Beirat.Network.Web.Privacy;

/// <summary>Everything that is kept about the viewer, to take away.</summary>
internal static class OwnDataEndpoints
{
    public static void MapOwnData(this IEndpointRouteBuilder app)
    {
        app.MapGet("/konto/daten/meine-daten.json", (HttpContext context, PersonalDataQuery query) =>
            SendAsync(context, query, "meine-daten.json", "application/json", e => Task.FromResult(OwnDataFiles.Json(e)))).ExcludeFromDescription();
        app.MapGet("/konto/daten/meine-daten.html", (HttpContext context, PersonalDataQuery query, OwnDataFiles files) =>
            SendAsync(context, query, "meine-daten.html", "text/html; charset=utf-8", files.HtmlAsync)).ExcludeFromDescription();
        app.MapGet("/konto/daten/meine-daten.zip", (HttpContext context, PersonalDataQuery query, OwnDataFiles files) =>
            SendAsync(context, query, "meine-daten.zip", "application/zip", files.ZipAsync)).ExcludeFromDescription();
    }

    private static async Task<IResult> SendAsync(
        HttpContext context, PersonalDataQuery query, string name, string type, Func<PersonalExport, Task<byte[]>> make)
    {
        if (await query.RunAsync(context.Viewer(), context.RequestAborted) is not { } export) return SeeOther.To("/konto/anmelden?zurueck=/konto/daten");
        Downloads.Prepare(context.Response, type, name);
        return Results.Bytes(await make(export), type);
    }
}
