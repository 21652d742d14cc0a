using System.Globalization;
using Beirat.Network.Common;
using Beirat.Network.Notices;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace Beirat.Network.Web.Notices;

/// <summary>Following threads, taking news as read, and ending mails by one click.</summary>
internal static class NoticesEndpoints
{
    /// <summary>The body of a one-click request (RFC 8058, section 3.2) and, for people, one more word.</summary>
    private const int LongestStop = 4096;

    public static void MapNotices(this IEndpointRouteBuilder app)
    {
        app.MapPost("/diskussionen/{id:guid}/folgen", (Guid id, HttpContext context, FollowThreadHandler handler, [FromForm(Name = "__RequestVerificationToken")] string token) =>
            FollowAsync(context, handler, new FollowThread(id, true), token)).ExcludeFromDescription();
        app.MapPost("/diskussionen/{id:guid}/folgen/entfernung", (Guid id, HttpContext context, FollowThreadHandler handler, [FromForm(Name = "__RequestVerificationToken")] string token) =>
            FollowAsync(context, handler, new FollowThread(id, false), token)).ExcludeFromDescription();
        app.MapPost("/konto/neuigkeiten/gelesen", ReadAllAsync).ExcludeFromDescription();
        // Before the page of the same address, which only shows a button: programs that look at mails follow links, and must change nothing by that.
        app.MapPost(StopTokens.Path + "/{token}", StopAsync).WithOrder(-1).WithMetadata(new RequestSizeLimitAttribute(LongestStop)).ExcludeFromDescription();
    }

    // A form parameter makes the framework check the antiforgery token. "Not yours" reads as "not there".
    private static async Task<IResult> FollowAsync(HttpContext context, FollowThreadHandler handler, FollowThread command, string token)
    {
        _ = token;
        var page = $"/diskussionen/{command.DiscussionId}";
        return await handler.RunAsync(context.Viewer(), command, context.RequestAborted) switch
        {
            Outcome<bool>.Done => SeeOther.To(page + "#folgen"),
            Outcome<bool>.Refused => SeeOther.To(Address.With("/konto/anmelden", ("zurueck", page))),
            _ => Results.NotFound(),
        };
    }

    private static async Task<IResult> ReadAllAsync(
        HttpContext context, ReadAllNewsHandler handler, TimeProvider time, [FromForm(Name = "bis")] string? upTo, [FromForm(Name = "__RequestVerificationToken")] string token)
    {
        _ = token;
        var now = time.GetUtcNow();
        // What cannot be read as a time is an old page: then nothing is taken as read that nobody saw.
        var shown = DateTimeOffset.TryParseExact(upTo, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) && at <= now ? at : DateTimeOffset.MinValue;
        return await handler.RunAsync(context.Viewer(), new ReadAllNews(shown), context.RequestAborted) switch
        {
            Outcome<int>.Done => SeeOther.To("/konto/neuigkeiten?gelesen=1"),
            Outcome<int>.Refused => SeeOther.To(Address.With("/konto/anmelden", ("zurueck", "/konto/neuigkeiten"))),
            _ => Results.NotFound(),
        };
    }

    // No antiforgery token and no signing in: the address is the right (RFC 8058, section 3.1). Without a redirect: a mail program is no browser.
    private static async Task<IResult> StopAsync(string token, HttpContext context, StopTokens tokens, NoticeWishesHandler handler)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : null;
        var (program, page) = (form?["List-Unsubscribe"].ToString() == "One-Click", $"{StopTokens.Path}/{Uri.EscapeDataString(token)}");
        if (tokens.Read(token) is not { } account) return program ? Results.BadRequest() : SeeOther.To(page);
        await handler.StopAsync(account, context.RequestAborted);
        return program ? Results.NoContent() : SeeOther.To(page + "?erledigt=1");
    }
}
