using System.Text;
using Beirat.Network.Common;
using Beirat.Network.Exchange;
using Beirat.Network.Web.Http;

namespace Beirat.Network.Web.Exchange;

/// <summary>Lists for staff, in the form that German spreadsheets open: semicolons and a byte order mark.</summary>
internal static class ListEndpoints
{
    public static void MapLists(this IEndpointRouteBuilder app)
    {
        app.MapGet("/verwaltung/export/personen.csv", (HttpContext context, PersonExport export) =>
            SendAsync(context, "personen.csv", (viewer, text) => export.RunAsync(viewer, text, context.RequestAborted))).ExcludeFromDescription();
        app.MapGet("/verwaltung/export/organisationen.csv", (HttpContext context, OrganizationExport export) =>
            SendAsync(context, "organisationen.csv", (viewer, text) => export.RunAsync(viewer, text, context.RequestAborted))).ExcludeFromDescription();
    }

    private static async Task<IResult> SendAsync(HttpContext context, string name, Func<Viewer, TextWriter, Task<bool>> write)
    {
        var viewer = context.Viewer();
        if (!viewer.IsStaff) return Results.NotFound();
        Downloads.Prepare(context.Response, "text/csv; charset=utf-8", name);
        await using var text = new StreamWriter(context.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await write(viewer, text);
        return Results.Empty;
    }
}
