using Beirat.Network.Outbox;
using Beirat.Network.Web.Http;
using Microsoft.AspNetCore.SignalR;

namespace Beirat.Network.Web.Live;

/// <summary>Live updates: the hub, who watches, and what is pushed.</summary>
internal static class PortalLive
{
    private const string Path = "/live";

    public static void AddPortalLive(this IServiceCollection services, PortalSettings settings)
    {
        services.AddSignalR(o =>
        {
            o.MaximumReceiveMessageSize = 4 * 1024;
            o.EnableDetailedErrors = false;
            o.AddFilter<FloodFilter>();
        }).AddMessagePackProtocol();
        services.AddLogging(log => log.AddFilter("Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher", LogLevel.Critical));
        services.AddSingleton<FloodFilter>();
        services.AddSingleton<FragmentRenderer>();
        services.AddSingleton<LiveConnections>();
        services.AddSingleton<LiveRoom>();
        services.AddSingleton<HubLifetimeManager<LiveHub>, LiveLifetime>();
        services.AddSingleton<LiveRights>();
        services.AddHostedService(p => p.GetRequiredService<LiveRights>());
        services.AddSingleton<OtherNodes>();
        services.AddSingleton<LivePresence>();
        services.AddHostedService(p => p.GetRequiredService<LivePresence>());
        services.AddSingleton<IChangeListener, PostPushes>();
        if (settings.Redis is null) return;
        services.AddSingleton<NodeLink>();
        services.AddSingleton<INodes>(p => p.GetRequiredService<NodeLink>());
        services.AddHostedService(p => p.GetRequiredService<NodeLink>());
    }

    public static void MapLive(this WebApplication app)
    {
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Path), branch => branch.Use((context, next) =>
        {
            // CORS does not cover WebSockets: another site could otherwise listen with its visitor's cookie.
            if (!OwnSiteOnly.IsOwn(context.Request))
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            }

            return HttpMethods.IsPost(context.Request.Method) ? next(context) : context.RequestServices.GetRequiredService<LiveRoom>().HoldAsync(context, next);
        }));
        var time = app.Services.GetRequiredService<TimeProvider>();
        app.MapConnections(Path, new(), wire => wire.Use(next => MeteredInput.Count(next, time)).UseHub<LiveHub>());
    }
}
