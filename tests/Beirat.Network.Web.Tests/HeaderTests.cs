using System.Net;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>What every answer says to the browser, and what it leaves there.</summary>
public sealed class HeaderTests(KestrelPortal portal) : IClassFixture<KestrelPortal>
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static TheoryData<string> Addresses =>
    [
        "/", "/wissen/einschulung-erstes-schuljahr", "/gibt-es-nicht", "/api/suche?q=a", "/api/gibt-es-nicht", "/css/site.css", "/js/thread.js",
        "/health/live", "/konto/anmelden", "/ansicht?kontrast=an", "/live", Threads.Page(Threads.Housing),
    ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_answer_carries_the_strict_headers(string address)
    {
        using var visitor = portal.Visitor();
        using var answer = await visitor.Http.GetAsync(address);

        Assert.Equal(Policy, Header(answer, "Content-Security-Policy"));
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("DENY", Header(answer, "X-Frame-Options"), ignoreCase: true);
        Assert.Equal("same-origin", Header(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
        Assert.Equal("require-corp", Header(answer, "Cross-Origin-Embedder-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Resource-Policy"));
        Assert.Contains("camera=()", Header(answer, "Permissions-Policy"));
        foreach (var name in new[] { "Server", "X-Powered-By", "Strict-Transport-Security" }) Assert.Null(Header(answer, name));
    }

    [Fact]
    public async Task Transport_security_is_promised_over_HTTPS_only()
    {
        using var visitor = portal.Visitor();
        visitor.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        foreach (var address in new[] { "/", "/gibt-es-nicht", "/api/suche?q=a", "/css/site.css" })
        {
            using var answer = await visitor.Http.GetAsync(address);
            Assert.Equal("max-age=31536000; includeSubDomains", Header(answer, "Strict-Transport-Security"));
        }

        using var signIn = await visitor.Http.GetAsync("/konto/anmelden");
        Assert.All(signIn.Headers.GetValues("Set-Cookie"), c => Assert.Contains("; secure", c, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(PagesTests.Pages), MemberType = typeof(PagesTests))]
    public async Task Pages_have_nothing_inline_and_nothing_from_elsewhere(string address)
    {
        using var visitor = portal.Visitor();
        var page = await visitor.PageAsync(address);

        Assert.Empty(page.QuerySelectorAll("style, [style], script:not([src]), base, iframe, object, embed"));
        Assert.DoesNotContain(page.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.Ordinal));
        foreach (var source in page.QuerySelectorAll("[src], link[href]").Select(e => e.GetAttribute("src") ?? e.GetAttribute("href")!))
        {
            Assert.StartsWith("/", source, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, await visitor.StatusAsync(source));
        }
    }

    [Theory]
    [MemberData(nameof(PagesTests.Pages), MemberType = typeof(PagesTests))]
    public async Task A_first_visit_leaves_a_cookie_only_where_a_form_is_sent(string address)
    {
        using var visitor = portal.Visitor();
        using var answer = await visitor.Http.GetAsync(address);
        var posts = Visitor.Parse(await answer.Content.ReadAsStringAsync()).QuerySelector("form[method=post]") is not null;

        Assert.Equal(address == "/konto/anmelden", posts);
        Assert.Equal(posts, answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("/diskussionen/{0}")]
    [InlineData("/gibt-es-nicht")]
    [InlineData("/api/suche?q=a")]
    public async Task Reading_leaves_no_cookie(string address)
    {
        using var visitor = portal.Visitor();
        using var answer = await visitor.Http.GetAsync(address.Replace("{0}", Threads.Housing.ToString(), StringComparison.Ordinal));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Cookies_are_out_of_reach_for_scripts_and_other_sites()
    {
        using var visitor = portal.Visitor();
        using var form = await visitor.Http.GetAsync("/konto/anmelden");
        var page = Visitor.Parse(await form.Content.ReadAsStringAsync());
        using var signedIn = await visitor.SubmitAsync(page, "/konto/anmelden", "main form", ("Entry.Email", Cast.Member), ("Entry.Password", Cast.Password));
        using var view = await visitor.Http.GetAsync("/ansicht?kontrast=an");
        var cookies = new[] { form, signedIn, view }.SelectMany(a => a.Headers.GetValues("Set-Cookie")).ToList();

        Assert.True(cookies.Count >= 3);
        Assert.All(cookies, c => Assert.Contains("; httponly", c, StringComparison.OrdinalIgnoreCase));
        Assert.All(cookies, c => Assert.Matches("(?i); samesite=(lax|strict)", c));
        Assert.All(cookies, c => Assert.DoesNotContain("domain=", c, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(cookies, c => c.StartsWith("beirat-konto", StringComparison.Ordinal) && c.Contains("expires", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_body_over_the_limit_is_answered_with_413()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        var text = new string('a', 300 * 1024);

        using var visitor = portal.Visitor();
        using var page = await visitor.SubmitAsync("/konto/anmelden", "main form", ("Entry.Email", text));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.StatusCode);
        Assert.NotNull(Visitor.Parse(await page.Content.ReadAsStringAsync()).QuerySelector("main h1"));
        using var api = await member.PostAsync(Threads.Housing, text);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, api.StatusCode);
        Assert.Equal("application/problem+json", api.Content.Headers.ContentType?.MediaType);
    }

    // The form takes files too, so more of it is read: what was typed is not lost.
    [Fact]
    public async Task A_post_over_the_limit_is_refused_and_stays_in_the_form()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        var before = await member.LastAsync(Threads.Housing);
        var text = new string('a', 300 * 1024);

        using var answer = await member.SubmitAsync(Threads.Page(Threads.Housing), "#beitrag-formular", ("Entry.Text", text));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(text, Visitor.Parse(await answer.Content.ReadAsStringAsync()).QuerySelector("#beitrag-formular textarea")!.TextContent.Trim());
        Assert.Equal(before, await member.LastAsync(Threads.Housing));
    }

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : null;
}
