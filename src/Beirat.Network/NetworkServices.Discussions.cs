using Beirat.Network.Data;
using Beirat.Network.Discussions;
using Beirat.Network.Outbox;
using Beirat.Network.Search;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beirat.Network;

/// <content>Discussions and their posts.</content>
public static partial class NetworkServices
{
    private static IServiceCollection AddDiscussions(this IServiceCollection services) => services
        .AddSingleton<ISubjectDocuments, DiscussionDocuments>()
        .AddSingleton<ISubjectDocuments, PostDocuments>()
        .AddSingleton<PostCommits>()
        .AddSingleton<AuthorDirectory>()
        .AddSingleton<IChangeListener>(p => p.Need<AuthorDirectory>())
        .AddSingleton<RemovedTextCalendar>()
        .AddSingleton<DiscussionWork>()
        .AddScoped(p => new DiscussionSubjects(p.Need<NetworkDb>(), p.Need<TopicDirectory>()))
        .Query<DiscussionListQuery>(p => new(p.Need<NetworkDb>(), p.Need<TopicDirectory>()))
        .Query<ThreadQuery>(p => new(p.Need<NetworkDb>(), p.Need<DiscussionSubjects>(), p.Need<AuthorDirectory>(), p.Need<TimeProvider>()))
        .Query<CapacityQuery>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
        .Query<PeopleByName>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
        .Query<MentionQuery>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
        .Query<ThreadReadHandler>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
        .Query<PostDrafts>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
        .Query<QuestionHandler>(p => new(p.Need<DiscussionWork>(), p.Need<NetworkDb>(), p.Need<AuthorDirectory>(), p.Need<TimeProvider>()))
        .Query<ModerationHandler>(p => new(p.Need<NetworkDb>(), p.Need<ImmediateEffect>(), p.Need<TimeProvider>()))
        .Query<ModerationQuery>(p => new(p.Need<NetworkDb>(), p.Need<AuthorDirectory>(), p.Need<TimeProvider>()))
        .AddThreadChanges()
        .AddPostChanges();

    private static IServiceCollection AddThreadChanges(this IServiceCollection services) => services
        .Query<StartDiscussionHandler>(p => new(p.Need<NetworkDb>(), p.Need<DiscussionSubjects>(), p.Need<PeopleByName>(), p.Need<TimeProvider>()))
        .Query<LeadDiscussionHandler>(p => new(p.Need<DiscussionWork>(), p.Need<DiscussionSubjects>(), p.Need<TimeProvider>()))
        .Query<ChangeReachHandler>(p => new(p.Need<DiscussionWork>(), p.Need<PeopleByName>(), p.Need<TimeProvider>()))
        .Query<ReachQuery>(p => new(p.Need<NetworkDb>(), p.Need<PeopleByName>(), p.Need<TimeProvider>()))
        .Query<MergeDiscussionsHandler>(p => new(p.Need<DiscussionWork>(), p.Need<TimeProvider>()));

    private static IServiceCollection AddPostChanges(this IServiceCollection services) => services
        .Query<PostReplyHandler>(p => new(p.Need<IDbContextFactory<NetworkDb>>(), p.Need<TimeProvider>(), p.Need<PostCommits>()))
        .Query<PostEditHandler>(p => new(p.Need<DiscussionWork>(), p.Need<NetworkDb>(), p.Need<ImmediateEffect>(), p.Need<TimeProvider>()))
        .Query<PostHistoryQuery>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
        .Query<PostFileQuery>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
        .Query<PostMarkingHandler>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>(), p.Need<ImmediateEffect>()))
        .Query<PostReactingHandler>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>(), p.Need<ImmediateEffect>()))
        .Query<PostRemovalHandler>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>(), p.Need<ImmediateEffect>()))
        .Query<TranslatePostHandler>(p => new(p.Need<DiscussionWork>(), p.Need<NetworkDb>(), p.Need<ThreadQuery>(), p.Need<TimeProvider>()));
}
