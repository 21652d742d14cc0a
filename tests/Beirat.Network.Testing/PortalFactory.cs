using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Beirat.Network.Testing;

/// <summary>
/// The whole portal with the demo council, in a data folder of its own. The council is seeded and indexed once per test
/// run; every portal begins with a copy.
/// </summary>
public class PortalFactory : WebApplicationFactory<Program>
{
    private static readonly Lazy<TempFolder> Template = new(MakeTemplate);

    private readonly TempFolder _folder = new();
    private readonly Dictionary<string, string?> _settings = [];
    private readonly bool _fromTemplate;

    public PortalFactory() : this(fromTemplate: true) { }

    protected PortalFactory(bool fromTemplate) => _fromTemplate = fromTemplate;

    public string DataFolder => _folder.Path;

    public PortalFactory With(string setting, string value)
    {
        _settings[setting] = value;
        return this;
    }

    /// <summary>Waits until the search index answers; searches before that would find nothing.</summary>
    public async Task ReadyAsync()
    {
        using var client = CreateClient();
        for (var i = 0; i < 600; i++)
        {
            using var answer = await client.GetAsync("/health/ready");
            if (answer.IsSuccessStatusCode) return;
            await Task.Delay(50);
        }

        throw new TimeoutException("The portal did not get ready.");
    }

    /// <summary>A browser of somebody who is not signed in; it follows no redirects, so that tests see them.</summary>
    public virtual Visitor Visitor() => new(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true }));

    public async Task<Visitor> SignedInAsync(string email)
    {
        var visitor = Visitor();
        await visitor.SignInAsync(email);
        return visitor;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        if (_fromTemplate && !File.Exists(_folder.File("network.db"))) _folder.CopyFrom(Template.Value.Path);
        builder.UseEnvironment("Development");
        builder.UseSetting("Beirat:DataFolder", _folder.Path);
        builder.UseSetting("Beirat:Demo", "true");
        builder.UseSetting("Beirat:Clock", Cast.Clock);
        builder.UseSetting("Beirat:SignInsPerMinute", "100000");
        foreach (var (key, value) in _settings) builder.UseSetting(key, value);
        builder.ConfigureServices(services => services.Configure<PasswordHasherOptions>(Cast.QuickPasswords));
        // The server in memory knows no limit of a body's size and would say so at each upload.
        builder.ConfigureLogging(log => log.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.Routing", LogLevel.Error));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) _folder.Dispose();
    }

    private static TempFolder MakeTemplate()
    {
        var folder = new TempFolder();
        using (var portal = new EmptyPortal())
        {
            portal.ReadyAsync().GetAwaiter().GetResult();
            portal.Services.GetRequiredService<Microsoft.Extensions.Hosting.IHostApplicationLifetime>().StopApplication();
            portal.StopServer();
            folder.CopyFrom(portal.DataFolder);
        }

        File.Delete(folder.File("portal.lock"));
        return folder;
    }

    private sealed class EmptyPortal() : PortalFactory(fromTemplate: false)
    {
        /// <summary>Ends the feeds, which commit the index, while the folder is still there.</summary>
        public void StopServer()
        {
            foreach (var service in Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>())
                service.StopAsync(CancellationToken.None).GetAwaiter().GetResult();
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        }
    }
}
