using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>"That helped me" at posts of others, by form.</summary>
public sealed class PostMarkFormTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly string Page = Threads.Page(Threads.Swimming);

    [Fact]
    public async Task A_press_counts_for_everybody_and_another_takes_it_back()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        using var visitor = portal.Visitor();
        var page = await member.PageAsync(Page);
        var button = page.QuerySelectorAll("button[data-hilfe=da]")[0];
        var number = button.Closest("li")!.QuerySelector("article")!.GetAttribute("data-sequence")!;
        var before = Helped(await visitor.PageAsync(Page), number);

        using var marked = await PressAsync(member, page, button.GetAttribute("formaction")!);
        Assert.Equal($"{Page}?beitrag={number}#beitrag-{number}", marked.Headers.Location!.ToString());
        Assert.Equal(before + 1, Helped(await visitor.PageAsync(Page), number));
        var now = (await member.PageAsync(Page)).QuerySelector($"#beitrag-{number}")!.Closest("li")!.QuerySelector("button[data-hilfe=weg]")!;
        using var taken = await PressAsync(member, page, now.GetAttribute("formaction")!);

        Assert.Equal(HttpStatusCode.SeeOther, taken.StatusCode);
        Assert.Equal(before, Helped(await visitor.PageAsync(Page), number));
    }

    [Fact]
    public async Task There_is_no_button_for_visitors_nor_at_own_posts_nor_at_removed_ones()
    {
        using var visitor = portal.Visitor();
        using var member = await portal.SignedInAsync(Cast.Member);
        using var sent = await member.PostAsync(Threads.Swimming, "Mein eigener Beitrag");
        var number = (await sent.JsonAsync()).GetProperty("sequence").GetInt64();

        Assert.Empty((await visitor.PageAsync(Page)).QuerySelectorAll("button[data-hilfe]"));
        var page = await member.PageAsync($"{Page}?beitrag={number}");
        Assert.Null(page.QuerySelector($"#beitrag-{number}")!.Closest("li")!.QuerySelector("button[data-hilfe]"));
        Assert.NotEmpty(page.QuerySelectorAll("button[data-hilfe]"));
    }

    [Fact]
    public async Task Nothing_is_marked_without_a_token_without_an_account_or_where_one_may_not_read()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        using var staff = await portal.SignedInAsync(Cast.Staff);
        var page = await member.PageAsync(Page);
        var address = page.QuerySelector("button[data-hilfe=da]")!.GetAttribute("formaction")!;

        using var forged = await member.Http.PostAsync(address, new FormUrlEncodedContent(new Dictionary<string, string> { ["x"] = "y" }));
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        using var visitor = portal.Visitor();
        var token = (await visitor.PageAsync("/konto/anmelden")).QuerySelector<IHtmlInputElement>("main [name=__RequestVerificationToken]")!.Value;
        using var nobody = await visitor.Http.PostAsync(address, new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token }));
        Assert.StartsWith("/konto/anmelden", nobody.Headers.Location!.ToString(), StringComparison.Ordinal);
        var hidden = (await staff.PageAsync(Threads.Page(Threads.ForStaff))).QuerySelector("button[data-hilfe]")!.GetAttribute("formaction")!;
        using var refused = await PressAsync(member, page, hidden);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    private static Task<HttpResponseMessage> PressAsync(Visitor visitor, IHtmlDocument page, string address) => visitor.Http.PostAsync(address, new FormUrlEncodedContent(new Dictionary<string, string>
    {
        ["__RequestVerificationToken"] = page.QuerySelector<IHtmlInputElement>("#hilfreich [name=__RequestVerificationToken]")!.Value,
    }));

    private static int Helped(IHtmlDocument page, string number) =>
        page.QuerySelector($"#beitrag-{number} > .card-meta") is { } text ? int.Parse(text.TextContent.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture) : 0;
}
