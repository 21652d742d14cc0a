using Beirat.Network.Data.Postgres;
using Beirat.Network.Data.Sqlite;
using Beirat.Network.Web.Account;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Http;
using Beirat.Network.Web.Layout;
using Beirat.Network.Web.Live;
using Beirat.Network.Web.Messages;
using Beirat.Network.Web.Staff;
using Beirat.Network.Web.Privacy;
using Beirat.Network.Web.Push;
using Microsoft.AspNetCore.DataProtection;

namespace Beirat.Network.Web;

/// <summary>What the portal is made of, and the order in which a request passes through it.</summary>
internal static class Portal
{
    /// <summary>Bodies above this many bytes are refused; the longest text has 10,000 characters.</summary>
    private const long MaxBodySize = 256 * 1024;

    /// <summary>A question is part of the address, so that it can be kept and sent on: each Arabic letter of it takes six bytes there.</summary>
    private const int MaxAddressSize = 48 * 1024;

    public static void AddPortal(this WebApplicationBuilder builder, PortalSettings settings)
    {
        if (builder.Configuration["urls"] is null) builder.WebHost.UseUrls(PortalSettings.DefaultUrl);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodySize;
            kestrel.Limits.MaxRequestLineSize = MaxAddressSize;
        });
        builder.Services.AddCore(settings);
        builder.Services.AddNetworkFeeds();
        builder.Services.AddPortalAccounts();
        builder.Services.AddPortalHttp(settings);
        builder.Services.AddPortalLive(settings);
        builder.Services.AddMessages(settings);
        builder.Services.AddPush(settings);
        builder.Services.AddStaffArea();
        builder.Services.AddSingleton<OwnDataFiles>();
        builder.Services.AddRazorComponents();
        builder.Services.AddScoped<FaultyFields>();
        builder.Services.AddHttpContextAccessor();
    }

    /// <summary>The network and its store: all that the operator's commands need, too.</summary>
    public static IServiceCollection AddCore(this IServiceCollection services, PortalSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(settings.Time);
        services.AddSingleton(settings.Advice);
        services.AddNetwork(settings.IndexFolder);
        var keys = services.AddDataProtection().SetApplicationName("Beirat.Network");
        // A database server may serve several nodes; a file beside the database is for one.
        if (settings.Postgres is null) keys.PersistKeysToFileSystem(new DirectoryInfo(settings.KeyFolder));
        else SharedKeys.Use(services);
        return settings.Postgres is { } connection ? services.AddPostgresStore(connection) : services.AddSqliteStore(settings.DatabaseFile);
    }

    public static void UsePortal(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UsePortalHeaders();
        app.UsePortalErrors();
        app.UseRequestLocalization();
        app.UseChosenLanguage();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.UseStaffArea();
        app.UseOutputCache();
        app.UseResponseCompression();
        app.UseAntiforgery();
        app.UseKeptForms();

        app.MapStaticAssets();
        app.MapPortalEndpoints();
        app.MapRazorComponents<App>().WithStaticAssets();
    }
}
