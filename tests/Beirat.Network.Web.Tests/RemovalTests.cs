using System.Net;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>What was taken back is gone everywhere; its place stays.</summary>
public sealed class RemovalTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    internal static async Task RemoveAsync(Visitor visitor, Guid discussion, Guid post)
    {
        var page = $"{Threads.Page(discussion)}/beitraege/{post}/entfernen";
        using var answer = await visitor.SubmitAsync(page, "main form");
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    [Fact]
    public async Task The_text_of_a_removed_post_is_gone_from_page_API_and_search()
    {
        await portal.ReadyAsync();
        const string word = "Quittungsheftchen";
        using var organization = await portal.SignedInAsync(Cast.Organization);
        using var anybody = portal.Visitor();
        using var posted = await organization.PostAsync(Threads.Swimming, $"Bitte das {word} mitbringen.");
        var answer = await posted.JsonAsync();
        var (id, sequence) = (answer.GetProperty("id").GetGuid(), answer.GetProperty("sequence").GetInt64());
        await Wait.UntilAsync(async () => await TotalAsync(anybody, word) == 1, "the post is found");
        await Wait.UntilAsync(async () => (await anybody.TextAsync(Threads.Page(Threads.Swimming))).Contains(word), "the post is on the page");

        await RemoveAsync(organization, Threads.Swimming, id);

        Assert.Equal(0, await TotalAsync(anybody, word));
        Assert.Empty((await anybody.PageAsync($"/suche?q={word}")).QuerySelectorAll(".hit"));
        var item = (await anybody.JsonAsync($"{Threads.Api(Threads.Swimming)}?nach={sequence - 1}")).GetProperty("items")[0];
        Assert.True(item.GetProperty("removed").GetBoolean());
        Assert.Equal("", item.GetProperty("text").GetString());
        Assert.DoesNotContain(word, item.GetRawText());
        Assert.Equal(sequence, item.GetProperty("sequence").GetInt64());
        Assert.DoesNotContain(word, await organization.TextAsync(Threads.Page(Threads.Swimming)));
        await Wait.UntilAsync(async () => !(await anybody.TextAsync(Threads.Page(Threads.Swimming))).Contains(word), "the kept page is forgotten");
    }

    [Fact]
    public async Task Only_the_writer_and_staff_can_remove_a_post()
    {
        using var organization = await portal.SignedInAsync(Cast.Organization);
        using var member = await portal.SignedInAsync(Cast.Member);
        using var staff = await portal.SignedInAsync(Cast.Staff);
        using var anybody = portal.Visitor();
        using var posted = await organization.PostAsync(Threads.Housing, "Mein Beitrag");
        var id = (await posted.JsonAsync()).GetProperty("id").GetGuid();
        var page = $"{Threads.Page(Threads.Housing)}/beitraege/{id}/entfernen";

        Assert.Equal(HttpStatusCode.NotFound, await member.StatusAsync(page));
        Assert.Equal(HttpStatusCode.NotFound, await anybody.StatusAsync(page));
        var form = await staff.PageAsync(page);
        var own = await member.PageAsync("/");
        own.QuerySelector(".masthead-account form")!.SetAttribute("action", $"{Threads.Page(Threads.Housing)}/beitraege/{id}/entfernung");
        using var refused = await member.SubmitAsync(own, "/", ".masthead-account form");
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);

        using var done = await staff.SubmitAsync(form, page, "main form", ("reason", "Gegen die Regeln"));
        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        using var again = await staff.SubmitAsync(form, page, "main form");
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
    }

    private static async Task<int> TotalAsync(Visitor visitor, string word) => (await visitor.JsonAsync($"/api/suche?q={word}")).GetProperty("total").GetInt32();
}
