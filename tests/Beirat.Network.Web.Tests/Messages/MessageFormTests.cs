using System.Net;
using AngleSharp.Html.Dom;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests.Messages;

/// <summary>The form for a first message keeps programs out without a puzzle, and loses nothing that a person typed.</summary>
public sealed class MessageFormTests(MessagePortal portal) : IClassFixture<MessagePortal>
{
    [Fact]
    public async Task The_page_of_a_member_leads_there_and_shows_no_address()
    {
        using var visitor = portal.Visitor();

        Assert.NotNull((await visitor.PageAsync("/mitglieder/aylin-demirtas")).QuerySelector($"a[href='{MessagePortal.ToPerson}']"));
        var form = await visitor.PageAsync(MessagePortal.ToPerson);
        Assert.DoesNotContain("@demo.example", form.DocumentElement.OuterHtml);
        // Without a mail server the portal says nothing of mail.
        Assert.Null(form.QuerySelector("#mail"));
        Assert.DoesNotContain("E-Mail", form.QuerySelector("main")!.TextContent);
    }

    [Theory]
    [InlineData("/organisationen/balkan-bruecke/nachricht/aylin-demirtas")]
    [InlineData("/organisationen/polnisch-deutsche-gesellschaft/nachricht/goran-ilic")]
    [InlineData("/organisationen/gibt-es-nicht/nachricht/aylin-demirtas")]
    [InlineData("/mitglieder/tabea-wiesgrund/nachricht")]
    [InlineData("/mitglieder/gibt-es-nicht/nachricht")]
    public async Task Whoever_does_not_speak_for_anybody_cannot_be_written_to(string address)
    {
        using var visitor = portal.Visitor();

        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusAsync(address));
    }

    [Fact]
    public async Task An_own_page_offers_no_message_to_oneself()
    {
        using var member = await portal.SignedInAsync(Cast.Member);

        Assert.Null((await member.PageAsync("/mitglieder/aylin-demirtas")).QuerySelector($"a[href='{MessagePortal.ToPerson}']"));
        Assert.Equal(HttpStatusCode.NotFound, await member.StatusAsync(MessagePortal.ToPerson));
    }

    [Fact]
    public async Task An_empty_message_names_its_fields_and_keeps_what_was_typed()
    {
        using var visitor = portal.Visitor();

        using var answer = await portal.SendAsync(visitor, MessagePortal.ToPerson, new string('x', 5_001), ("Entry.Sender", " \r\n "));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await MessagePortal.PageOf(answer);
        Assert.NotNull(page.QuerySelector("#sender-fehler"));
        Assert.Equal("text-hint text-fehler", page.QuerySelector("#text")!.GetAttribute("aria-describedby"));
        Assert.Equal(5_001, page.QuerySelector("#text")!.TextContent.Length);
        // Whoever mends it at once does not wait again.
        using var mended = await visitor.SubmitAsync(page, MessagePortal.ToPerson, "main form", ("Entry.Sender", "Bodo"), ("Entry.Text", "Kurz"));
        Assert.Equal(HttpStatusCode.Redirect, mended.StatusCode);
    }

    [Fact]
    public async Task A_program_that_fills_in_the_hidden_field_reaches_nobody_and_learns_nothing()
    {
        using var visitor = portal.Visitor();
        var words = MessagePortal.Words("Werbung");

        using var answer = await portal.SendAsync(visitor, MessagePortal.ToPerson, words, ("Entry.Website", "https://example.org"));
        using var honest = await portal.SendAsync(visitor, MessagePortal.ToPerson, "Eine Frage");

        Assert.Equal(honest.StatusCode, answer.StatusCode);
        Assert.Equal(honest.Headers.Location!.OriginalString.Length, answer.Headers.Location!.OriginalString.Length);
        Assert.Contains("angekommen", await visitor.TextAsync(answer.Headers.Location.OriginalString));
        using var member = await portal.SignedInAsync(Cast.Member);
        Assert.Null(await MessagePortal.FindAsync(member, words));
    }

    [Fact]
    public async Task A_form_that_comes_back_at_once_is_refused_until_some_seconds_have_passed()
    {
        using var visitor = portal.Visitor();
        var form = await visitor.PageAsync(MessagePortal.ToPerson);
        portal.Time.Advance(TimeSpan.FromSeconds(2));

        var page = await RefusedAsync(visitor, form, "sehr schnell");
        portal.Time.Advance(TimeSpan.FromSeconds(1));

        using var again = await visitor.SubmitAsync(page, MessagePortal.ToPerson, "main form");
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
    }

    [Fact]
    public async Task A_form_older_than_a_day_is_shown_again_with_its_text_and_can_be_sent_then()
    {
        using var visitor = portal.Visitor();
        var form = await visitor.PageAsync(MessagePortal.ToPerson);
        portal.Time.Advance(TimeSpan.FromHours(24.1));

        var page = await RefusedAsync(visitor, form, "zu lange offen");

        using var again = await visitor.SubmitAsync(page, MessagePortal.ToPerson, "main form");
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
    }

    [Fact]
    public async Task A_stamp_is_good_for_one_recipient_and_cannot_be_made_up()
    {
        using var visitor = portal.Visitor();
        var other = Stamp(await visitor.PageAsync("/mitglieder/murat-kocabas/nachricht"));
        var organization = Stamp(await visitor.PageAsync(MessagePortal.ToOrganization));
        portal.Time.Advance(MessagePortal.Typing);

        foreach (var stamp in new[] { other, organization, "selbst-gemacht", " " })
            await RefusedAsync(visitor, await visitor.PageAsync(MessagePortal.ToPerson), "zu lange offen", ("Entry.Stamp", stamp));
    }

    [Fact]
    public async Task A_form_sends_one_message_and_a_second_click_changes_nothing()
    {
        using var visitor = portal.Visitor();
        var words = MessagePortal.Words("Einmal");
        var form = await visitor.PageAsync(MessagePortal.ToPerson);
        portal.Time.Advance(MessagePortal.Typing);

        using var first = await visitor.SubmitAsync(form, MessagePortal.ToPerson, "main form", ("Entry.Sender", "Bodo"), ("Entry.Text", words));
        using var second = await visitor.SubmitAsync(form, MessagePortal.ToPerson, "main form", ("Entry.Sender", "Bodo"), ("Entry.Text", words));
        var page = await RefusedAsync(visitor, form, "schon eine Nachricht gesendet");

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        using var member = await portal.SignedInAsync(Cast.Member);
        Assert.Single((await member.PageAsync(MessagePortal.Inbox)).QuerySelectorAll(".card"), c => c.TextContent.Contains(words, StringComparison.Ordinal));
        using var other = await visitor.SubmitAsync(page, MessagePortal.ToPerson, "main form");
        Assert.Equal(HttpStatusCode.Redirect, other.StatusCode);
    }

    [Fact]
    public async Task A_form_from_another_site_sends_nothing_and_keeps_the_text()
    {
        using var visitor = portal.Visitor();
        var form = await visitor.PageAsync(MessagePortal.ToPerson);
        portal.Time.Advance(MessagePortal.Typing);

        using var answer = await visitor.SubmitAsync(form, MessagePortal.ToPerson, "main form", ("Entry.Text", "Lange getippt"), ("__RequestVerificationToken", "falsch"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("Lange getippt", (await MessagePortal.PageOf(answer)).QuerySelector("#text")!.TextContent);
    }

    [Theory]
    [InlineData("Entry.Text", "http://a.example http://b.example http://c.example", "text")]
    [InlineData("Entry.Sender", "www.billig.example", "sender")]
    public async Task More_links_than_a_question_needs_are_refused_at_their_field(string field, string value, string id)
    {
        using var visitor = portal.Visitor();

        using var answer = await portal.SendAsync(visitor, MessagePortal.ToPerson, "Guten Tag", (field, value));

        var page = await MessagePortal.PageOf(answer);
        Assert.Contains("zu viele Links", page.QuerySelector($"#{id}-fehler")!.TextContent);
        Assert.Contains(value, page.QuerySelector("main form")!.InnerHtml);
    }

    private static async Task<IHtmlDocument> RefusedAsync(Visitor visitor, IHtmlDocument form, string word, params (string Name, string Value)[] fields)
    {
        using var answer = await visitor.SubmitAsync(
            form, MessagePortal.ToPerson, "main form", [("Entry.Sender", "Bodo"), ("Entry.Text", "Lange getippt"), .. fields]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await MessagePortal.PageOf(answer);
        Assert.Contains(word, page.QuerySelector("#text-fehler")!.TextContent);
        Assert.Equal("Lange getippt", page.QuerySelector("#text")!.TextContent);
        Assert.Equal("Bodo", page.QuerySelector("#sender")!.GetAttribute("value"));
        return page;
    }

    private static string Stamp(IHtmlDocument page) => page.QuerySelector("input[name='Entry.Stamp']")!.GetAttribute("value")!;
}
