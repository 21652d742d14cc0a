using System.Net;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests.Messages;

/// <summary>Two people write to each other through the portal, one of them without an account.</summary>
public sealed class ConversationPageTests(MessagePortal portal) : IClassFixture<MessagePortal>
{
    [Fact]
    public async Task A_visitor_writes_the_representative_answers_and_the_visitor_writes_on()
    {
        using var visitor = portal.Visitor();
        var words = MessagePortal.Words("Wir suchen einen Raum <b>heute</b>");
        Assert.NotNull((await visitor.PageAsync(MessagePortal.Organization)).QuerySelector($"a[href='{MessagePortal.ToOrganization}']"));
        var link = await portal.WriteAsync(visitor, words, MessagePortal.ToOrganization);

        using var member = await portal.SignedInAsync(Cast.Member);
        var page = (await MessagePortal.FindAsync(member, words))!;
        var read = await member.PageAsync(page);
        Assert.Contains(words, read.QuerySelector(".post-text")!.TextContent);
        Assert.Empty(read.QuerySelectorAll(".post b"));
        Assert.Contains("Türkisch-Deutscher Frauenverein", read.QuerySelector("main")!.TextContent);
        using var answered = await member.SubmitAsync(page, "main form.stack", ("Entry.Text", "Gern: der Raum ist frei"));
        Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);

