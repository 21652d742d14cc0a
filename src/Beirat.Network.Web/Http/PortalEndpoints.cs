using Beirat.Network.Web.Account;
using Beirat.Network.Web.Advice;
using Beirat.Network.Web.AdviceRequests;
using Beirat.Network.Web.Discussions;
using Beirat.Network.Web.Exchange;
using Beirat.Network.Web.Knowledge;
using Beirat.Network.Web.Ledger;
using Beirat.Network.Web.Live;
using Beirat.Network.Web.Organizations;
using Beirat.Network.Web.Profile;
using Beirat.Network.Web.Messages;
using Beirat.Network.Web.Notices;
using Beirat.Network.Web.Privacy;
using Beirat.Network.Web.Push;
using Beirat.Network.Web.Search;
using Beirat.Network.Web.SearchDesk;
using Beirat.Network.Web.Vocabulary;

namespace Beirat.Network.Web.Http;

/// <summary>Every address that is not a page. Each feature adds its own.</summary>
internal static class PortalEndpoints
{
    public static void MapPortalEndpoints(this WebApplication app)
    {
        app.MapHealth();
        app.MapPageView();
        app.MapAccount();
        app.MapSuggestions();
        app.MapSavedSearches();
        app.MapDiscussions();
        app.MapThreads();
        app.MapNotices();
        app.MapPush();
        app.MapPostFiles();
        app.MapPhotos();
        app.MapKnowledge();
        app.MapLedger();
        app.MapAttachments();
        app.MapRecords();
        app.MapConcepts();
        app.MapSearchDesk();
        app.MapMessages();
        app.MapAdviceRequests();
        app.MapAdviceFiles();
        app.MapOwnData();
        app.MapVCards();
        app.MapLists();
        app.MapPresence();
        app.MapLive();
        app.MapOpenApi("/api/{documentName}.json");

        var api = app.MapGroup("/api");
        api.MapSearchApi();
        api.MapSkosApi();
        api.MapAdviceApi();
        api.MapDiscussionsApi();
        app.MapSecurityTxt();
    }

    /// <summary>RFC 9116. The contact is the page that every portal has.</summary>
    private static void MapSecurityTxt(this WebApplication app) => app.MapGet("/.well-known/security.txt", (HttpRequest request, TimeProvider time) =>
        $"Contact: {request.Scheme}://{request.Host}/impressum\nExpires: {time.GetUtcNow().AddDays(180):yyyy-MM-ddT00:00:00Z}\nPreferred-Languages: de, en\n")
        .ExcludeFromDescription();
}
