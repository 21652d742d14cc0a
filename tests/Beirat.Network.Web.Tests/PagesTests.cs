using System.Net;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>Every page answers, has one h1 and the three first stops.</summary>
public sealed class PagesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    public static TheoryData<string> Pages =>
    [
        "/", "/beirat", "/beirat/verlauf", "/mitglieder", "/mitglieder/aylin-demirtas", "/organisationen", "/organisationen/balkan-bruecke", "/themen",
        "/themen/wohnungssuche", "/glossar", "/glossar?q=konut", "/glossar/aufenthaltstitel", "/wissen", "/wissen/einschulung-erstes-schuljahr", "/wissen/einschulung-erstes-schuljahr/fassungen", "/wissen/sammlungen", "/suche", "/suche?q=Wohnungssuche", "/beratung",
        "/beratung?q=Wohnungssuche+Familien", "/diskussionen", "/veranstaltungen", "/netzwerk", "/netzwerk/abdeckung", "/netzwerk/abdeckung/aufruf?thema=wohnen&spricht=ar", "/konto/anmelden", "/barrierefreiheit", "/datenschutz", "/impressum",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_answers_with_one_heading_and_the_three_first_stops(string address)
    {
        await portal.ReadyAsync();
        using var visitor = portal.Visitor();

        Assert.Equal(HttpStatusCode.OK, await visitor.StatusAsync(address));
        var page = await visitor.PageAsync(address);

        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Equal("de", page.DocumentElement.GetAttribute("lang"));
        var stops = page.QuerySelectorAll("button, a[href], input:not([type=hidden])").Take(3).ToList();
        Assert.Equal("/ansicht", stops[0].Closest("form")!.GetAttribute("action"));
        Assert.EndsWith("#navigation", stops[1].GetAttribute("href"));
        Assert.EndsWith("#inhalt", stops[2].GetAttribute("href"));
    }

    [Fact]
    public async Task Search_engines_are_kept_from_questions_and_accounts_and_from_nothing_that_is_public()
    {
        using var visitor = portal.Visitor();
        using var answer = await visitor.Http.GetAsync("/robots.txt");

        var kept = (await answer.Content.ReadAsStringAsync()).Split('\n').Where(l => l.StartsWith("Disallow: ", StringComparison.Ordinal)).Select(l => l["Disallow: ".Length..].Trim()).ToList();
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        foreach (var address in new[] { "/konto/anmelden", "/verwaltung", "/suche?q=a", "/beratung?q=a", "/api/suche?q=a" })
            Assert.Contains(kept, k => address.StartsWith(k, StringComparison.Ordinal));
        foreach (var address in new[] { "/", "/mitglieder", "/wissen/einschulung-erstes-schuljahr", "/glossar", Threads.Page(Threads.Housing) })
            Assert.DoesNotContain(kept, k => address.StartsWith(k, StringComparison.Ordinal));
    }
}
