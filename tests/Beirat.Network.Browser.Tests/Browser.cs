using Beirat.Network.Testing;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Beirat.Network.Browser.Tests.Browser))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Beirat.Network.Browser.Tests;

/// <summary>One portal on a real port and one Chromium for all tests of this project.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly PortalFactory _portal = new PortalFactory().With("Beirat:MessagesPerMinute", "1000");
    private IPlaywright? _playwright;
    private IBrowser? _chromium;

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    private static string? Executable => new[] { Environment.GetEnvironmentVariable("BEIRAT_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser" }
        .FirstOrDefault(File.Exists);

    public async ValueTask InitializeAsync()
    {
        if (Executable is not { } executable) return;
        _portal.UseKestrel(0);
        _portal.StartServer();
        Address = _portal.ClientOptions.BaseAddress;
        await _portal.ReadyAsync();
        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = executable, Args = Flags });
    }

    /// <summary>A window of its own, with its own cookies. Skips the test where there is no Chromium.</summary>
    public async Task<IPage> OpenAsync(
        bool script = true, int width = 1280, ColorScheme scheme = ColorScheme.Light, ForcedColors forced = ForcedColors.None,
        string locale = "de-DE")
    {
        Assert.SkipWhen(_chromium is null, "Chromium is not installed.");
        var context = await _chromium!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address.ToString(),
            JavaScriptEnabled = script,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
            ForcedColors = forced,
            Locale = locale,
        });
        context.SetDefaultTimeout(30_000);
        return await context.NewPageAsync();
    }

    public async Task<IPage> SignedInAsync(string email, bool script = true, int width = 1280)
    {
        var page = await OpenAsync(script, width);
        await page.GotoAsync("/konto/anmelden");
        await page.FillAsync("#email", email);
        await page.FillAsync("#password", Cast.Password);
        await page.ClickAsync("main form button");
        await Assertions.Expect(page.Locator(".account-name")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null) await _chromium.DisposeAsync();
        _playwright?.Dispose();
        await _portal.DisposeAsync();
    }
}
