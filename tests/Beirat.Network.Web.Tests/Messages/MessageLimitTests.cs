using System.Net;
using Xunit;

namespace Beirat.Network.Web.Tests.Messages;

/// <summary>Whoever writes too much hears it at the form and loses nothing.</summary>
public sealed class MessageLimitTests
{
    [Fact]
    public async Task One_address_writes_so_often_in_a_minute()
    {
        await using var portal = new MessagePortal();
        portal.With("Beirat:MessagesPerMinute", "2");
        using var visitor = portal.Visitor();
        var link = await portal.WriteAsync(visitor, "Erste");
        await portal.WriteAsync(visitor, "Zweite", "/mitglieder/murat-kocabas/nachricht");

        using var third = await portal.SendAsync(visitor, MessagePortal.ToPerson, "Lange getippt");
        using var entry = await visitor.SubmitAsync(link, "main form", ("Entry.Text", "Auch lange getippt"));

        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, entry.StatusCode);
        var page = await MessagePortal.PageOf(third);
        Assert.Contains("zu viele Nachrichten", page.QuerySelector("#text-fehler")!.TextContent);
        Assert.Equal("Lange getippt", page.QuerySelector("#text")!.TextContent);
        Assert.Equal("Auch lange getippt", (await MessagePortal.PageOf(entry)).QuerySelector("#text")!.TextContent);
    }

    [Fact]
    public async Task One_person_gets_so_many_in_a_day()
    {
        await using var portal = new MessagePortal();
        portal.With("Beirat:MessagesPerPersonAndDay", "2");
        using var visitor = portal.Visitor();
        await portal.WriteAsync(visitor, "Erste");
        await portal.WriteAsync(visitor, "Zweite");

        using var third = await portal.SendAsync(visitor, MessagePortal.ToPerson, "Lange getippt");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, third.StatusCode);
        var page = await MessagePortal.PageOf(third);
        Assert.Contains("sehr viele Nachrichten bekommen", page.QuerySelector("#text-fehler")!.TextContent);
        Assert.Equal("Lange getippt", page.QuerySelector("#text")!.TextContent);
    }

    [Fact]
    public async Task One_address_cannot_fill_somebodys_day_and_the_secret_is_not_in_the_address()
    {
        await using var portal = new MessagePortal();
        portal.With("Beirat:MessagesToOnePersonPerDay", "1");
        using var visitor = portal.Visitor();
        using var first = await portal.SendAsync(visitor, MessagePortal.ToPerson, "Erste");
        Assert.EndsWith("?gesendet=1", first.Headers.Location!.OriginalString, StringComparison.Ordinal);
        using var other = portal.Visitor();
        Assert.Null((await other.PageAsync(first.Headers.Location.OriginalString)).QuerySelector("#adresse"));

        using var second = await portal.SendAsync(visitor, MessagePortal.ToPerson, "Lange getippt");

        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.Equal("Lange getippt", (await MessagePortal.PageOf(second)).QuerySelector("#text")!.TextContent);
    }
}
