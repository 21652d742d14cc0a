using Beirat.Network.Testing;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Beirat.Network.Browser.Tests;

/// <summary>What a program can find of barriers, on every page and in the views that people choose. It is the floor, not the aim.</summary>
public sealed class AccessibilityTests(Browser browser)
{
    // The views differ in colour alone: the other rules have looked at the same pages in the first of them.
    private static readonly AxeRunOptions Colours = new() { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } };

    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    public static TheoryData<string, bool> Views => new()
    {
        { "light", false }, { "dark", false }, { "light", true },
    };

    [Theory]
    [MemberData(nameof(Views))]
    public async Task No_public_page_has_a_finding(string scheme, bool contrast)
    {
        var page = await browser.OpenAsync(scheme: scheme == "dark" ? ColorScheme.Dark : ColorScheme.Light);
        if (contrast) await page.GotoAsync("/ansicht?kontrast=an");
        var findings = new List<string>();
        foreach (var address in Pages.Public.Append(Pages.Thread("turmstrasse-was-wurde-daraus")))
        {
            await page.GotoAsync(address);
            findings.AddRange(await FindingsAsync(page, address, scheme == "light" && !contrast ? Rules : Colours));
        }

        Assert.Empty(findings);
    }

    [Fact]
    public async Task No_page_of_a_member_has_a_finding_on_a_narrow_screen()
    {
        var page = await browser.SignedInAsync(Cast.Member, width: 320);
        var findings = new List<string>();
        foreach (var address in Pages.OfMembers.Append(Pages.Thread("dolmetschen-beim-arzt")).Append(Pages.Thread("einschulung-briefe-der-schule-verstehen")))
        {
            await page.GotoAsync(address);
            findings.AddRange(await FindingsAsync(page, address));
        }

        Assert.Empty(findings);
    }

    [Theory]
    [InlineData(Cast.Member)]
    [InlineData(Cast.Staff)]
    public async Task No_page_behind_a_sign_in_scrolls_sideways(string email)
    {
        var page = await browser.SignedInAsync(email, width: 320);
        foreach (var address in email == Cast.Staff ? Pages.OfStaff : Pages.OfMembers)
        {
            await page.GotoAsync(address);
            var wider = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(wider <= 0, $"{address} is {wider} px wider than 320 px.");
        }
    }

    [Fact]
    public async Task No_page_of_the_city_office_has_a_finding()
    {
        var page = await browser.SignedInAsync(Cast.Staff, width: 1280);
        var findings = new List<string>();
        foreach (var address in Pages.OfStaff)
        {
            await page.GotoAsync(address);
            findings.AddRange(await FindingsAsync(page, address));
        }

        Assert.Empty(findings);
    }

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
        var page = await browser.OpenAsync();
        foreach (var address in Pages.Public)
        {
            await page.GotoAsync(address);
            var stops = new List<string>();
            for (var i = 0; i < 3; i++)
            {
                await page.Keyboard.PressAsync("Tab");
                stops.Add(await page.EvaluateAsync<string>("() => document.activeElement.textContent.trim()"));
            }

            Assert.Equal(["Kontrastansicht einschalten", "Zur Hauptnavigation", "Zum Inhalt"], stops);
        }
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

    [Theory]
    [InlineData(320)]
    [InlineData(768)]
    public async Task No_page_scrolls_sideways(int width)
    {
        var page = await browser.SignedInAsync(Cast.Member, width: width);
        foreach (var address in Pages.Public.Append(Pages.Thread("turmstrasse-was-wurde-daraus")))
        {
            await page.GotoAsync(address);
            var over = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(over <= 0, $"{address} is {over} px wider than {width} px.");
        }
    }

    private static async Task<IEnumerable<string>> FindingsAsync(IPage page, string address, AxeRunOptions? rules = null)
    {
        var result = await page.RunAxe(rules ?? Rules);
        return result.Violations.Select(v => $"{address}: {v.Id} ({v.Help}) at {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}");
    }
}
