using Beirat.Network.Testing;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Newtonsoft.Json;
using Xunit;

namespace Beirat.Network.Browser.Tests;

/// <summary>What a program can find of barriers, on every page and in the views that people choose. It is the floor, not the aim.</summary>
public sealed class AccessibilityTests(Browser browser)
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // The views differ in colour alone: the other rules have looked at the same pages in the first of them.
    private static readonly AxeRunOptions Colours = new() { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } };

    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    // Colours are the same in every language; looking at them takes longest.
    private static readonly AxeRunOptions AllButColours = new() { RunOnly = Rules.RunOnly, Rules = new Dictionary<string, RuleOptions> { ["color-contrast"] = new() { Enabled = false } } };

    private static IEnumerable<string> Public => Pages.Public.Append(Pages.Thread("turmstrasse-was-wurde-daraus"));

    /// <summary>Where words of the portal are in narrow places: cards, tables, forms, figures.</summary>
    private static IEnumerable<string> WithWords =>
    [
        "/", "/beirat", "/mitglieder/aylin-demirtas", "/organisationen/balkan-bruecke", "/organisationen/balkan-bruecke/nachricht/dragan-petrovic",
        "/beratung?q=Schule", "/netzwerk/abdeckung", "/diskussionen", "/wissen/einschulung-erstes-schuljahr", "/konto/anmelden", "/barrierefreiheit",
    ];

    private static IEnumerable<string> OfMembers =>
        Pages.OfMembers.Append(Pages.Thread("dolmetschen-beim-arzt")).Append(Pages.Thread("einschulung-briefe-der-schule-verstehen"));

    [Fact]
    public async Task No_public_page_has_a_finding_in_light_or_dark() =>
        Assert.Empty(await Walk.FindAsync(() => browser.OpenAsync(), Public, async (page, address) =>
        {
            var light = await FindingsAsync(page, address);
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark, ReducedMotion = ReducedMotion.Reduce });
            var dark = await FindingsAsync(page, address, Colours);
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce });
            return light.Concat(dark.Select(f => $"dark: {f}"));
        }));

    [Fact]
    public async Task No_public_page_has_a_finding_in_the_contrast_view() =>
        Assert.Empty(await Walk.FindAsync(InContrastAsync, Public, (page, address) => FindingsAsync(page, address, Colours)));

    [Fact]
    public async Task No_public_page_has_a_finding_in_Arabic_from_right_to_left() =>
        Assert.Empty(await Walk.FindAsync(() => browser.OpenAsync(locale: "ar"), Public, async (page, address) =>
            (await page.Locator("html").GetAttributeAsync("dir") == "rtl" ? [] : new[] { $"{address} is not from right to left." }).Concat(await FindingsAsync(page, address, AllButColours))));

    [Theory]
    [InlineData("tr")]
    [InlineData("ar")]
    [InlineData("uk")]
    public async Task No_page_scrolls_sideways_with_the_words_of_another_language(string language) =>
        Assert.Empty(await Walk.FindAsync(() => browser.OpenAsync(width: 320, locale: language), WithWords, (page, address) => Walk.SidewaysAsync(page, address, 320)));

    [Fact]
    public async Task No_page_of_a_member_has_a_finding_on_a_narrow_screen_or_scrolls_sideways() =>
        Assert.Empty(await Walk.FindAsync(() => browser.SignedInAsync(Cast.Member, width: 320), OfMembers, async (page, address) =>
            (await FindingsAsync(page, address)).Concat(await Walk.SidewaysAsync(page, address, 320))));

    [Fact]
    public async Task No_page_of_the_city_office_has_a_finding_or_scrolls_sideways() =>
        Assert.Empty(await Walk.FindAsync(() => browser.SignedInAsync(Cast.Staff), Pages.OfStaff, async (page, address) =>
        {
            await page.SetViewportSizeAsync(1280, 900);
            return (await FindingsAsync(page, address)).Concat(await Walk.SidewaysAsync(page, address, 320));
        }));

    [Fact]
    public async Task A_failed_form_has_no_finding_and_its_summary_has_the_focus()
    {
        var page = await browser.OpenAsync();
        await page.GotoAsync("/konto/anmelden");
        await page.ClickAsync("main form button");

        Assert.Empty(await FindingsAsync(page, "/konto/anmelden"));
        Assert.StartsWith("Fehler:", await page.TitleAsync());
        Assert.Equal("fehler", await page.EvaluateAsync<string>("() => document.activeElement.id"));
    }

    [Fact]
    public async Task The_first_three_stops_are_contrast_navigation_and_content_on_every_page()
    {
        string[] wanted = ["Kontrastansicht einschalten", "Zur Hauptnavigation", "Zum Inhalt"];
        Assert.Empty(await Walk.FindAsync(() => browser.OpenAsync(), Pages.Public, async (page, address) =>
        {
            var stops = new List<string>();
            for (var i = 0; i < wanted.Length; i++)
            {
                await page.Keyboard.PressAsync("Tab");
                stops.Add(await page.EvaluateAsync<string>("() => document.activeElement.textContent.trim()"));
            }

            return stops.SequenceEqual(wanted) ? [] : [$"{address}: {string.Join(", ", stops)}"];
        }));
    }

    [Fact]
    public async Task The_contrast_view_works_without_script_and_stays_on_from_page_to_page()
    {
        var page = await browser.OpenAsync(script: false);
        await page.GotoAsync("/wissen");
        await page.Locator(".access-form button").ClickAsync();

        Assert.EndsWith("/wissen", page.Url);
        foreach (var address in new[] { "/beirat", "/suche?q=Schule", "/" })
        {
            await page.GotoAsync(address);
            Assert.Equal("contrast", await page.Locator("html").GetAttributeAsync("data-view"));
        }

        await page.Locator(".access-form button").ClickAsync();
        Assert.Equal("standard", await page.Locator("html").GetAttributeAsync("data-view"));
    }

    [Fact]
    public async Task No_page_scrolls_sideways() =>
        Assert.Empty(await Walk.FindAsync(() => browser.SignedInAsync(Cast.Member), Public, (page, address) => Walk.SidewaysAsync(page, address, 768, 320)));

    private async Task<IPage> InContrastAsync()
    {
        var page = await browser.OpenAsync();
        await page.GotoAsync("/ansicht?kontrast=an");
        return page;
    }

    // There are no frames: one call sees all of the page, and no second window has to be opened to put parts together.
    internal static async Task<IEnumerable<string>> FindingsAsync(IPage page, string address, AxeRunOptions? rules = null)
    {
        await page.EvaluateAsync(Axe);
        var findings = await page.EvaluateAsync<string[]>(
            """
            async options => (await axe.run(document, JSON.parse(options))).violations
              .map(v => `${v.id} (${v.help}) at ${v.nodes.slice(0, 3).map(n => n.html).join(' | ')}`)
            """,
            JsonConvert.SerializeObject(rules ?? Rules));
        return findings.Select(f => $"{address}: {f}");
    }
}
