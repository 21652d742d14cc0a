using Beirat.Network.Testing;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Beirat.Network.Browser.Tests;

/// <summary>What an open page does by itself: it shows who is there, holds still, and keeps what was typed.</summary>
public sealed class LivePageTests(Browser browser)
{
    private static readonly string Thread = Pages.Thread("schwimmkurse-fuer-frauen-und-kinder");

    [Fact]
    public async Task Readers_and_writers_are_shown_who_chose_it_and_the_field_does_not_move_when_a_post_comes()
    {
        var member = await browser.SignedInAsync(Cast.Member);
        var deputy = await browser.SignedInAsync(Cast.Deputy, width: 320);
        await member.GotoAsync("/konto");
        await member.ClickAsync("#anwesenheit button");
        await OpenLiveAsync(deputy, Thread);
        await OpenLiveAsync(member, Thread);

        await Expect(deputy.Locator("#mitlesende")).ToHaveTextAsync("1 Person liest mit: Aylin Demirtaş");
        await Expect(member.Locator("#mitlesende")).ToHaveTextAsync(string.Empty);
        await deputy.FillAsync("#text", "Ich schreibe auch gerade");
        var words = $"Getippt {Guid.NewGuid():N}";
        await member.FillAsync("#text", words);
        await Expect(deputy.Locator("#schreibende")).ToHaveTextAsync("Aylin Demirtaş schreibt gerade …");
        await Expect(member.Locator("#schreibende")).ToHaveTextAsync(string.Empty);

        var before = await SettledAsync(deputy);
        await member.ClickAsync("#beitrag-formular button");
        await Expect(deputy.Locator("#beitraege article").Last).ToContainTextAsync(words);
        await Expect(deputy.Locator("#schreibende")).ToHaveTextAsync(string.Empty);
        // The line that says "1 neuer Beitrag" comes above the field; what is read and typed stays where it is.
        await Expect(deputy.Locator("#neuigkeiten")).ToHaveTextAsync("1 neuer Beitrag");
        Assert.InRange(await TopAsync(deputy) - before, -2, 2);
        await Expect(deputy.Locator("#text")).ToHaveValueAsync("Ich schreibe auch gerade");

        await member.GotoAsync("/konto");
        await member.ClickAsync("#anwesenheit button");
        await Expect(deputy.Locator("#mitlesende")).ToHaveTextAsync(string.Empty, new() { Timeout = 20_000 });
    }

    [Fact]
    public async Task Whoever_is_signed_out_while_writing_sees_nothing_more_is_told_so_and_keeps_the_text()
    {
        var page = await browser.SignedInAsync(Cast.Member);
        await OpenLiveAsync(page, Pages.Thread("vorbereitung-der-sitzung-im-dezember"));
        await page.FillAsync("#text", "Das ist noch nicht fertig");
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync("/konto");
        await other.EvaluateAsync("document.querySelector(\"form[action='/konto/abmelden']\").submit()");

        await Expect(page.Locator("#weg")).ToContainTextAsync("nicht mehr da", new() { Timeout = 30_000 });
        await Expect(page.Locator("#beitraege article")).ToHaveCountAsync(0);
        await Expect(page.Locator("#text")).ToHaveValueAsync("Das ist noch nicht fertig");
        await Expect(page.Locator("#weg a")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_somebody_wants_folded_comes_folded_and_is_not_announced()
    {
        var thread = Pages.Thread("schwimmkurse-fuer-frauen-und-kinder");
        var member = await browser.SignedInAsync(Cast.Member);
        var deputy = await browser.SignedInAsync(Cast.Deputy);
        await OpenLiveAsync(member, thread);
        await PostAsync(member, $"Zuerst {Guid.NewGuid():N}");
        await OpenLiveAsync(deputy, thread);
        await PressForAsync(deputy, "stumm/aylin-demirtas");
        await Expect(deputy.Locator("#verbindung")).ToContainTextAsync("erscheinen von selbst");
        var words = $"Danach {Guid.NewGuid():N}";

        await PostAsync(member, words);

        var folded = deputy.Locator("#beitraege details.post-folded", new() { HasText = words });
        await Expect(folded).ToHaveCountAsync(1);
        await Expect(folded.Locator(".post-text")).ToBeHiddenAsync();
        await Expect(deputy.Locator("#neuigkeiten")).ToHaveTextAsync(string.Empty);
        await folded.Locator("summary").ClickAsync();
        await Expect(folded.Locator(".post-text")).ToBeVisibleAsync();
        await deputy.ReloadAsync();
        await Expect(deputy.Locator("#beitraege details.post-folded", new() { HasText = words })).ToHaveCountAsync(1);
        await PressForAsync(deputy, "stumm/aylin-demirtas/entfernung");
    }

    private static async Task PostAsync(IPage page, string text)
    {
        await page.FillAsync("#text", text);
        await page.ClickAsync("#beitrag-formular button:not([name])");
        await Expect(page.Locator("#text")).ToHaveValueAsync(string.Empty);
    }

    // Under a post, behind "more".
    private static Task<IResponse> PressForAsync(IPage page, string address) => page.RunAndWaitForResponseAsync(
        () => page.Locator($"button[formaction$='{address}']").Last.EvaluateAsync("button => button.click()"),
        response => response.Request.IsNavigationRequest && response.Ok);

    private static async Task OpenLiveAsync(IPage page, string thread)
    {
        await page.GotoAsync(thread);
        await Expect(page.Locator("#verbindung")).ToContainTextAsync("erscheinen von selbst");
    }

    // The page glides to the field that has the focus.
    private static async Task<double> SettledAsync(IPage page)
    {
        await Expect(page.Locator("#text")).ToBeInViewportAsync();
        for (var top = await TopAsync(page); ;)
        {
            await page.WaitForTimeoutAsync(200);
            var now = await TopAsync(page);
            if (Math.Abs(now - top) < 0.5) return now;
            top = now;
        }
    }

    private static Task<double> TopAsync(IPage page) => page.Locator("#text").EvaluateAsync<double>("box => box.getBoundingClientRect().top");
}
