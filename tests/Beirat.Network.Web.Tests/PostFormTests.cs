using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>Writing a post with the plain form: what is right is saved once, what is wrong comes back with its text.</summary>
public sealed class PostFormTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Form = "#beitrag-formular";

    [Fact]
    public async Task A_post_by_form_stands_on_the_page_under_the_next_number()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        var before = await member.LastAsync(Threads.Swimming);

        using var answer = await SendAsync(member, Threads.Swimming, "Die Halle ist **sonntags** frei.");

        Assert.InRange((int)answer.StatusCode, 302, 303);
        var address = answer.Headers.Location!.ToString();
        Assert.EndsWith($"?beitrag={before + 1}#beitrag-{before + 1}", address, StringComparison.Ordinal);
        var page = await member.PageAsync(address);
        var post = page.GetElementById($"beitrag-{before + 1}")!;
        Assert.Equal("sonntags", post.QuerySelector("strong")!.TextContent);
        Assert.Equal("Aylin Demirtaş", post.QuerySelector(".post-author a")!.TextContent);
        Assert.Equal("als Mitglied, Sitz 4", post.QuerySelector(".post-capacity")!.TextContent);
        Assert.Equal("", page.QuerySelector<IHtmlTextAreaElement>("#text")!.Value);
    }

    [Theory]
    [InlineData("Entry.Text", "   \n\t ", "text")]
    [InlineData("Entry.Text", "\u0001\u202e", "text")]
    [InlineData("Entry.Language", "xx", "language")]
    [InlineData("Entry.Language", "", "language")]
    [InlineData("Entry.Capacity", "member-1", "capacity")]
    [InlineData("Entry.Capacity", "organization-00000000-0000-0000-0000-000000000000", "capacity")]
    [InlineData("Entry.Capacity", "'; drop table Posts;--", "capacity")]
    public async Task A_wrong_field_is_named_and_nothing_typed_is_lost(string name, string value, string field)
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        var before = await member.LastAsync(Threads.Housing);
        const string text = "Mein <langer> \"Text\" & mehr";

        using var answer = name == "Entry.Text"
            ? await member.SubmitAsync(Threads.Page(Threads.Housing), Form, (name, value))
            : await member.SubmitAsync(Threads.Page(Threads.Housing), Form, ("Entry.Text", text), (name, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = Visitor.Parse(await answer.Content.ReadAsStringAsync());
        Assert.NotNull(page.QuerySelector($"#{field}-fehler"));
        Assert.Equal($"#{field}", page.QuerySelector(".error-summary a")!.GetAttribute("href"));
        Assert.StartsWith("Fehler", page.Title!, StringComparison.Ordinal);
        if (name != "Entry.Text") Assert.Equal(text, Typed(page));
        Assert.Equal(before, await member.LastAsync(Threads.Housing));
    }

    [Theory]
    [InlineData(10_000, HttpStatusCode.Redirect)]
    [InlineData(10_001, HttpStatusCode.UnprocessableEntity)]
    public async Task A_post_may_have_ten_thousand_characters_and_not_one_more(int length, HttpStatusCode expected)
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        var text = new string('ä', length);

        using var answer = await SendAsync(member, Threads.Swimming, text);

        Assert.Equal(expected, answer.StatusCode);
        if (expected == HttpStatusCode.UnprocessableEntity) Assert.Equal(text, Typed(Visitor.Parse(await answer.Content.ReadAsStringAsync())));
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_post()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        var page = await member.PageAsync(Threads.Page(Threads.Swimming));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            member.SubmitAsync(page, Threads.Page(Threads.Swimming), Form, ("Entry.Text", "Doppelt geklickt"))));

        Assert.Single(answers.Select(a => a.Headers.Location!.ToString()).Distinct());
        var posts = (await member.PageAsync(Threads.Page(Threads.Swimming))).QuerySelectorAll("article.post");
        Assert.Single(posts, a => a.TextContent.Contains("Doppelt geklickt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_discussion_closed_meanwhile_takes_no_post_and_gives_the_text_back()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        Assert.Null((await member.PageAsync(Threads.Page(Threads.Closed))).QuerySelector(Form));
        var before = await member.LastAsync(Threads.Closed);
        var open = await member.PageAsync(Threads.Page(Threads.Housing));
        open.QuerySelector(Form)!.SetAttribute("action", Threads.Page(Threads.Closed));

        using var answer = await member.SubmitAsync(open, Threads.Page(Threads.Closed), Form, ("Entry.Text", "Zu spät geschrieben"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = Visitor.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Contains("geschlossen", page.QuerySelector(".error-summary")!.TextContent);
        Assert.Equal("Zu spät geschrieben", Typed(page));
        Assert.Equal(before, await member.LastAsync(Threads.Closed));
    }

    [Fact]
    public async Task Markup_in_a_post_is_inert()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        const string attack = "<script>alert(1)</script> <img src=x onerror=alert(1)> [klick](javascript:alert(1)) [x](data:text/html,x) "
            + "<a href=\"https://evil.example\" onclick=\"x()\" style=\"position:fixed\">a</a> ![b](https://evil.example/pixel.png) <form action=/konto/abmelden><button>";

        using var answer = await SendAsync(member, Threads.Swimming, attack);

        var post = (await member.PageAsync(answer.Headers.Location!.ToString())).QuerySelectorAll("article.post")[^1];
        Assert.Empty(post.QuerySelectorAll("script, img, form, button, iframe, style, [style], [onclick], [onerror]"));
        Assert.All(post.QuerySelectorAll("a"), a => Assert.Matches("^(/|https?:)", a.GetAttribute("href") ?? "/"));
    }

    private static string Typed(IHtmlDocument page) => page.QuerySelector<IHtmlTextAreaElement>("#text")!.Value;

    private static Task<HttpResponseMessage> SendAsync(Visitor visitor, Guid discussion, string text) =>
        visitor.SubmitAsync(Threads.Page(discussion), Form, ("Entry.Text", text));
}
