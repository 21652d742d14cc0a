using System.Net;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>The same pages on PostgreSQL, whose answers come later than SQLite's: no page may show itself half loaded.</summary>
public sealed class PostgresPagesTests(PostgresPortal portal) : IClassFixture<PostgresPortal>
{
    private static readonly string[] OfMembers =
    [
        "/konto", "/konto/wissen", "/wissen/neu", "/wissen/sammlungen/neu", "/konto/profil", "/konto/profil/angaben", "/konto/profil/sprachen", "/konto/profil/berufe", "/konto/profil/themen",
        "/konto/profil/erfahrung", "/konto/profil/wirkungskreis", "/konto/profil/verfuegbarkeit", "/konto/profil/foto", "/konto/sichtbarkeit",
        "/konto/auffindbarkeit", "/konto/nachrichten", "/organisationen/balkan-bruecke/rolle",
        "/organisationen/tuerkisch-deutscher-frauenverein/angaben", "/mitglieder/aylin-demirtas?ansicht=oeffentlich",
    ];

    [Fact]
    public async Task Every_page_answers()
    {
        if (PostgresPortal.Missing is { } reason) Assert.Skip(reason);
        await portal.ReadyAsync();
        using var visitor = portal.Visitor();
        foreach (var row in PagesTests.Pages) await AnswersAsync(visitor, row.Data);
        using var member = await portal.SignedInAsync(Cast.Member);
        foreach (var page in OfMembers) await AnswersAsync(member, page);
    }

    private static async Task AnswersAsync(Visitor visitor, string address)
    {
        using var answer = await visitor.Http.GetAsync(address);
        Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
        Assert.Single(Visitor.Parse(await answer.Content.ReadAsStringAsync()).QuerySelectorAll("h1"));
    }
}
