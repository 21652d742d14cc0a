using Beirat.Network.Accounts;
using Beirat.Network.Advice;
using Beirat.Network.AdviceRequests;
using Beirat.Network.Consents;
using Beirat.Network.Council;
using Beirat.Network.Data;
using Beirat.Network.Discussions;
using Beirat.Network.Endorsements;
using Beirat.Network.Events;
using Beirat.Network.Exchange;
using Beirat.Network.Handovers;
using Beirat.Network.Import;
using Beirat.Network.Knowledge;
using Beirat.Network.Ledger;
using Beirat.Network.Mail;
using Beirat.Network.Notices;
using Beirat.Network.Messages;
using Beirat.Network.Networking;
using Beirat.Network.Operations;
using Beirat.Network.Organizations;
using Beirat.Network.Outbox;
using Beirat.Network.People;
using Beirat.Network.Privacy;
using Beirat.Network.SavedSearches;
using Beirat.Network.Search;
using Beirat.Network.SearchDesk;
using Beirat.Network.Seeding;
using Beirat.Network.Start;
using Beirat.Network.Topics;
using Beirat.Network.Vocabulary;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Beirat.Network;

/// <summary>Puts the network together. A store (SQLite or PostgreSQL) is added beside it.</summary>
public static partial class NetworkServices
{
    /// <summary>Adds rules, use cases, queries and search; the index lives in <paramref name="indexFolder"/>.</summary>
    public static IServiceCollection AddNetwork(this IServiceCollection services, string indexFolder)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped(p => p.GetRequiredService<IDbContextFactory<NetworkDb>>().CreateDbContext());
        return services.AddOutbox().AddSearch(indexFolder).AddPeople().AddNetworking().AddProfiles().AddKnowledge().AddVocabulary().AddSearchDesk().AddDiscussions().AddNotices().AddMessages().AddSavedSearches().AddAdviceRequests().AddOperations().AddExchange().AddPrivacy();
    }

    /// <summary>Follows the outbox while the portal runs. The operator's commands do without.</summary>
    public static IServiceCollection AddNetworkFeeds(this IServiceCollection services) => services
        .AddHostedService(p => p.GetRequiredService<IndexFeed>())
        .AddHostedService(p => p.GetRequiredService<ChangeFeed>())
        .AddHostedService(p => p.GetRequiredService<MandateCalendar>())
        .AddHostedService<StoreCare>()
        .AddHostedService(p => p.GetRequiredService<SavedSearchCalendar>())
        .AddHostedService(p => p.GetRequiredService<AdviceCalendar>())
        .AddHostedService(p => p.GetRequiredService<NoticeCalendar>())
        .AddHostedService(p => p.GetRequiredService<RemovedTextCalendar>())
        .AddHostedService(p => p.GetRequiredService<SearchMissFeed>());

    /// <summary>Sends mails while the portal runs. Without it, and without <see cref="IMailWords"/>, none are written.</summary>
    public static IServiceCollection AddMailDelivery<TWords, TTransport>(this IServiceCollection services)
        where TWords : class, IMailWords
        where TTransport : class, IMailTransport => services
        .AddScoped<IMailWords, TWords>()
        .AddSingleton<IMailTransport, TTransport>()
        .AddSingleton<MailDelivery>()
        .AddHostedService(p => p.GetRequiredService<MailDelivery>());

    /// <summary>Keeps accounts in the network's database.</summary>
    public static IdentityBuilder AddNetworkStores(this IdentityBuilder identity)
    {
        identity.Services.Configure<IdentityOptions>(DesignTime.ShapeAccounts);
        return identity.AddEntityFrameworkStores<NetworkDb>();
    }

    private static IServiceCollection AddOutbox(this IServiceCollection services) => services
        .AddSingleton<OutboxSignal>()
        .AddSingleton<OutboxInterceptor>()
        .AddSingleton<ImmediateEffect>()
        .AddSingleton<ChangeFeed>();

    private static IServiceCollection AddSearch(this IServiceCollection services, string folder) => services
        .AddSingleton(new SearchFolder(folder))
        .AddSingleton<SearchIndex>()
        .AddSingleton<IndexWork>()
        .AddSingleton<IndexFeed>()
        .AddSingleton<ConceptDirectory>()
        .AddSingleton<IChangeListener>(p => p.Need<ConceptDirectory>())
        .AddSingleton<EvidenceSearch>()
        .AddScoped<HitVisibility>()
        .AddScoped<FacetNames>()
        .Query<SearchQuery>(p => new(p.Need<SearchIndex>(), p.Need<TopicDirectory>(), p.Need<ConceptDirectory>(), p.Need<HitVisibility>(), p.Need<FacetNames>()))
        .Query<SuggestionQuery>(p => new(p.Need<SearchIndex>(), p.Need<ConceptDirectory>(), p.Need<HitVisibility>()))
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
        .AddCouncilChanges()
        .Query<StartQuery>(p => new(p.Need<NetworkDb>(), p.Need<TopicDirectory>(), p.Need<CouncilQuery>(), p.Need<EventListQuery>()))
        .Query<SignedInQuery>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
        .AddAdvice();

    private static IServiceCollection AddProfiles(this IServiceCollection services) => services
        .Query<OwnProfileQuery>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
        .Query<ProfileChangeHandler>(p => new(p.Need<NetworkDb>(), p.Need<TopicDirectory>(), p.Need<TimeProvider>(), p.Need<ImmediateEffect>()))
        .Query<PhotoChangeHandler>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>(), p.Need<ImmediateEffect>()))
        .Query<PhotoQuery>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
        .Query<ClaimChangeHandler>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
        .Query<ClaimQuery>(p => new(p.Need<NetworkDb>()))
        .Query<OrganizationChangeHandler>(p => new(p.Need<NetworkDb>(), p.Need<TopicDirectory>(), p.Need<TimeProvider>()))
        .Query<OrganizationStaffQuery>(p => new(p.Need<NetworkDb>()))
        .Query<OrganizationStartHandler>(p => new(p.Need<NetworkDb>()))
        .Query<MembershipChangeHandler>(p => new(p.Need<NetworkDb>(), p.Need<ImmediateEffect>()))
        .Query<RelationChangeHandler>(p => new(p.Need<NetworkDb>()))
        .Query<VisibilityQuery>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
        .Query<FoundByQuery>(p => new(
            p.Need<NetworkDb>(), p.Need<TopicDirectory>(), p.Need<AdviserQuery>(), p.Need<SearchQuery>(), p.Need<TimeProvider>()))
        .Query<VisibilityChangeHandler>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>(), p.Need<ImmediateEffect>()));

    private static IServiceCollection AddCouncilChanges(this IServiceCollection services) => services
        .AddScoped(p => new HandoverOpening(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
        .AddScoped(p => new MandateWork(p.Need<NetworkDb>(), p.Need<CouncilQuery>(), p.Need<HandoverOpening>(), p.Need<TimeProvider>()))
        .AddSingleton<MandateCalendar>()
        .Query<AppointPersonHandler>(p => new(p.Need<MandateWork>()))
        .Query<EndMandateHandler>(p => new(p.Need<MandateWork>()))
        .Query<ReplaceHolderHandler>(p => new(p.Need<MandateWork>()))
        .Query<UndoChangeHandler>(p => new(p.Need<NetworkDb>(), p.Need<MandateWork>()))
        .Query<ChangeQuery>(p => new(p.Need<NetworkDb>()))
        .Query<StaffSeatQuery>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
        .Query<CouncilDaysQuery>(p => new(p.Need<NetworkDb>()))
        .Query<CouncilTimelineQuery>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
        .Query<PersonSearch>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
        .Query<HandoverQuery>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
        .Query<HandoverWork>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>(), p.Need<ImmediateEffect>()));

    private static IServiceCollection AddNetworking(this IServiceCollection services) => services
        .Query<NetworkViewQuery>(p => new(p.Need<NetworkDb>(), p.Need<TopicDirectory>(), p.Need<TimeProvider>()))
        .Query<OrganizationRelationsQuery>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
        .Query<CoverageQuery>(p => new(p.Need<NetworkDb>(), p.Need<TopicDirectory>(), p.Need<TimeProvider>()))
        .Query<CallQuery>(p => new(p.Need<NetworkDb>(), p.Need<TopicDirectory>(), p.Need<TimeProvider>()));

    private static IServiceCollection AddKnowledge(this IServiceCollection services) => services
        .AddSingleton<ISubjectDocuments, ArticleDocuments>()
        .AddSingleton<ISubjectDocuments, EventDocuments>()
        .Query<ArticleListQuery>(p => new(p.Need<NetworkDb>(), p.Need<TopicDirectory>()))
        .Query<ArticlePageQuery>(p => new(p.Need<NetworkDb>(), p.Need<TopicDirectory>(), p.Need<ArticleOrigins>(), p.Need<ConceptDirectory>(), p.Need<TimeProvider>()))
        .AddArticleChanges()
        .Query<EventListQuery>(p => new(p.Need<NetworkDb>(), p.Need<TopicDirectory>()))
        .Query<EventPageQuery>(p => new(p.Need<NetworkDb>(), p.Need<TopicDirectory>(), p.Need<TimeProvider>()));

    private static IServiceCollection AddArticleChanges(this IServiceCollection services) => services
        .AddScoped<ArticleOrigins>()
        .Query<ArticleTopicQuery>(p => new(p.Need<NetworkDb>(), p.Need<TopicDirectory>()))
        .Query<ArticlesFromQuery>(p => new(p.Need<NetworkDb>()))
        .Query<ArticleFormQuery>(p => new(p.Need<NetworkDb>(), p.Need<TopicDirectory>(), p.Need<ArticleOrigins>(), p.Need<TimeProvider>()))
        .Query<ArticleChangeHandler>(p => new(
            p.Need<NetworkDb>(), p.Need<TopicDirectory>(), p.Need<ArticleOrigins>(), p.Need<TimeProvider>(), p.Need<ImmediateEffect>()))
        .Query<ArticleCare>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>(), p.Need<ImmediateEffect>()))
        .Query<ArticleRevisionQuery>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
        .Query<ArticleFromThreadHandler>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
        .Query<AttachmentChangeHandler>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>(), p.Need<ImmediateEffect>()))
        .Query<AttachmentQuery>(p => new(p.Need<NetworkDb>()))
        .Query<OwnKnowledgeQuery>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
        .Query<CollectionQuery>(p => new(p.Need<NetworkDb>(), p.Need<TopicDirectory>()))
        .Query<CollectionChangeHandler>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>(), p.Need<ImmediateEffect>()));

    private static IServiceCollection AddVocabulary(this IServiceCollection services) => services
        .Query<SkosQuery>(p => new(p.Need<ConceptDirectory>()))
        .Query<GlossaryQuery>(p => new(p.Need<ConceptDirectory>()))
        .Query<GlossaryEntryQuery>(p => new(p.Need<ConceptDirectory>()))
        .Query<ConceptStaffQuery>(p => new(p.Need<NetworkDb>(), p.Need<ConceptDirectory>()))
        .Query<ConceptChangeHandler>(p => new(p.Need<NetworkDb>(), p.Need<ConceptDirectory>(), p.Need<TimeProvider>(), p.Need<ImmediateEffect>()));

    private static IServiceCollection AddSearchDesk(this IServiceCollection services) => services
        .AddSingleton(p => new SearchMissNotes(p.Need<TimeProvider>()))
        .AddSingleton<SearchMissFeed>()
        .Query<SearchMissQuery>(p => new(p.Need<NetworkDb>(), p.Need<SearchQuery>(), p.Need<AdviserQuery>()))
        .Query<SearchMissChangeHandler>(p => new(p.Need<NetworkDb>()))
        .Query<OwnWordQuery>(p => new(p.Need<NetworkDb>(), p.Need<SearchIndex>()))
        .Query<OwnWordChangeHandler>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
        .Query<QualityQuery>(p => new(p.Need<NetworkDb>()))
        .Query<QualityRun>(p => new(p.Need<NetworkDb>(), p.Need<SearchQuery>(), p.Need<TimeProvider>()))
        .Query<ExpectedHitChangeHandler>(p => new(p.Need<NetworkDb>()));

    private static IServiceCollection AddMessages(this IServiceCollection services)
    {
        services.TryAddSingleton(MessageLimits.Usual);
        return services
            .AddScoped(p => new MailQueue(p.GetService<IMailWords>(), p.Need<TimeProvider>()))
            .AddScoped<ConversationMails>()
            .AddScoped<VisitorLimits>()
            .Query<RecipientQuery>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
            .Query<StartConversationHandler>(p => new(
                p.Need<NetworkDb>(), p.Need<RecipientQuery>(), p.Need<ConversationMails>(), p.Need<VisitorLimits>(), p.Need<TimeProvider>()))
            .Query<WriteEntryHandler>(p => new(p.Need<NetworkDb>(), p.Need<ConversationMails>(), p.Need<VisitorLimits>(), p.Need<TimeProvider>()))
            .Query<CloseConversationHandler>(p => new(p.Need<NetworkDb>()))
            .Query<DeleteConversationHandler>(p => new(p.Need<NetworkDb>()))
            .Query<ConversationQuery>(p => new(p.Need<NetworkDb>()))
            .Query<ConversationListQuery>(p => new(p.Need<NetworkDb>()))
            .Query<UnreadQuery>(p => new(p.Need<IDbContextFactory<NetworkDb>>(), p.Need<TimeProvider>()));
    }

    private static IServiceCollection AddSavedSearches(this IServiceCollection services) => services
        .AddScoped<SavedSearchLook>()
        .AddSingleton<SavedSearchCalendar>()
        .Query<SavedSearchQuery>(p => new(p.Need<NetworkDb>(), p.Need<MailQueue>()))
        .Query<SavedSearchHandler>(p => new(p.Need<NetworkDb>(), p.Need<SavedSearchLook>(), p.Need<TimeProvider>()));

    private static IServiceCollection AddOperations(this IServiceCollection services) => services
        .AddSingleton(p => new SharedKeyStore(p.Need<IDbContextFactory<NetworkDb>>()))
        .Query<SessionEnd>(p => new(p.Need<NetworkDb>(), p.GetServices<IChangeListener>(), p.Need<TimeProvider>()))
        .Query<AccountStateQuery>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
        .Query<PresenceChoice>(p => new(p.Need<NetworkDb>()))
        .AddSingleton(p => new AccountDirectory(p.Need<IServiceScopeFactory>(), p.Need<TimeProvider>()))
        .AddSingleton(p => new DemoSeed(p.Need<IDbContextFactory<NetworkDb>>(), p.Need<TimeProvider>(), p.GetService<IOptions<PasswordHasherOptions>>()))
        .AddSingleton(p => new ArticleImport(p.Need<IDbContextFactory<NetworkDb>>(), p.Need<TopicDirectory>(), p.Need<TimeProvider>()))
        .AddSingleton(p => new NetworkCheck(p.Need<IDbContextFactory<NetworkDb>>(), p.Need<INetworkStore>(), p.Need<SearchFolder>()));

    private static IServiceCollection AddExchange(this IServiceCollection services) => services
        .AddSingleton(p => new PersonImport(p.Need<IDbContextFactory<NetworkDb>>(), p.Need<TopicDirectory>(), p.Need<TimeProvider>()))
        .AddSingleton(p => new OrganizationImport(p.Need<IDbContextFactory<NetworkDb>>(), p.Need<TopicDirectory>(), p.Need<TimeProvider>()))
        .AddSingleton(p => new PersonExport(p.Need<IDbContextFactory<NetworkDb>>(), p.Need<TopicDirectory>(), p.Need<TimeProvider>()))
        .AddSingleton(p => new OrganizationExport(p.Need<IDbContextFactory<NetworkDb>>(), p.Need<TopicDirectory>()));

    /// <summary>What is kept about people; in this order it is told.</summary>
    private static IServiceCollection AddPrivacy(this IServiceCollection services) => services
        .AddSingleton<IPersonalData, ProfileData>()
        .AddSingleton<IPersonalData, RoleData>()
        .AddSingleton<IPersonalData, SeatData>()
        .AddSingleton<IPersonalData, PartData>()
        .AddSingleton<IPersonalData, ArticleData>()
        // Before the posts: afterwards nobody knows whose they were.
        .AddSingleton<IPersonalData, ThreadData>()
        .AddSingleton<IPersonalData, ModerationData>()
        .AddSingleton<IPersonalData, PostData>()
        .AddSingleton<IPersonalData, ContestData>()
        .AddSingleton<IPersonalData, EndorsementData>()
        .AddSingleton<IPersonalData, MessageData>()
        .AddSingleton<IPersonalData, SavedSearchData>()
        .AddSingleton<IPersonalData, AdviceRequestData>()
        .AddSingleton<IPersonalData, MailRhythmData>()
        .AddSingleton<IPersonalData, NoticeData>()
        .AddSingleton<IPersonalData, HandoverData>()
        .AddSingleton<IPersonalData, ConceptData>()
        // Last: what was written by an account is found by it.
        .AddSingleton<IPersonalData, AccountData>()
        .AddSingleton<Erasure>()
        .Query<PersonalDataQuery>(p => new(p.Need<NetworkDb>(), p.GetServices<IPersonalData>(), p.Need<TimeProvider>()))
        .Query<ErasureHandler>(p => new(p.Need<NetworkDb>(), p.Need<UserManager<Account>>(), p.Need<Erasure>(), p.Need<TimeProvider>()));

    // Constructors are internal, because they take the internal database: hence made by hand.
    private static IServiceCollection Query<T>(this IServiceCollection services, Func<IServiceProvider, T> make) where T : class => services.AddScoped(make);

    private static T Need<T>(this IServiceProvider services) where T : notnull => services.GetRequiredService<T>();
}
