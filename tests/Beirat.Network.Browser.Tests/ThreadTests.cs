using Beirat.Network.Testing;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Beirat.Network.Browser.Tests;

/// <summary>One thread, three ways: live, after a break, and without script.</summary>
public sealed class ThreadTests(Browser browser)
{
    private static readonly string Thread = Pages.Thread("dolmetschen-beim-arzt");

    [Fact]
    public async Task What_one_person_posts_appears_on_the_other_persons_open_page_and_is_announced()
    {
        var member = await browser.SignedInAsync(Cast.Member);
        var deputy = await browser.SignedInAsync(Cast.Deputy);
        await OpenLiveAsync(member);
        await OpenLiveAsync(deputy);
        var words = $"Live gesagt {Guid.NewGuid():N}";

        await PostAsync(member, words);

        await Expect(deputy.Locator("#beitraege article").Last).ToContainTextAsync(words);
        await Expect(deputy.Locator("#neuigkeiten")).ToHaveTextAsync("1 neuer Beitrag");
        await Expect(member.Locator("#beitraege article").Last).ToContainTextAsync(words);
        await Expect(member.Locator("#text")).ToHaveValueAsync(string.Empty);
    }

    [Fact]
    public async Task A_reader_without_script_reads_and_posts_by_form_and_the_others_see_it_live()
    {
        var live = await browser.SignedInAsync(Cast.Member);
        var plain = await browser.SignedInAsync(Cast.Staff, script: false);
        await OpenLiveAsync(live);
        var spoken = $"Mit Skript {Guid.NewGuid():N}";
        var written = $"Ohne Skript {Guid.NewGuid():N}";

        await PostAsync(live, spoken);
        await Expect(live.Locator("#beitraege article").Last).ToContainTextAsync(spoken);
        await plain.GotoAsync(Thread);
        await Expect(plain.Locator("#beitraege article").Last).ToContainTextAsync(spoken);

        await plain.FillAsync("#text", written);
        await plain.ClickAsync("#beitrag-formular button");

        await Expect(plain.Locator("#beitraege article").Last).ToContainTextAsync(written);
        await Expect(live.Locator("#beitraege article").Last).ToContainTextAsync(written);
        Assert.Equal(await OrderAsync(live), await OrderAsync(plain));
    }

    [Fact]
    public async Task After_a_cut_of_the_network_everything_is_there_once_and_in_order()
    {
        var writer = await browser.SignedInAsync(Cast.Member);
        var reader = await browser.SignedInAsync(Cast.Deputy);
        var network = await Network.OfAsync(reader);
        await OpenLiveAsync(writer);
        await OpenLiveAsync(reader);
        var first = $"Erstes {Guid.NewGuid():N}";
        var second = $"Zweites {Guid.NewGuid():N}";

        await network.CutAsync();
        await PostAsync(writer, first);
        await Expect(writer.Locator("#beitraege article").Last).ToContainTextAsync(first);
        await PostAsync(writer, second);
        await Expect(writer.Locator("#beitraege article").Last).ToContainTextAsync(second);
        await Expect(reader.Locator("#beitraege")).Not.ToContainTextAsync(first);
        network.Restore();

        await Expect(reader.Locator("#beitraege article").Last).ToContainTextAsync(second, new() { Timeout = 40_000 });
        await Expect(reader.Locator("#beitraege article", new() { HasText = first })).ToHaveCountAsync(1);
        Assert.Equal(await OrderAsync(writer), await OrderAsync(reader));
    }

    [Fact]
    public async Task A_connection_that_is_cut_while_the_page_catches_up_comes_back()
    {
        var writer = await browser.SignedInAsync(Cast.Member);
        var reader = await browser.SignedInAsync(Cast.Deputy);
        var network = await Network.OfAsync(reader);
        network.Hold();
        await OpenLiveAsync(reader);
        await network.CloseSocketsAsync();
        await Expect(reader.Locator("#verbindung")).Not.ToContainTextAsync("erscheinen von selbst");
        network.Release();
        await OpenLiveAsync(writer);
        var words = $"Nach dem Abbruch {Guid.NewGuid():N}";

        await PostAsync(writer, words);

        await Expect(reader.Locator("#beitraege article").Last).ToContainTextAsync(words, new() { Timeout = 20_000 });
    }

    [Fact]
    public async Task What_a_busy_portal_refuses_is_asked_for_again()
    {
        var writer = await browser.SignedInAsync(Cast.Member);
        var reader = await browser.SignedInAsync(Cast.Deputy);
        var network = await Network.OfAsync(reader);
        await OpenLiveAsync(writer);
        await OpenLiveAsync(reader);
        var words = $"Bei Andrang {Guid.NewGuid():N}";

        await network.CutAsync();
        await PostAsync(writer, words);
        await Expect(writer.Locator("#beitraege article").Last).ToContainTextAsync(words);
        network.Refuse(2);
        network.Restore();

        await Expect(reader.Locator("#beitraege article").Last).ToContainTextAsync(words, new() { Timeout = 40_000 });
    }

    [Fact]
    public async Task An_arabic_post_is_marked_as_arabic_and_runs_from_right_to_left()
    {
        var member = await browser.SignedInAsync(Cast.Member);
        var deputy = await browser.SignedInAsync(Cast.Deputy);
        await OpenLiveAsync(member);
        await OpenLiveAsync(deputy);

        await member.SelectOptionAsync("#language", "ar");
        await PostAsync(member, "شكرا جزيلا على المعلومات");

        var text = deputy.Locator("#beitraege article").Last.Locator(".post-text");
        await Expect(text).ToHaveAttributeAsync("dir", "rtl");
        await Expect(text).ToHaveAttributeAsync("lang", "ar");
    }

    [Fact]
    public async Task A_refused_post_says_why_and_keeps_what_was_typed()
    {
        var member = await browser.SignedInAsync(Cast.Member);
        await OpenLiveAsync(member);
        var tooLong = new string('a', 10_001);

        await PostAsync(member, tooLong);

        await Expect(member.Locator("#sende-fehler")).ToContainTextAsync("zu lang");
        await Expect(member.Locator("#text")).ToHaveValueAsync(tooLong);
    }

    private static async Task OpenLiveAsync(IPage page)
    {
        await page.GotoAsync(Thread);
        await Expect(page.Locator("#verbindung")).ToContainTextAsync("erscheinen von selbst");
    }

    private static async Task PostAsync(IPage page, string text)
    {
        await page.FillAsync("#text", text);
        await page.ClickAsync("#beitrag-formular button");
    }

    private static async Task<IReadOnlyList<string>> OrderAsync(IPage page) =>
        await page.Locator("#beitraege article").EvaluateAllAsync<string[]>("posts => posts.map(p => p.id)");
}
