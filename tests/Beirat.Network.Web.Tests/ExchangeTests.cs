using System.Net;
using System.Text;
using Beirat.Network.Exchange;
using Beirat.Network.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>vCards, and lists for staff.</summary>
public sealed class ExchangeTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task A_vcard_holds_what_the_page_shows_to_the_one_who_asks()
    {
        using var anybody = portal.Visitor();
        using var staff = await portal.SignedInAsync(Cast.Staff);
        // She shows her address to staff only, and her telephone to nobody.
        var id = Unfolded(await anybody.TextAsync("/mitglieder/aylin-demirtas.vcf")).Split("urn:uuid:")[1][..36];
        var file = new MemoryStream(Encoding.UTF8.GetBytes($"id,given_name,family_name,email,phone\n{id},,,aylin@demo.example,+49 7131\n"));
        Assert.Equal(1, (await portal.Services.GetRequiredService<PersonImport>().RunAsync(file, new ImportMode(false))).Changed);

        using var answer = await anybody.Http.GetAsync("/mitglieder/aylin-demirtas.vcf");
        var open = Unfolded(await answer.Content.ReadAsStringAsync());
        var closed = Unfolded(await staff.TextAsync("/mitglieder/aylin-demirtas.vcf"));

        Assert.Equal("text/vcard; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.StartsWith("BEGIN:VCARD\r\nVERSION:4.0\r\n", open);
        Assert.EndsWith("END:VCARD\r\n", open);
        Assert.Contains("FN:Aylin Demirtaş\r\n", open);
        Assert.Contains("N:Demirtaş;Aylin;;;\r\n", open);
        Assert.Contains("LANG;PREF=1:", open);
        Assert.Contains("r1.ROLE:", open);
        Assert.DoesNotContain("EMAIL", open);
        Assert.DoesNotContain("TEL", open);
        Assert.Contains("EMAIL:aylin@demo.example\r\n", closed);
        Assert.DoesNotContain("TEL", closed);
        Assert.NotNull((await anybody.PageAsync("/mitglieder/aylin-demirtas")).QuerySelector("a[href='/mitglieder/aylin-demirtas.vcf']"));
    }

    [Theory]
    [InlineData("/mitglieder/gibt-es-nicht.vcf")]
    [InlineData("/mitglieder/tabea-wiesgrund.vcf")]
    [InlineData("/organisationen/gibt-es-nicht.vcf")]
    [InlineData("/verwaltung/export/personen.csv")]
    [InlineData("/verwaltung/export/organisationen.csv")]
    [InlineData("/verwaltung/personen/aylin-demirtas/loeschen")]
    public async Task What_a_visitor_may_not_see_is_not_there(string address)
    {
        using var anybody = portal.Visitor();
        var shown = await anybody.StatusAsync(address.Replace(".vcf", string.Empty, StringComparison.Ordinal));
        // The staff area asks whoever is not signed in to sign in, at whichever address.
        var refused = address.StartsWith("/verwaltung", StringComparison.Ordinal) ? HttpStatusCode.Found : HttpStatusCode.NotFound;
        if (shown != HttpStatusCode.OK) Assert.Equal(refused, await anybody.StatusAsync(address));
        using var member = await portal.SignedInAsync(Cast.Member);
        if (address.StartsWith("/verwaltung", StringComparison.Ordinal)) Assert.Equal(HttpStatusCode.NotFound, await member.StatusAsync(address));
    }

    [Fact]
    public async Task An_organisation_has_a_card_too()
    {
        using var anybody = portal.Visitor();
        var card = Unfolded(await anybody.TextAsync("/organisationen/tuerkisch-deutscher-frauenverein.vcf"));
        Assert.Contains("KIND:org\r\n", card);
        Assert.NotNull((await anybody.PageAsync("/organisationen/tuerkisch-deutscher-frauenverein")).QuerySelector("a[href$='.vcf']"));
    }

    [Fact]
    public async Task Staff_gets_both_lists_for_a_spreadsheet()
    {
        using var staff = await portal.SignedInAsync(Cast.Staff);
        foreach (var (name, word) in new[] { ("personen", "Aylin"), ("organisationen", "Frauenverein") })
        {
            using var answer = await staff.Http.GetAsync($"/verwaltung/export/{name}.csv");
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
            Assert.StartsWith("id;", Encoding.UTF8.GetString(bytes[3..]));
            Assert.Contains(word, Encoding.UTF8.GetString(bytes));
            Assert.True(answer.Headers.CacheControl!.NoStore);
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        }
    }

    private static string Unfolded(string card) => card.Replace("\r\n ", string.Empty, StringComparison.Ordinal);
}
