using Beirat.Network.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Beirat.Network.Browser.Tests;

/// <summary>What a browser reports about our pages: policy violations, failed loads, foreign hosts, early cookies.</summary>
public sealed class HygieneTests(Browser browser)
{
    [Fact]
    public async Task No_page_breaks_the_content_security_policy_or_asks_a_foreign_host()
    {
        var page = await browser.OpenAsync();
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !(IsRefused(page.Url) && message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))) complaints.Add($"{page.Url}: {message.Text}");
        };
        page.PageError += (_, error) => complaints.Add($"{page.Url}: {error}");
        page.Request += (_, request) =>
        {
            if (!new Uri(request.Url).Authority.Equals(browser.Address.Authority, StringComparison.Ordinal)) complaints.Add($"{page.Url} asked {request.Url}");
        };
        page.Response += (_, answer) =>
        {
            if (answer.Status >= 400 && !IsRefused(answer.Url)) complaints.Add($"{answer.Status} {answer.Url}");
        };

        foreach (var address in Pages.Public.Append(Pages.Thread("turmstrasse-was-wurde-daraus")))
            await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });

        Assert.True(complaints.Count == 0, string.Join('\n', complaints));

        static bool IsRefused(string address) => Pages.Refused.Contains(new Uri(address).AbsolutePath);
    }

    [Fact]
    public async Task Reading_sets_no_cookie()
    {
        var page = await browser.OpenAsync();
        foreach (var address in Pages.Public.Where(a => a != "/konto/anmelden" && !a.Contains("nachricht", StringComparison.Ordinal)).Append(Pages.Thread("turmstrasse-was-wurde-daraus")))
            await page.GotoAsync(address);

        Assert.Empty(await page.Context.CookiesAsync());
    }

    [Fact]
    public async Task The_first_view_of_a_thread_weighs_at_most_120_kB()
    {
        var page = await browser.OpenAsync();
        var requests = new List<IRequest>();
        page.RequestFinished += (_, request) => { lock (requests) requests.Add(request); };

        await page.GotoAsync(Pages.Thread("turmstrasse-was-wurde-daraus"), new() { WaitUntil = WaitUntilState.Load });

        var sizes = new List<(string Url, int Bytes)>();
        foreach (var request in requests.ToList().Where(r => !r.Url.StartsWith("ws", StringComparison.Ordinal)))
        {
            var size = await request.SizesAsync();
            sizes.Add((request.Url, size.ResponseBodySize + size.ResponseHeadersSize));
        }

        var total = sizes.Sum(s => s.Bytes);
        Assert.True(total <= 120_000, $"{total} bytes: {string.Join(", ", sizes.OrderByDescending(s => s.Bytes).Take(8))}");
    }
}
