using System.Globalization;
using Beirat.Network.Common;
using Beirat.Network.Discussions;
using Beirat.Network.Web.Http;
using Microsoft.AspNetCore.SignalR;

namespace Beirat.Network.Web.Live;

/// <summary>Lets open pages follow discussions. Access is checked when somebody begins to watch, and again and again while they do.</summary>
internal sealed class LiveHub(ThreadQuery query, LiveConnections connections, LivePresence presence) : Hub
{
    private Viewer Viewer => Visitor.ViewerOf(Context.User ?? new());

    /// <summary>
    /// Follows a discussion and returns its last sequence number. What lies between that and what the page shows, the
    /// page fetches itself; from here on every new or changed post is sent as "post".
    /// </summary>
    /// <exception cref="HubException">There is no such discussion, or not for this viewer; or the page follows too many.</exception>
    public async Task<long> Watch(string? discussionId)
    {
        if (!Guid.TryParse(discussionId, out var id) || await query.LastSequenceAsync(Viewer, id, Context.ConnectionAborted) is null)
            throw new HubException("not found");
        await presence.LookAsync(Context.ConnectionId, Context.ConnectionAborted);
        // First listen, then look: a post between the two arrives twice rather than never.
        if (!connections.Join(Context.ConnectionId, id))
            throw new HubException(string.Create(CultureInfo.InvariantCulture, $"too many: a connection follows {LiveConnections.MostWatched} discussions at most"));
        if (await query.LastSequenceAsync(Viewer, id, Context.ConnectionAborted) is { } last) return last;
        connections.Leave(Context.ConnectionId, id);
        throw new HubException("not found");
    }

    /// <summary>Follows a discussion no longer.</summary>
    public void Leave(string? discussionId)
    {
        if (Guid.TryParse(discussionId, out var id)) connections.Leave(Context.ConnectionId, id);
    }

    /// <summary>Says that this person writes just now. It reaches the others only when the person lets them see that.</summary>
    public void Writing(string? discussionId)
    {
        if (Guid.TryParse(discussionId, out var id)) presence.Writes(Context.ConnectionId, id);
    }
}

/// <summary>Refuses calls that come faster than any page makes them, with a word why, and cuts who does not stop.</summary>
internal sealed partial class FloodFilter(LiveConnections connections, ILogger<FloodFilter> log) : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var caller = invocationContext.Context;
        if (connections.Find(caller.ConnectionId) is not { } connection) return await next(invocationContext);
        var person = connection.Listener.Viewer.AccountId is { } account ? connections.CallsOf(account) : null;
        if (connection.Calls.Take() && person?.Take() != false) return await RunAsync(invocationContext, next);
        if (connection.Calls.IsFlood || person?.IsFlood == true) caller.Abort();
        throw new HubException("too many calls: wait some seconds");
    }

    // The hub itself logs every refusal with its whole stack: whoever asks for what is not there would fill the disk with it.
    private async Task<object?> RunAsync(HubInvocationContext call, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        try
        {
            return await next(call);
        }
        catch (Exception fault) when (fault is not (HubException or OperationCanceledException))
        {
            LogFault(fault, call.HubMethodName);
            throw;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} failed.")]
    private partial void LogFault(Exception fault, string method);
}
