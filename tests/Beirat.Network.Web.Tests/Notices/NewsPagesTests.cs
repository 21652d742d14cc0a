using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Beirat.Network.Testing;
using Beirat.Network.Web.Tests.Discussions;
using Beirat.Network.Web.Tests.Knowledge;
using Beirat.Network.Web.Tests.Messages;
using Xunit;

namespace Beirat.Network.Web.Tests.Notices;

/// <summary>Following a thread, what is new, and wishes, by plain forms. Each test has a portal of its own: its calendar runs on a clock of the test.</summary>
public sealed class NewsPagesTests : IAsyncLifetime
{
    private const string News = "/konto/neuigkeiten";
    private const string Wishes = "/konto/mitteilungen";

    private readonly MessagePortal _portal = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task The_button_begins_and_ends_following_and_says_how_it_is()
    {
        using var member = await _portal.SignedInAsync(Cast.Member);
        using var deputy = await _portal.SignedInAsync(Cast.Deputy);
        using var anybody = _portal.Visitor();
        var thread = await ThreadPagesTests.StartAsync(member, "Gemeinsam kochen", "Public", "Wer kocht mit?");
        Assert.Null((await anybody.PageAsync(thread)).QuerySelector("#folgen"));
        Assert.Contains("nicht", (await deputy.PageAsync(thread)).QuerySelector("#folgen")!.TextContent, StringComparison.Ordinal);

        using var on = await PressAsync(deputy, thread);
        Assert.Equal(HttpStatusCode.SeeOther, on.StatusCode);
        Assert.Contains("Nicht mehr folgen", (await deputy.PageAsync(thread)).QuerySelector("#folgen button")!.TextContent, StringComparison.Ordinal);
        using var written = await member.SubmitAsync(thread, "#beitrag-formular", ("Entry.Text", "Niemand?"));
        Assert.Contains((await deputy.PageAsync(News)).QuerySelectorAll(".card-title"), t => t.TextContent == "Gemeinsam kochen");

        using var off = await PressAsync(deputy, thread);
        Assert.DoesNotContain((await deputy.PageAsync(News)).QuerySelectorAll(".card-title"), t => t.TextContent == "Gemeinsam kochen");
    }

