using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>Kept pages: nobody gets a page that was made for somebody else, or one that is no longer true.</summary>
public sealed class KeptPageTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/wissen")]
    [InlineData("/diskussionen")]
    [InlineData("/themen/beiratsarbeit")]
    public async Task A_page_of_somebody_signed_in_is_never_given_to_anybody_else(string address)
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        using var anybody = portal.Visitor();
        for (var i = 0; i < 3; i++)
        {
            Assert.Contains("Aylin Demirtaş", (await member.PageAsync(address)).QuerySelector(".masthead-account")!.TextContent);
            var page = await anybody.PageAsync(address);
            Assert.DoesNotContain("Aylin Demirtaş", page.QuerySelector(".masthead-account")!.TextContent);
            Assert.Null(page.QuerySelector("[name=__RequestVerificationToken]"));
            Assert.DoesNotContain("Nur für Mitglieder", page.Body!.TextContent);
        }
    }

    [Fact]
    public async Task Views_languages_and_addresses_are_kept_apart()
    {
        using var standard = portal.Visitor();
        using var contrast = portal.Visitor();
        (await contrast.Http.GetAsync("/ansicht?kontrast=an")).Dispose();
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal("standard", await ViewAsync(standard, "/beirat"));
            Assert.Equal("contrast", await ViewAsync(contrast, "/beirat"));
        }

        var today = await standard.PageAsync("/beirat");
        var before = await standard.PageAsync("/beirat?stand=2025-06-30");
        Assert.NotEqual(today.QuerySelector("main")!.TextContent, before.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task A_compressed_page_is_not_given_to_those_who_cannot_read_it()
    {
        using var visitor = portal.Visitor();
        foreach (var encoding in new[] { "br", "gzip", "identity", "br", "gzip", "identity" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/organisationen");
            request.Headers.AcceptEncoding.ParseAdd(encoding);
            using var answer = await visitor.Http.SendAsync(request);
            Assert.Equal(encoding == "identity" ? [] : [encoding], answer.Content.Headers.ContentEncoding);
        }
    }

    [Fact]
    public async Task A_new_post_appears_on_kept_pages()
    {
        using var anybody = portal.Visitor();
        using var member = await portal.SignedInAsync(Cast.Member);
        var (thread, list) = (Threads.Page(Threads.Interpreting), "/diskussionen");
        var first = (await anybody.PageAsync(list)).QuerySelector(".card-title a")!.GetAttribute("href");
        Assert.NotEqual(thread, first);
        await anybody.TextAsync(thread);

        using var posted = await member.PostAsync(Threads.Interpreting, "Ganz neu im Gespräch");

        await Wait.UntilAsync(async () => (await anybody.TextAsync(thread)).Contains("Ganz neu im Gespräch", StringComparison.Ordinal), "the thread is fresh", 5);
        await Wait.UntilAsync(
            async () => (await anybody.PageAsync(list)).QuerySelector(".card-title a")!.GetAttribute("href") == thread, "the list is fresh", 5);
    }

    private static async Task<string?> ViewAsync(Visitor visitor, string address) =>
        (await visitor.PageAsync(address)).DocumentElement.GetAttribute("data-view");
}
