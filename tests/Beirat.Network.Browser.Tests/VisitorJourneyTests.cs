using System.Text.RegularExpressions;
using Beirat.Network.Organizations;
using Beirat.Network.Testing;
using Beirat.Network.Web.Components;
using Microsoft.Playwright;
using Xunit;

namespace Beirat.Network.Browser.Tests;

/// <summary>
/// Somebody from outside looks for the person who speaks for an organisation and writes to them: in their own language,
/// by keyboard alone, with script and without.
/// </summary>
public sealed partial class VisitorJourneyTests(Browser browser)
{
    private const string Organization = "/organisationen/tuerkisch-deutscher-frauenverein";

    private const string Representative = "Aylin Demirtaş";

    // So long somebody takes at least to write; a form that comes back sooner is taken for a program's.
    private static readonly TimeSpan Writing = TimeSpan.FromSeconds(3.2);

    [Fact]
    public async Task A_visitor_finds_who_represents_an_organisation_and_writes_to_them_by_keyboard_in_Turkish_and_in_Arabic()
    {
        var texts = await Task.WhenAll(
            WriteAsync("tr-TR", script: true), WriteAsync("tr-TR", script: false), WriteAsync("ar", script: true), WriteAsync("ar", script: false));

        var inbox = await browser.SignedInAsync(Cast.Member);
        await inbox.GotoAsync("/konto/nachrichten");
        foreach (var (language, text) in texts)
            await Assertions.Expect(inbox.Locator($"main [lang={language}]", new() { HasText = text })).ToHaveCountAsync(1);
    }

    private async Task<(string Language, string Text)> WriteAsync(string locale, bool script)
    {
        var language = locale[..2];
        var text = $"{(language == "tr" ? "Merhaba, bir sorumuz var." : "مرحبا، لدينا سؤال.")} {Guid.NewGuid():N}";
        var page = await browser.OpenAsync(script, locale: locale);

        await page.GotoAsync("/");
        Assert.Equal(language, await page.Locator("html").GetAttributeAsync("lang"));
        await TabToAsync(page, "#suchfeld");
        await page.Keyboard.TypeAsync("turkisch-deutscher frauenverein");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/suche?**");
        await TabToAsync(page, $".hit-title a[href='{Organization}']");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**{Organization}");

        var card = page.Locator("#vertretung .card", new() { HasText = Representative });
        await Assertions.Expect(card).ToContainTextAsync(Say.In(language, () => Say.Role(MembershipRole.Chair)));
        foreach (var spoken in new[] { "de", "tr" }) await Assertions.Expect(card).ToContainTextAsync(Say.In(language, () => Say.Language(spoken)));
        await TabToAsync(page, $"#vertretung a[href='{Organization}/nachricht/aylin-demirtas']");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/nachricht/**");

        Assert.DoesNotMatch(MailAddress(), await page.ContentAsync());
        await TabToAsync(page, "#sender");
        await page.Keyboard.TypeAsync("Ayşe");
        await TabToAsync(page, "#text");
        await page.Keyboard.TypeAsync(text);
        await Task.Delay(Writing);
        await TabToAsync(page, "main form button");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#adresse")).ToBeVisibleAsync();
        Assert.DoesNotMatch(MailAddress(), await page.ContentAsync());
        return (language, text);
    }

    /// <summary>Goes on to something by the tabulator key; fails where that does not lead.</summary>
    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var i = 0; i < 120; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("wanted => document.activeElement?.matches(wanted) ?? false", selector)) return;
        }

        Assert.Fail($"{page.Url}: the keyboard does not get to {selector}.");
    }

    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.\w+|mailto:")]
    private static partial Regex MailAddress();
}