    [Fact]
    public async Task A_form_without_its_token_and_a_thread_that_one_may_not_read_change_nothing()
    {
        using var member = await _portal.SignedInAsync(Cast.Member);
        using var organization = await _portal.SignedInAsync(Cast.Organization);
        var thread = await ThreadPagesTests.StartAsync(member, "Nur für Mitglieder", "Members");

        using var forged = await member.Http.PostAsync($"{thread}/folgen/entfernung", new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        var token = (await organization.PageAsync("/konto")).QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value;
        using var hidden = await organization.Http.PostAsync($"{thread}/folgen", new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
    }

    [Fact]
    public async Task News_lead_to_the_first_unread_post_and_the_frame_counts_them_until_they_are_read()
    {
        using var member = await _portal.SignedInAsync(Cast.Member);
        using var deputy = await _portal.SignedInAsync(Cast.Deputy);
        var thread = await ThreadPagesTests.StartAsync(member, "Fahrräder reparieren", "Public", "Wer hilft?");
        using var on = await PressAsync(deputy, thread);
        var before = Counted(await deputy.PageAsync("/barrierefreiheit"));
        using var written = await member.SubmitAsync(thread, "#beitrag-formular", ("Entry.Text", "Ich."), ("Entry.Asked", "Murat Kocabaş"));

        var page = await deputy.PageAsync(News);
        var card = page.QuerySelectorAll(".card").Single(c => c.TextContent.Contains("Fahrräder reparieren", StringComparison.Ordinal));
        Assert.Equal($"{thread}?beitrag=2#beitrag-2", card.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("1 neuer Beitrag", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("Frage an Sie", card.TextContent, StringComparison.Ordinal);
        Assert.Equal(before + 1, Counted(page));

        await deputy.PageAsync(thread);
        Assert.Equal(before, Counted(await deputy.PageAsync(News)));
    }

    [Fact]
    public async Task All_is_taken_as_read_but_not_what_came_after_the_page()
    {
        using var member = await _portal.SignedInAsync(Cast.Member);
        using var deputy = await _portal.SignedInAsync(Cast.Deputy);
        var (thread, other) = (await ThreadPagesTests.StartAsync(member, "Wohin im Sommer?", "Public"), await ThreadPagesTests.StartAsync(member, "Wohin im Winter?", "Public"));
        using var summer = await PressAsync(deputy, thread);
        using var winter = await PressAsync(deputy, other);
        using var early = await member.SubmitAsync(other, "#beitrag-formular", ("Entry.Text", "Ins Eis."));
        var page = await deputy.PageAsync(News);
        Assert.NotNull(page.QuerySelector("#alles-gelesen form"));
        _portal.Time.Advance(TimeSpan.FromSeconds(30));
        using var late = await member.SubmitAsync(thread, "#beitrag-formular", ("Entry.Text", "Ins Freibad."));

        using var done = await deputy.SubmitAsync(page, News, "#alles-gelesen form");

        var after = await deputy.PageAsync(done.Target());
        Assert.Equal(["Wohin im Sommer?"], after.QuerySelectorAll(".card-title").Select(t => t.TextContent));
        using var all = await deputy.SubmitAsync(News, "#alles-gelesen form");
        after = await deputy.PageAsync(all.Target());
        Assert.NotNull(after.QuerySelector(".empty"));
        Assert.Null(after.QuerySelector("#alles-gelesen"));
        Assert.Equal(0, Counted(after));
    }

    [Fact]
    public async Task Wishes_are_kept_and_a_wrong_or_older_form_is_shown_again_as_it_was_typed()
    {
        using var member = await _portal.SignedInAsync(Cast.Member);
        var old = await member.PageAsync(Wishes);
        using var saved = await member.SubmitAsync(Wishes, "#wuensche", ("Entry.Threads", "Weekly"), ("Entry.Calls", "Daily"));
        Assert.NotNull((await member.PageAsync(saved.Target())).QuerySelector(".notice-success"));

        using var wrong = await member.SubmitAsync(Wishes, "#wuensche", ("Entry.Threads", "Manchmal"), ("Entry.Calls", "Never"));
        using var late = await member.SubmitAsync(old, Wishes, "#wuensche", ("Entry.Threads", "AtOnce"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var shown = Visitor.Parse(await wrong.Content.ReadAsStringAsync());
        Assert.NotNull(shown.QuerySelector("#threads-fehler"));
        Assert.Equal("Never", shown.QuerySelector<IHtmlSelectElement>("#calls")!.Value);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal("AtOnce", Visitor.Parse(await late.Content.ReadAsStringAsync()).QuerySelector<IHtmlSelectElement>("#threads")!.Value);
        Assert.Equal("Weekly", (await member.PageAsync(Wishes)).QuerySelector<IHtmlSelectElement>("#threads")!.Value);
    }

    [Theory]
    [InlineData(News)]
    [InlineData(Wishes)]
    public async Task Whoever_is_not_signed_in_is_asked_to(string page)
    {
        using var anybody = _portal.Visitor();
        using var answer = await anybody.Http.GetAsync(page);
        Assert.Contains("/konto/anmelden", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Null((await anybody.PageAsync("/")).QuerySelector($".masthead-account a[href='{News}']"));
    }

    [Fact]
    public async Task Where_nothing_is_sent_to_devices_nothing_of_it_is_offered()
    {
        using var member = await _portal.SignedInAsync(Cast.Member);
        var page = await member.PageAsync(Wishes);
        Assert.Null(page.QuerySelector("#geraete"));
        Assert.Null(page.QuerySelector("script[src*=push]"));
        var token = page.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value;
        using var sent = await member.Http.PostAsync($"{Wishes}/geraete", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("endpoint", "https://fcm.googleapis.com/x")]));
        Assert.Equal(HttpStatusCode.NotFound, sent.StatusCode);
    }

    private static async Task<HttpResponseMessage> PressAsync(Visitor visitor, string thread)
    {
        var page = await visitor.PageAsync(thread);
        var token = page.QuerySelector<IHtmlInputElement>("#hilfreich input[name=__RequestVerificationToken]")!.Value;
        return await visitor.Http.PostAsync(page.QuerySelector("#folgen button")!.GetAttribute("formaction"), new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));
    }

    private static int Counted(IHtmlDocument page)
    {
        var text = page.QuerySelector($".masthead-account a[href='{News}']")!.TextContent;
        return text.Contains(':', StringComparison.Ordinal) ? int.Parse(text.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture) : 0;
    }
}
