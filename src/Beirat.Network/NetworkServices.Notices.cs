using Beirat.Network.Data;
using Beirat.Network.Notices;
using Beirat.Network.Privacy;
using Microsoft.Extensions.DependencyInjection;

namespace Beirat.Network;

/// <content>Telling people what is new in their threads.</content>
public static partial class NetworkServices
{
    private static IServiceCollection AddNotices(this IServiceCollection services) => services
        .AddScoped<FollowKeeping>()
        .AddScoped<ThreadNewsFinder>()
        .AddSingleton<NoticeCalendar>()
        .AddSingleton<IPersonalData, NoticeData>()
        .Query<FollowThreadHandler>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
        .Query<NoticeWishesHandler>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
        .Query<NewsQuery>(p => new(p.Need<NetworkDb>()));
}
