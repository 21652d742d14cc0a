using Beirat.Network.Outbox;
using Beirat.Network.Web.Http;

namespace Beirat.Network.Web.Live;

/// <summary>Live updates: the hub, who watches, and what is pushed.</summary>
internal static class PortalLive
{
    private const string Path = "/live";

    public static void AddPortalLive(this IServiceCollection services)
    {
        services.AddSignalR(o =>
        {
            o.MaximumReceiveMessageSize = 4 * 1024;
            o.EnableDetailedErrors = false;
        }).AddMessagePackProtocol();
        services.AddSingleton<FragmentRenderer>();
        services.AddSingleton<LiveWatchers>();
        services.AddSingleton<IChangeListener, PostPushes>();
    }

    public static void MapLive(this WebApplication app)
    {
        // CORS does not cover WebSockets: another site could otherwise listen with its visitor's cookie.
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Path) && !OwnSiteOnly.IsOwn(context.Request),
            branch => branch.Run(context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            }));
        app.MapHub<LiveHub>(Path);
    }
}
