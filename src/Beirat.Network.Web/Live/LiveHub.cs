using System.Globalization;
using Beirat.Network.Discussions;
using Beirat.Network.Web.Account;
using Beirat.Network.Web.Http;
using Microsoft.AspNetCore.SignalR;

namespace Beirat.Network.Web.Live;

/// <summary>Lets open pages follow discussions. Access is checked when somebody begins to watch.</summary>
internal sealed class LiveHub(ThreadQuery query, LiveWatchers watchers, EndedAccounts ended) : Hub
{
    /// <summary>
    /// Follows a discussion and returns its last sequence number. What lies between that and what the page shows, the
    /// page fetches itself; from here on every new or changed post is sent as "post".
    /// </summary>
    /// <exception cref="HubException">There is no such discussion, or not for this viewer.</exception>
    public async Task<long> Watch(string discussionId)
    {
        var viewer = Visitor.ViewerOf(Context.User ?? new());
        if (!Guid.TryParse(discussionId, out var id) || await query.LastSequenceAsync(viewer, id, Context.ConnectionAborted) is null)
            throw new HubException("not found");
        // First listen, then look: a post between the two arrives twice rather than never.
        var group = watchers.Join(Context.ConnectionId, id, CultureInfo.CurrentUICulture.Name);
        await Groups.AddToGroupAsync(Context.ConnectionId, group, Context.ConnectionAborted);
        return await query.LastSequenceAsync(viewer, id, Context.ConnectionAborted) ?? throw new HubException("not found");
    }

    // A connection outlives the session that opened it: it is cut when its account ends.
    public override Task OnConnectedAsync()
    {
        if (Visitor.ViewerOf(Context.User ?? new()).AccountId is { } account) ended.Follow(Context.ConnectionId, account, Context.Abort);
        return base.OnConnectedAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        ended.Leave(Context.ConnectionId);
        watchers.Leave(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }
}
