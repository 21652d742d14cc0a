using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>Posts whose bytes are not what they should be.</summary>
public sealed class PostBytesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Bytes_that_are_not_UTF_8_are_refused_and_the_readable_rest_stays()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        var before = await member.LastAsync(Threads.Housing);

        using var answer = await SendBytesAsync(member, Encoding.Latin1.GetBytes("Gr\u00fc\u00dfe"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = Visitor.Parse(await answer.Content.ReadAsStringAsync());
        Assert.StartsWith("Gr", page.QuerySelector<IHtmlTextAreaElement>("#text")!.Value, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#text-fehler"));
        Assert.Equal(before, await member.LastAsync(Threads.Housing));
    }

    [Fact]
    public async Task Escapes_that_mean_no_letter_stay_visible_as_they_came()
    {
        using var member = await portal.SignedInAsync(Cast.Member);

        using var answer = await SendBytesAsync(member, "Gr%C3%BC%FFe"u8.ToArray());

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await member.PageAsync(answer.Headers.Location!.ToString());
        Assert.Contains("Grü%FFe", page.QuerySelectorAll("article.post")[^1].TextContent);
    }

    private static async Task<HttpResponseMessage> SendBytesAsync(Visitor visitor, byte[] text)
    {
        var page = await visitor.PageAsync(Threads.Page(Threads.Housing));
        var fields = page.QuerySelector<IHtmlFormElement>("#beitrag-formular")!.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]")
            .Select(i => $"{i.Name}={Uri.EscapeDataString(i.Value)}");
        var body = Encoding.ASCII.GetBytes($"{string.Join('&', fields)}&Entry.Language=de&Entry.Text=");
        using var content = new ByteArrayContent([.. body, .. text]);
        content.Headers.ContentType = new("application/x-www-form-urlencoded");
        return await visitor.Http.PostAsync(Threads.Page(Threads.Housing), content);
    }
}
