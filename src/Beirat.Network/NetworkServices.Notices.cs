using Beirat.Network.Data;
using Beirat.Network.Discussions;
using Beirat.Network.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beirat.Network;

/// <content>Telling people what is new in their threads.</content>
public static partial class NetworkServices
{
    /// <summary>Sends to devices while the portal runs. Without it none are taken in.</summary>
    public static IServiceCollection AddPushDelivery<TTransport>(this IServiceCollection services, PushHosts hosts)
        where TTransport : class, IPushTransport => services
        .AddSingleton(hosts)
        .AddSingleton<IPushTransport, TTransport>()
        .AddSingleton<PushCalendar>()
        .AddSingleton<PushDelivery>()
        .AddHostedService(p => p.GetRequiredService<PushCalendar>())
        .AddHostedService(p => p.GetRequiredService<PushDelivery>());

    private static IServiceCollection AddNotices(this IServiceCollection services) => services
        .AddScoped<FollowKeeping>()
        .AddScoped<ThreadNewsFinder>()
        .AddSingleton<NoticeCalendar>()
        .Query<FollowThreadHandler>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
        .Query<NoticeWishesHandler>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
        .Query<ReadAllNewsHandler>(p => new(p.Need<NetworkDb>(), p.Need<ThreadReadHandler>(), p.Need<TimeProvider>()))
        .Query<PushDevices>(p => new(p.Need<NetworkDb>(), p.GetService<PushHosts>(), p.Need<TimeProvider>()))
        .AddSingleton(p => new PushKeyStore(p.Need<IDbContextFactory<NetworkDb>>(), p.Need<TimeProvider>()))
        .Query<NewsQuery>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()));
}
