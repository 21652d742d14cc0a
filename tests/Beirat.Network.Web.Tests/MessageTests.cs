using System.Net;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>An organisation writes to the person who represents it, without an account and without seeing an address.</summary>
public sealed class MessageTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Organization = "/organisationen/tuerkisch-deutscher-frauenverein";
    private const string Page = Organization + "/nachricht/aylin-demirtas";

    [Fact]
    public async Task A_visitor_writes_from_the_organisations_page_and_the_representative_reads_it()
    {
        using var visitor = portal.Visitor();
        var words = $"Wir suchen einen Raum {Guid.NewGuid():N} <b>heute</b>";
        var page = await visitor.PageAsync(Organization);
        Assert.NotNull(page.QuerySelector($"a[href='{Page}']"));
        Assert.DoesNotContain("@demo.example", await visitor.TextAsync(Page));

        using var sent = await visitor.SubmitAsync(
            Page, "main form", ("Entry.Sender", "Verein Beispiel"), ("Entry.Contact", "beispiel@verein.example"), ("Entry.Text", words));

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        using var member = await portal.SignedInAsync(Cast.Member);
        var inbox = (await member.PageAsync("/konto")).QuerySelector("#nachrichten")!;
        Assert.Contains(words, inbox.TextContent);
        Assert.Contains("beispiel@verein.example", inbox.TextContent);
        Assert.Empty(inbox.QuerySelectorAll("b"));
    }

    [Fact]
    public async Task Nobody_else_reads_it_and_no_search_finds_it()
    {
        using var visitor = portal.Visitor();
        var words = $"Vertraulich{Guid.NewGuid():N}";
        using var sent = await visitor.SubmitAsync(Page, "main form", ("Entry.Sender", "Verein"), ("Entry.Text", words));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);

        foreach (var other in new[] { Cast.Deputy, Cast.Staff, Cast.Administrator, Cast.Organization })
        {
            using var somebody = await portal.SignedInAsync(other);
            Assert.DoesNotContain(words, await somebody.TextAsync("/konto"));
            Assert.DoesNotContain($"<mark>{words}", await somebody.TextAsync($"/api/suche?q={words}"));
        }
    }

    [Fact]
    public async Task An_empty_message_names_its_fields_and_keeps_what_was_typed()
    {
        using var visitor = portal.Visitor();

        using var answer = await visitor.SubmitAsync(Page, "main form", ("Entry.Contact", "0123"), ("Entry.Text", new string('x', 5_001)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = Visitor.Parse(await answer.Content.ReadAsStringAsync());
        Assert.NotNull(page.QuerySelector("#sender-fehler"));
        Assert.NotNull(page.QuerySelector("#text-fehler"));
        Assert.Equal("0123", page.QuerySelector("#contact")!.GetAttribute("value"));
        Assert.Equal(5_001, page.QuerySelector("#text")!.TextContent.Length);
    }

    [Fact]
    public async Task A_program_that_fills_in_the_hidden_field_reaches_nobody()
    {
        using var visitor = portal.Visitor();
        var words = $"Werbung {Guid.NewGuid():N}";

        using var answer = await visitor.SubmitAsync(
            Page, "main form", ("Entry.Sender", "Roboter"), ("Entry.Text", words), ("Entry.Website", "https://example.org"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        using var member = await portal.SignedInAsync(Cast.Member);
        Assert.DoesNotContain(words, await member.TextAsync("/konto"));
    }

    [Theory]
    [InlineData("/organisationen/balkan-bruecke/nachricht/aylin-demirtas")]
    [InlineData("/organisationen/polnisch-deutsche-gesellschaft/nachricht/goran-ilic")]
    [InlineData("/organisationen/gibt-es-nicht/nachricht/aylin-demirtas")]
    public async Task Somebody_who_does_not_represent_the_organisation_cannot_be_written_to(string address)
    {
        using var visitor = portal.Visitor();

        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusAsync(address));
    }
}
