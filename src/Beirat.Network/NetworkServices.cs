using Beirat.Network.Accounts;
using Beirat.Network.Advice;
using Beirat.Network.Council;
using Beirat.Network.Data;
using Beirat.Network.Discussions;
using Beirat.Network.Events;
using Beirat.Network.Import;
using Beirat.Network.Knowledge;
using Beirat.Network.Messages;
using Beirat.Network.Networking;
using Beirat.Network.Operations;
using Beirat.Network.Organizations;
using Beirat.Network.Outbox;
using Beirat.Network.People;
using Beirat.Network.Search;
using Beirat.Network.Seeding;
using Beirat.Network.Start;
using Beirat.Network.Topics;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Beirat.Network;

/// <summary>Puts the network together. A store (SQLite or PostgreSQL) is added beside it.</summary>
public static class NetworkServices
{
    /// <summary>Adds rules, use cases, queries and search; the index lives in <paramref name="indexFolder"/>.</summary>
    public static IServiceCollection AddNetwork(this IServiceCollection services, string indexFolder)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped(p => p.GetRequiredService<IDbContextFactory<NetworkDb>>().CreateDbContext());
        return services.AddOutbox().AddSearch(indexFolder).AddPeople().AddNetworking().AddKnowledge().AddDiscussions().AddOperations();
    }

    /// <summary>Follows the outbox while the portal runs. The operator's commands do without.</summary>
    public static IServiceCollection AddNetworkFeeds(this IServiceCollection services) => services
        .AddHostedService(p => p.GetRequiredService<IndexFeed>())
        .AddHostedService(p => p.GetRequiredService<ChangeFeed>());

    /// <summary>Keeps accounts in the network's database.</summary>
    public static IdentityBuilder AddNetworkStores(this IdentityBuilder identity)
    {
        identity.Services.Configure<IdentityOptions>(DesignTime.ShapeAccounts);
        return identity.AddEntityFrameworkStores<NetworkDb>();
    }

    private static IServiceCollection AddOutbox(this IServiceCollection services) => services
        .AddSingleton<OutboxSignal>()
        .AddSingleton<OutboxInterceptor>()
        .AddSingleton<ChangeFeed>();

    private static IServiceCollection AddSearch(this IServiceCollection services, string folder) => services
        .AddSingleton(new SearchFolder(folder))
        .AddSingleton<SearchIndex>()
        .AddSingleton<IndexWork>()
        .AddSingleton<IndexFeed>()
        .AddSingleton<ConceptDirectory>()
        .AddSingleton<EvidenceSearch>()
        .AddScoped<HitVisibility>()
        .Query<SearchQuery>(p => new(p.Need<SearchIndex>(), p.Need<TopicDirectory>(), p.Need<ConceptDirectory>(), p.Need<HitVisibility>()))
        .AddSingleton(p => new SearchHealth(p.Need<SearchIndex>(), p.Need<IndexWork>()))
        .AddSingleton(p => new Reindex(p.Need<IDbContextFactory<NetworkDb>>(), p.Need<SearchIndex>(), p.Need<IndexFeed>(), p.Need<TimeProvider>()));

    private static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddSingleton(p => new TopicDirectory(p.Need<IDbContextFactory<NetworkDb>>()))
        .AddSingleton<IChangeListener>(p => p.Need<TopicDirectory>())
        .AddSingleton<ISubjectDocuments, TopicDocuments>()
        .AddSingleton<ISubjectDocuments, OrganizationDocuments>()
        .AddSingleton<ISubjectDocuments, PersonDocuments>()
        .Query<TopicListQuery>(p => new(p.Need<TopicDirectory>()))
        .Query<TopicPageQuery>(p => new(p.Need<NetworkDb>(), p.Need<TopicDirectory>(), p.Need<TimeProvider>()))
        .Query<PersonListQuery>(p => new(p.Need<NetworkDb>(), p.Need<TopicDirectory>(), p.Need<TimeProvider>()))
        .Query<PersonPageQuery>(p => new(p.Need<NetworkDb>(), p.Need<TopicDirectory>(), p.Need<TimeProvider>()))
        .Query<OrganizationListQuery>(p => new(p.Need<NetworkDb>(), p.Need<TopicDirectory>(), p.Need<TimeProvider>()))
        .Query<OrganizationPageQuery>(p => new(p.Need<NetworkDb>(), p.Need<TopicDirectory>(), p.Need<TimeProvider>()))
        .Query<CouncilQuery>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
        .Query<SendMessageHandler>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
        .Query<InboxQuery>(p => new(p.Need<NetworkDb>()))
        .Query<StartQuery>(p => new(p.Need<NetworkDb>(), p.Need<TopicDirectory>(), p.Need<CouncilQuery>(), p.Need<EventListQuery>()))
        .Query<SignedInQuery>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
        .Query<AdviserQuery>(p => new(
            p.Need<NetworkDb>(), p.Need<TopicDirectory>(), p.Need<ConceptDirectory>(), p.Need<EvidenceSearch>(), p.Need<HitVisibility>(), p.Need<TimeProvider>()));

    private static IServiceCollection AddNetworking(this IServiceCollection services) => services
        .Query<NetworkViewQuery>(p => new(p.Need<NetworkDb>(), p.Need<TopicDirectory>(), p.Need<TimeProvider>()))
        .Query<OrganizationRelationsQuery>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
        .Query<CoverageQuery>(p => new(p.Need<NetworkDb>(), p.Need<TopicDirectory>(), p.Need<TimeProvider>()))
        .Query<CallQuery>(p => new(p.Need<NetworkDb>(), p.Need<TopicDirectory>(), p.Need<TimeProvider>()));

    private static IServiceCollection AddKnowledge(this IServiceCollection services) => services
        .AddSingleton<ISubjectDocuments, ArticleDocuments>()
        .AddSingleton<ISubjectDocuments, EventDocuments>()
        .Query<ArticleListQuery>(p => new(p.Need<NetworkDb>(), p.Need<TopicDirectory>()))
        .Query<ArticlePageQuery>(p => new(p.Need<NetworkDb>(), p.Need<TopicDirectory>(), p.Need<TimeProvider>()))
        .Query<EventListQuery>(p => new(p.Need<NetworkDb>(), p.Need<TopicDirectory>()))
        .Query<EventPageQuery>(p => new(p.Need<NetworkDb>(), p.Need<TopicDirectory>(), p.Need<TimeProvider>()));

    private static IServiceCollection AddDiscussions(this IServiceCollection services) => services
        .AddSingleton<ISubjectDocuments, DiscussionDocuments>()
        .AddSingleton<ISubjectDocuments, PostDocuments>()
        .AddSingleton<WriteTurns>()
        .Query<DiscussionListQuery>(p => new(p.Need<NetworkDb>(), p.Need<TopicDirectory>()))
        .AddSingleton<AuthorDirectory>()
        .AddSingleton<IChangeListener>(p => p.Need<AuthorDirectory>())
        .Query<ThreadQuery>(p => new(p.Need<NetworkDb>(), p.Need<TopicDirectory>(), p.Need<AuthorDirectory>()))
        .Query<CapacityQuery>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
        .Query<PostReplyHandler>(p => new(p.Need<IDbContextFactory<NetworkDb>>(), p.Need<TimeProvider>(), p.Need<WriteTurns>()))
        .Query<PostRemovalHandler>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()));

    private static IServiceCollection AddOperations(this IServiceCollection services) => services
        .AddSingleton(p => new AccountDirectory(p.Need<IServiceScopeFactory>(), p.Need<TimeProvider>()))
        .AddSingleton(p => new DemoSeed(p.Need<IDbContextFactory<NetworkDb>>(), p.Need<TimeProvider>()))
        .AddSingleton(p => new ArticleImport(p.Need<IDbContextFactory<NetworkDb>>(), p.Need<TopicDirectory>(), p.Need<TimeProvider>()))
        .AddSingleton(p => new NetworkCheck(p.Need<IDbContextFactory<NetworkDb>>(), p.Need<INetworkStore>(), p.Need<SearchFolder>()));

    // Constructors are internal, because they take the internal database: hence made by hand.
    private static IServiceCollection Query<T>(this IServiceCollection services, Func<IServiceProvider, T> make) where T : class => services.AddScoped(make);

    private static T Need<T>(this IServiceProvider services) where T : notnull => services.GetRequiredService<T>();
}
