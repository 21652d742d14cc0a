using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>Signing in: tells nothing to those who guess, and leads nobody away.</summary>
public sealed partial class SignInTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Page = "/konto/anmelden";

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_read_alike()
    {
        var answers = new List<string>();
        foreach (var email in new[] { Cast.Office, "niemand@demo.example" })
        {
            using var visitor = portal.Visitor();
            using var answer = await TryAsync(visitor, email, "falsch-falsch-falsch");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            answers.Add(FormToken().Replace((await answer.Content.ReadAsStringAsync()).Replace($"value=\"{email}\"", string.Empty, StringComparison.Ordinal), string.Empty));
            Assert.False(answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(c => c.StartsWith("beirat-konto", StringComparison.Ordinal)));
        }

        Assert.Equal(answers[0], answers[1]);
    }

    [Theory]
    [InlineData("", "egal", "email")]
    [InlineData("mitglied@demo.example", "", "password")]
    public async Task Empty_fields_are_named_and_the_address_stays(string email, string password, string field)
    {
        using var visitor = portal.Visitor();
        using var answer = await TryAsync(visitor, email, password);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = Visitor.Parse(await answer.Content.ReadAsStringAsync());
        Assert.NotNull(page.GetElementById($"{field}-fehler"));
        Assert.Equal(email, page.QuerySelector<IHtmlInputElement>("#email")!.Value);
        Assert.Equal(string.Empty, page.QuerySelector<IHtmlInputElement>("#password")!.Value);
    }

    [Fact]
    public async Task Ten_wrong_passwords_lock_the_account_for_the_right_one_too()
    {
        using var visitor = portal.Visitor();
        for (var i = 0; i < 10; i++) (await TryAsync(visitor, Cast.Administrator, $"falsches Passwort {i}")).Dispose();

        using var right = await TryAsync(visitor, Cast.Administrator, Cast.Password);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, right.StatusCode);
        using var other = await TryAsync(visitor, Cast.Staff, Cast.Password);
        Assert.Equal(HttpStatusCode.Redirect, other.StatusCode);
    }

    [Fact]
    public async Task Too_many_tries_from_one_address_must_wait()
    {
        using var strict = new PortalFactory().With("Beirat:SignInsPerMinute", "5");
        using var visitor = strict.Visitor();
        for (var i = 0; i < 5; i++)
        {
            using var tried = await TryAsync(visitor, $"nummer{i}@demo.example", "falsches Passwort");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, tried.StatusCode);
        }

        using var refused = await TryAsync(visitor, Cast.Member, Cast.Password);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.NotNull(Visitor.Parse(await refused.Content.ReadAsStringAsync()).QuerySelector("main h1"));
        Assert.Equal(HttpStatusCode.OK, await visitor.StatusAsync("/"));
    }

    [Theory]
    [InlineData("/wissen?thema=sport", "/wissen?thema=sport")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("/\r\nSet-Cookie: a=b", "/")]
    [InlineData("\\\\evil.example", "/")]
    [InlineData("evil.example", "/")]
    [InlineData("", "/")]
    public async Task Going_back_leads_to_our_own_pages_only(string back, string expected)
    {
        using var visitor = portal.Visitor();
        var query = $"zurueck={Uri.EscapeDataString(back)}";

        using var signedIn = await visitor.SubmitAsync($"{Page}?{query}", "main form", ("Entry.Email", Cast.Member), ("Entry.Password", Cast.Password));
        Assert.Equal(expected, PathOf(signedIn));
        using var view = await visitor.Http.GetAsync($"/ansicht?kontrast=an&{query}");
        Assert.Equal(expected, PathOf(view));
        Assert.DoesNotContain(view.Headers.GetValues("Set-Cookie"), c => c.StartsWith("a=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_contrast_view_is_kept_until_it_is_switched_off()
    {
        using var visitor = portal.Visitor();
        using var on = await SwitchAsync(visitor);
        Assert.Equal("/themen", PathOf(on));
        foreach (var page in new[] { "/themen", "/beirat", "/gibt-es-nicht" })
            Assert.Equal("contrast", (await visitor.PageAsync(page)).DocumentElement.GetAttribute("data-view"));

        using var off = await SwitchAsync(visitor);
        Assert.Equal("standard", (await visitor.PageAsync("/themen")).DocumentElement.GetAttribute("data-view"));
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        using var visitor = await portal.SignedInAsync(Cast.Member);
        Assert.Equal(HttpStatusCode.OK, await visitor.StatusAsync("/konto"));

        using var answer = await visitor.SubmitAsync("/", ".masthead-account form");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await visitor.StatusAsync("/konto"));
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusAsync(Threads.Page(Threads.ForMembers)));
    }

    private static async Task<HttpResponseMessage> SwitchAsync(Visitor visitor)
    {
        var form = (await visitor.PageAsync("/themen")).QuerySelector<IHtmlFormElement>(".access-form")!;
        var query = string.Join('&', form.QuerySelectorAll<IHtmlInputElement>("input").Select(i => $"{i.Name}={Uri.EscapeDataString(i.Value)}"));
        return await visitor.Http.GetAsync($"{form.GetAttribute("action")}?{query}");
    }

    private static Task<HttpResponseMessage> TryAsync(Visitor visitor, string email, string password) =>
        visitor.SubmitAsync(Page, "main form", ("Entry.Email", email), ("Entry.Password", password));

    private static string PathOf(HttpResponseMessage answer)
    {
        var to = answer.Headers.Location!;
        if (!to.IsAbsoluteUri) return to.ToString();
        Assert.Equal("localhost", to.Host);
        return to.PathAndQuery;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"[^\"]*\"")]
    private static partial Regex FormToken();
}
