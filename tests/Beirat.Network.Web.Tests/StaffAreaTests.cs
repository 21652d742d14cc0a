using System.Net;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>The staff area exists for the office alone.</summary>
public sealed class StaffAreaTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly string[] Pages =
    [
        "/verwaltung", "/verwaltung/beirat", "/verwaltung/beirat/sitze/13/besetzen?platz=1", "/verwaltung/beirat/aenderungen", "/verwaltung/uebergaben",
    ];

    public static TheoryData<string> Others => ["", Cast.Member, Cast.Deputy, Cast.Organization, Cast.Office];

    [Theory]
    [MemberData(nameof(Others))]
    public async Task For_everybody_else_it_is_not_there_and_nothing_can_be_sent_to_it(string email)
    {
        using var staff = await portal.SignedInAsync(Cast.Staff);
        using var other = email.Length == 0 ? portal.Visitor() : await portal.SignedInAsync(email);
        var end = await StaffSeatTests.LinkAsync(staff, 3, "beenden");
        var replace = await StaffSeatTests.LinkAsync(staff, 3, "nachfolge");

        foreach (var page in (string[])[.. Pages, end, replace])
        {
            using var answer = await other.Http.GetAsync(page);
            Assert.Equal((page, email.Length == 0 ? HttpStatusCode.Redirect : HttpStatusCode.NotFound), (page, answer.StatusCode));
            // Whoever is not signed in may be of the office: they come back to where they wanted to go.
            if (email.Length == 0) Assert.Equal($"/konto/anmelden?zurueck={Uri.EscapeDataString(page)}", answer.Headers.Location!.ToString());
        }

        Assert.Null((await other.PageAsync("/")).QuerySelector("a[href='/verwaltung']"));

        // The attacker has the form from somewhere, and a good token of their own.
        var form = await staff.PageAsync(end);
        var token = (await other.PageAsync("/konto/anmelden")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var sent = await other.SubmitAsync(form, end, "main form", ("Entry.Step", "confirm"), ("Entry.LastDay", "2026-12-31"), ("__RequestVerificationToken", token));
        Assert.Equal(HttpStatusCode.NotFound, sent.StatusCode);
        Assert.Equal(end, await StaffSeatTests.LinkAsync(staff, 3, "beenden"));
        Assert.DoesNotContain("31. Dezember 2026", (await staff.PageAsync("/verwaltung/beirat")).QuerySelector("#sitz-3")!.TextContent);
    }

    [Theory]
    [InlineData(Cast.Staff)]
    [InlineData(Cast.Administrator)]
    public async Task The_office_finds_it_from_every_page_with_its_tasks(string email)
    {
        using var staff = await portal.SignedInAsync(email);
        Assert.NotNull((await staff.PageAsync("/wissen")).QuerySelector(".masthead-account a[href='/verwaltung']"));

        foreach (var address in Pages)
        {
            Assert.Equal(HttpStatusCode.OK, await staff.StatusAsync(address));
            Assert.Single((await staff.PageAsync(address)).QuerySelectorAll("h1"));
        }

        Assert.Contains("2 Plätze im Beirat sind heute frei.", await staff.TextAsync("/verwaltung"));
    }

    [Theory]
    [InlineData("/verwaltung/beirat/sitze/99/besetzen")]
    [InlineData("/verwaltung/beirat/sitze/13/besetzen?platz=2")]
    [InlineData("/verwaltung/beirat/sitze/13/beenden/00000000-0000-0000-0000-000000000001")]
    [InlineData("/verwaltung/beirat/aenderungen/00000000-0000-0000-0000-000000000001")]
    [InlineData("/verwaltung/uebergaben/00000000-0000-0000-0000-000000000001")]
    [InlineData("/konto/uebergabe")]
    public async Task What_does_not_exist_is_not_found_by_the_office_either(string address)
    {
        using var staff = await portal.SignedInAsync(Cast.Staff);

        Assert.Equal(HttpStatusCode.NotFound, await staff.StatusAsync(address));
    }
}
