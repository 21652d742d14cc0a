using System.Net;
using AngleSharp.Html.Dom;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests.Knowledge;

/// <summary>Every published form stays, for those who could read it; what was said among few is not told to many afterwards.</summary>
public sealed class RevisionTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Forms_are_listed_compared_and_brought_back()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        var article = await member.PublishAsync("Drei Fassungen", "Die Anmeldung ist im März.");
        await ChangeAsync(member, article, "Die Anmeldung ist im April.", note: "Frist berichtigt");
        using var visitor = portal.Visitor();

        var list = await visitor.PageAsync($"{article}/fassungen");
        Assert.Equal(["Fassung 2", "Fassung 1"], list.QuerySelectorAll(".card-title").Select(t => t.TextContent));
        Assert.Contains("Frist berichtigt", list.QuerySelector(".card")!.TextContent);
        Assert.DoesNotContain("bearbeiten?fassung", list.DocumentElement.OuterHtml);

        var compared = await visitor.PageAsync($"{article}/fassungen/vergleich?von=1&bis=2");
        Assert.Equal("entfernt: [−März.−]", compared.QuerySelector("del")!.TextContent);
        Assert.Equal("neu: [+April.+]", compared.QuerySelector("ins")!.TextContent);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await visitor.StatusAsync($"{article}/fassungen/vergleich?von=2&bis=2"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await visitor.StatusAsync($"{article}/fassungen/vergleich?von=1&bis=9"));
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusAsync("/wissen/gibt-es-nicht/fassungen"));

        var restore = (await member.PageAsync($"{article}/fassungen")).QuerySelector("a[href*='fassung=1']")!.GetAttribute("href")!;
        var form = await member.PageAsync(restore);
        Assert.Equal("Die Anmeldung ist im März.", ((IHtmlTextAreaElement)form.QuerySelector("#text")!).Value);
        using var restored = await member.PressAsync(form, $"{article}/bearbeiten", "publish", null);
        Assert.Equal(HttpStatusCode.Redirect, restored.StatusCode);
        list = await visitor.PageAsync($"{article}/fassungen");
        Assert.Equal(3, list.QuerySelectorAll(".card-title").Length);
        Assert.Contains("Fassung 1 wiederhergestellt", list.QuerySelector(".card")!.TextContent);
    }

    [Fact]
    public async Task What_was_internal_stays_so_when_the_article_becomes_public()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        var article = await member.PublishAsync("Erst intern", "Das Geheimwort lautet Murmeltier.", "Members");
        await ChangeAsync(member, article, "Jetzt für alle.", "Public");
        await ChangeAsync(member, article, "Jetzt für alle, genauer.", "Public");

        foreach (var email in new[] { string.Empty, Cast.Office, Cast.Organization })
        {
            using var reader = email.Length == 0 ? portal.Visitor() : await portal.SignedInAsync(email);
            var list = await reader.TextAsync($"{article}/fassungen");
            Assert.Contains("Fassung 2", list);
            Assert.DoesNotContain("Fassung 1", list);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await reader.StatusAsync($"{article}/fassungen/vergleich?von=1&bis=2"));
            foreach (var page in new[] { article, $"{article}/fassungen/vergleich?von=1&bis=3", $"{article}/fassungen/vergleich?von=2&bis=3", $"{article}/bearbeiten?fassung=1", "/suche?q=Murmeltier" })
                Assert.DoesNotContain("lautet Murmeltier", await reader.TextAsync(page));
        }

        using var deputy = await portal.SignedInAsync(Cast.Deputy);
        Assert.Contains("Murmeltier", await deputy.TextAsync($"{article}/fassungen/vergleich?von=1&bis=2"));
    }

    [Fact]
    public async Task An_unchanged_text_makes_no_form_and_many_are_paged()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        var article = await member.PublishAsync("Viele Fassungen", "Stand 1");
        await ChangeAsync(member, article, "Stand 1");
        for (var i = 2; i <= 23; i++) await ChangeAsync(member, article, $"Stand {i}");

        var first = await member.PageAsync($"{article}/fassungen");
        var second = await member.PageAsync(first.QuerySelector(".pager a")!.GetAttribute("href")!);

        var numbers = first.QuerySelectorAll(".card-title").Concat(second.QuerySelectorAll(".card-title")).Select(t => t.TextContent);
        Assert.Equal(Enumerable.Range(1, 23).Reverse().Select(n => $"Fassung {n}"), numbers);
        Assert.Null(second.QuerySelector(".pager a"));
    }

    private static async Task ChangeAsync(Visitor writer, string article, string text, string audience = "Public", string note = "")
    {
        using var answer = await writer.PressAsync($"{article}/bearbeiten", "publish", null, ("Entry.Text", text), ("Entry.Audience", audience), ("Entry.Note", note));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }
}