        using var later = portal.Visitor();
        Assert.Contains("Gern: der Raum ist frei", await later.TextAsync(link));
        using var more = await later.SubmitAsync(link, "main form", ("Entry.Text", "Vielen Dank"));
        Assert.Equal(HttpStatusCode.Redirect, more.StatusCode);
        var texts = (await member.PageAsync(page)).QuerySelectorAll(".post-text").Select(t => t.TextContent);
        Assert.Equal([words, "Gern: der Raum ist frei", "Vielen Dank"], texts);
    }

    [Fact]
    public async Task The_count_beside_the_account_goes_when_the_message_was_read()
    {
        using var visitor = portal.Visitor();
        using var deputy = await portal.SignedInAsync(Cast.Deputy);
        var words = MessagePortal.Words("Neu");
        await portal.WriteAsync(visitor, words, "/mitglieder/murat-kocabas/nachricht");
        Assert.Contains("1 neue", (await deputy.PageAsync("/themen")).QuerySelector(".masthead-account")!.TextContent);

        await deputy.PageAsync((await MessagePortal.FindAsync(deputy, words))!);

        Assert.DoesNotContain("neue", (await deputy.PageAsync("/themen")).QuerySelector(".masthead-account")!.TextContent);
    }

    [Fact]
    public async Task Nobody_else_finds_it_and_no_search_does()
    {
        using var visitor = portal.Visitor();
        var words = MessagePortal.Words("Vertraulich");
        await portal.WriteAsync(visitor, words);
        using var member = await portal.SignedInAsync(Cast.Member);
        var page = (await MessagePortal.FindAsync(member, words))!;

        foreach (var other in new[] { Cast.Deputy, Cast.Staff, Cast.Administrator, Cast.Organization, Cast.Office })
        {
            using var somebody = await portal.SignedInAsync(other);
            Assert.Null(await MessagePortal.FindAsync(somebody, words));
            Assert.Equal(HttpStatusCode.NotFound, await somebody.StatusAsync(page));
            Assert.Equal(HttpStatusCode.NotFound, await somebody.StatusAsync(page + "/loeschen"));
            Assert.DoesNotContain(words, await somebody.TextAsync($"/api/suche?q={words.Split(' ')[1]}"));
            using var closed = await ActAsync(somebody, page + "/abschluss");
            using var deleted = await ActAsync(somebody, page + "/loeschung");
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (closed.StatusCode, deleted.StatusCode));
        }

        Assert.Equal(HttpStatusCode.Redirect, await visitor.StatusAsync(page));
    }

    [Fact]
    public async Task A_wrong_address_is_not_found_and_no_page_of_this_kind_is_kept()
    {
        using var visitor = portal.Visitor();
        var link = await portal.WriteAsync(visitor, "Guten Tag");
        var wrong = link[..^1] + (link[^1] == 'A' ? 'B' : 'A');

        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusAsync(wrong));
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusAsync("/nachrichten/kurz"));
        using var answer = await visitor.Http.GetAsync(link);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Contains("noindex", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Somebody_signed_in_finds_what_they_wrote_under_their_own_name()
    {
        using var deputy = await portal.SignedInAsync(Cast.Deputy);
        var words = MessagePortal.Words("Unter Kolleginnen");

        // Nobody waits who is signed in, and links are their own affair.
        using var sent = await deputy.SubmitAsync(MessagePortal.ToPerson, "main form", ("Entry.Text", words + " https://a.example https://b.example https://c.example"));

        Assert.Contains(MessagePortal.Inbox + "/", sent.Headers.Location!.OriginalString);
        Assert.Contains("angekommen", await deputy.TextAsync(sent.Headers.Location.OriginalString));
        Assert.NotNull(await MessagePortal.FindAsync(deputy, words));
        using var member = await portal.SignedInAsync(Cast.Member);
        var card = (await member.PageAsync(MessagePortal.Inbox)).QuerySelectorAll(".card").Single(c => c.TextContent.Contains(words, StringComparison.Ordinal));
        Assert.Contains("Von Murat Kocabaş", card.TextContent);
        Assert.DoesNotContain("@demo.example", await member.TextAsync((await MessagePortal.FindAsync(member, words))!));
    }

    [Fact]
    public async Task A_conversation_is_ended_taken_up_again_and_deleted_after_a_question()
    {
        using var visitor = portal.Visitor();
        var words = MessagePortal.Words("Kurz gefragt");
        var link = await portal.WriteAsync(visitor, words);
        using var member = await portal.SignedInAsync(Cast.Member);
        var page = (await MessagePortal.FindAsync(member, words))!;

        using var closed = await ActAsync(member, page + "/abschluss");
        Assert.Equal(HttpStatusCode.SeeOther, closed.StatusCode);
        Assert.Null((await visitor.PageAsync(link)).QuerySelector("main textarea"));
        using var reopened = await ActAsync(member, page + "/oeffnung");
        Assert.NotNull((await visitor.PageAsync(link)).QuerySelector("main textarea"));
        using var deleted = await member.SubmitAsync(page + "/loeschen", "main form");

        Assert.Contains("gelöscht", await member.TextAsync(deleted.Headers.Location!.OriginalString));
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusAsync(link));
        Assert.Equal(HttpStatusCode.NotFound, await member.StatusAsync(page));
    }

    [Fact]
    public async Task A_form_without_its_token_ends_nothing()
    {
        using var visitor = portal.Visitor();
        var words = MessagePortal.Words("Bleibt");
        await portal.WriteAsync(visitor, words);
        using var member = await portal.SignedInAsync(Cast.Member);
        var page = (await MessagePortal.FindAsync(member, words))!;

        using var answer = await member.Http.PostAsync(page + "/loeschung", new FormUrlEncodedContent([]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await member.StatusAsync(page));
    }

    [Fact]
    public async Task Words_from_right_to_left_stay_as_they_were_written()
    {
        using var visitor = portal.Visitor();
        var words = MessagePortal.Words("مرحبا، نبحث عن قاعة");
        var link = await portal.WriteAsync(visitor, words, fields: ("Entry.Sender", "ليلى"));

        var entry = (await visitor.PageAsync(link)).QuerySelector(".post")!;

        Assert.Equal((words, "auto"), (entry.QuerySelector(".post-text")!.TextContent, entry.QuerySelector(".post-text")!.GetAttribute("dir")));
        Assert.Equal("ليلى", entry.QuerySelector(".post-author")!.TextContent);
    }

    [Fact]
    public async Task A_session_that_ran_out_keeps_the_answer()
    {
        using var visitor = portal.Visitor();
        var words = MessagePortal.Words("Frage");
        await portal.WriteAsync(visitor, words);
        var jar = new CookieContainer();
        using var member = portal.Visitor(jar);
        await member.SignInAsync(Cast.Member);
        var page = (await MessagePortal.FindAsync(member, words))!;
        var typing = await member.PageAsync(page);
        jar.EndSession();

        using var refused = await member.SubmitAsync(typing, page, "main form.stack", ("Entry.Text", "Lange getippt"));

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        var kept = await MessagePortal.PageOf(refused);
        Assert.Equal("Lange getippt", kept.QuerySelector("#text")!.TextContent);
        Assert.DoesNotContain(words, kept.Body!.TextContent);
    }

    [Fact]
    public async Task An_answer_that_is_empty_too_long_or_one_too_many_says_so_and_is_kept()
    {
        using var visitor = portal.Visitor();
        var link = await portal.WriteAsync(visitor, "Anfang");

        await RefusedAsync(string.Empty, "leer");
        await RefusedAsync(new string('x', 5_001), "zu lang");
        await RefusedAsync("www.a.example www.b.example www.c.example", "zu viele Links");
        var typing = await visitor.PageAsync(link);
        for (var i = 0; i < 4; i++) (await visitor.SubmitAsync(link, "main form", ("Entry.Text", $"Noch etwas {i}"))).Dispose();
        using var last = await visitor.SubmitAsync(typing, link, "main form", ("Entry.Text", "Und noch etwas"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, last.StatusCode);
        Assert.Equal("Und noch etwas", (await MessagePortal.PageOf(last)).QuerySelector("#text")!.TextContent);

        async Task RefusedAsync(string text, string word)
        {
            using var answer = await visitor.SubmitAsync(link, "main form", ("Entry.Text", text));
            var page = await MessagePortal.PageOf(answer);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(word, page.QuerySelector("#text-fehler")!.TextContent);
            Assert.Equal(text, page.QuerySelector("#text")!.TextContent);
        }
    }

    private static async Task<HttpResponseMessage> ActAsync(Visitor visitor, string action)
    {
        // The token of any form of the same visitor is good for all their forms.
        var token = (await visitor.PageAsync("/konto")).QuerySelector("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        return await visitor.Http.PostAsync(action, new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]));
    }
}
