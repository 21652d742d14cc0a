using Beirat.Network.Advice;
using Beirat.Network.AdviceRequests;
using Beirat.Network.Data;
using Beirat.Network.Endorsements;
using Beirat.Network.Ledger;
using Beirat.Network.Mail;
using Beirat.Network.Outbox;
using Beirat.Network.Search;
using Beirat.Network.Topics;
using Beirat.Network.Vocabulary;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Beirat.Network;

/// <content>Finding and asking advisers.</content>
public static partial class NetworkServices
{
    private static IServiceCollection AddAdvice(this IServiceCollection services) => services
        .AddScoped<EvidenceCheck>()
        .AddScoped(p => new AdviserRanking(p.Need<NetworkDb>(), p.Need<EvidenceCheck>(), p.Need<IAdviserTurns>(), p.Need<TimeProvider>()))
        .AddScoped<AdviceSurroundings>()
        .Query<AdviserQuery>(p => new(
            p.Need<NetworkDb>(), p.Need<TopicDirectory>(), p.Need<ConceptDirectory>(), p.Need<EvidenceSearch>(), p.Need<AdviserRanking>(), p.Need<AdviceSurroundings>(), p.Need<TimeProvider>()))
        .Query<ShortlistQuery>(p => new(p.Need<NetworkDb>(), p.Need<TopicDirectory>(), p.Need<AdviserQuery>(), p.Need<TimeProvider>()))
        .AddScoped<ContestNotices>()
        .Query<LedgerQuery>(p => new(p.Need<NetworkDb>(), p.Need<TopicDirectory>(), p.Need<TimeProvider>()))
        .Query<ContestHandler>(p => new(p.Need<NetworkDb>(), p.Need<LedgerQuery>(), p.Need<ContestNotices>(), p.Need<ImmediateEffect>(), p.Need<TimeProvider>()))
        .Query<ContestQuery>(p => new(p.Need<NetworkDb>(), p.Need<LedgerQuery>()))
        .Query<EndorsementQuery>(p => new(p.Need<NetworkDb>(), p.Need<TopicDirectory>(), p.Need<TimeProvider>()))
        .Query<EndorsementHandler>(p => new(p.Need<NetworkDb>(), p.Need<TopicDirectory>(), p.Need<MailQueue>(), p.Need<ImmediateEffect>(), p.Need<TimeProvider>()));

    private static IServiceCollection AddAdviceRequests(this IServiceCollection services)
    {
        services.TryAddSingleton(AdviceLadder.Usual);
        return services
            .AddScoped<AdviceDueSteps>()
            .AddSingleton<AdviceCalendar>()
            .Query<AdviceFormQuery>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
            .Query<StartAdviceRequestHandler>(p => new(p.Need<NetworkDb>(), p.Need<TopicDirectory>(), p.Need<AdviceFormQuery>(), p.Need<TimeProvider>()))
            .Query<AskMoreHandler>(p => new(p.Need<NetworkDb>(), p.Need<AdviceFormQuery>(), p.Need<TimeProvider>()))
            .Query<AnswerRequestHandler>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
            .Query<AdviceDraftWork>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
            .Query<AdviceDraftQuery>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
            .Query<AdviceFileQuery>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
            .Query<AdviceFileWork>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
            .Query<AdviceSteps>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
            .Query<AdviceRequestQuery>(p => new(p.Need<NetworkDb>(), p.Need<TopicDirectory>(), p.Need<TimeProvider>()))
            .Query<AdviceListQuery>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
            .Query<AdviceExport>(p => new(p.Need<AdviceListQuery>()))
            .Query<AdviceLoad>(p => new(p.Need<NetworkDb>(), p.Need<TimeProvider>()))
            .AddScoped<IAdviserTurns, RequestTurns>()
            .Query<MailRhythmHandler>(p => new(p.Need<NetworkDb>(), p.Need<MailQueue>(), p.Need<TimeProvider>()));
    }
}
