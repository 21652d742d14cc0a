using System.Globalization;
using Beirat.Network.Web.Account;
using Beirat.Network.Web.Http;
using Microsoft.AspNetCore.SignalR;

namespace Beirat.Network.Web.Live;

/// <summary>Notes each connection as it begins and ends. Pushes do not go through SignalR's groups: those have no bound and wait for the slowest.</summary>
internal sealed class LiveLifetime(
    LiveConnections connections, EndedAccounts ended, TimeProvider time, ILogger<DefaultHubLifetimeManager<LiveHub>> log) : DefaultHubLifetimeManager<LiveHub>(log)
{
    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        var user = connection.User;
        var listener = new Listener(
            Visitor.ViewerOf(user), user.Name(), AccountSession.StampOf(user), AccountSession.Of(user), CultureInfo.CurrentUICulture.Name);
        connections.Add(new LiveConnection(connection.ConnectionId, listener, m => connection.WriteAsync(m), connection.Abort, time));
        // A connection outlives the session that opened it: it is cut when its account or session ends.
        ended.Follow(connection.ConnectionId, listener.Viewer.AccountId, listener.Session, connection.Abort);
        return base.OnConnectedAsync(connection);
    }

    public override Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        ended.Leave(connection.ConnectionId);
        connections.Remove(connection.ConnectionId);
        return base.OnDisconnectedAsync(connection);
    }
}
