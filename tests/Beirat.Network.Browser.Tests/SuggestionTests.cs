using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Beirat.Network.Browser.Tests;

/// <summary>Search fields that suggest: by keyboard, on a narrow screen, from right to left, and without script.</summary>
public sealed class SuggestionTests(Browser browser)
{
    [Fact]
    public async Task A_name_that_is_half_typed_is_chosen_by_keyboard_and_opens_its_page()
    {
        var page = await OpenAsync("/", "#suchfeld", "aylin dem");

        var status = page.Locator(".masthead-search [role=status]");
        await Expect(status).ToHaveTextAsync("1 Vorschlag. Mit der Pfeiltaste nach unten auswählen.");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator("#suchfeld")).ToHaveAttributeAsync("aria-activedescendant", "suchfeld-liste-0");
        await Expect(page.Locator("#suchfeld-liste-0")).ToHaveAttributeAsync("aria-selected", "true");
        Assert.EndsWith("/", page.Url);
        await page.Keyboard.PressAsync("Enter");

        await page.WaitForURLAsync("**/mitglieder/aylin-demirtas");
    }

    [Fact]
    public async Task A_concept_is_searched_for()
    {
        var page = await OpenAsync("/suche", "#q", "wohnungss");

        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");

        await page.WaitForURLAsync("**/suche?q=Wohnungssuche*");
        await Expect(page.Locator(".hit").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_is_typed_is_searched_for_as_long_as_nothing_is_chosen()
    {
        var page = await OpenAsync("/", "#suchfeld", "wohn");

        await page.Keyboard.PressAsync("Enter");

        await page.WaitForURLAsync("**/suche?q=wohn");
    }

    [Fact]
    public async Task Arrows_go_round_home_and_end_return_to_the_text_and_escape_closes()
    {
        var page = await OpenAsync("/", "#suchfeld", "wohn");
        var field = page.Locator("#suchfeld");
        var list = page.Locator("#suchfeld-liste");
        var last = await list.Locator("li").CountAsync() - 1;

        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(field).ToHaveAttributeAsync("aria-activedescendant", $"suchfeld-liste-{last}");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(field).ToHaveAttributeAsync("aria-activedescendant", string.Empty);
        foreach (var key in new[] { "Home", "End" })
        {
            await page.Keyboard.PressAsync("ArrowDown");
            await page.Keyboard.PressAsync(key);
            await Expect(field).ToHaveAttributeAsync("aria-activedescendant", string.Empty);
        }

        await page.Keyboard.PressAsync("Escape");
        await Expect(list).ToBeHiddenAsync();
        await Expect(field).ToHaveAttributeAsync("aria-expanded", "false");
        await Expect(field).ToHaveValueAsync("wohn");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(list).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Arabic_words_are_suggested_in_arabic_and_from_right_to_left()
    {
        var page = await OpenAsync("/suche", "#q", "الاع");

        var first = page.Locator("#q-liste li span").First;
        await Expect(first).ToHaveAttributeAsync("lang", "ar");
        await Expect(first).ToHaveAttributeAsync("dir", "rtl");
    }

    [Fact]
    public async Task The_open_list_has_no_finding_in_any_view_and_fits_a_narrow_screen()
    {
        var page = await OpenAsync("/suche", "#q", "be");
        await page.Keyboard.PressAsync("ArrowDown");
        var findings = (await AccessibilityTests.FindingsAsync(page, "open list")).ToList();
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark, ReducedMotion = ReducedMotion.Reduce });
        findings.AddRange(await AccessibilityTests.FindingsAsync(page, "open list, dark"));
        findings.AddRange(await Walk.SidewaysAsync(page, "open list", 320));
        Assert.Empty(findings);
        await Expect(page.Locator("#q-liste")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_script_the_field_is_a_plain_search_field()
    {
        var page = await browser.OpenAsync(script: false);
        await page.GotoAsync("/");
        await page.FillAsync("#suchfeld", "Wohnungssuche");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(".hit").First).ToBeVisibleAsync();
        Assert.Null(await page.Locator("#suchfeld").GetAttributeAsync("role"));
    }

    private async Task<IPage> OpenAsync(string address, string field, string typed)
    {
        var page = await browser.OpenAsync();
        await page.GotoAsync(address);
        await page.Locator(field).PressSequentiallyAsync(typed);
        await Expect(page.Locator($"{field}-liste li").First).ToBeVisibleAsync();
        return page;
    }
}
