using System.Collections.Concurrent;
using System.Security.Claims;
using Beirat.Network.Web.Http;

namespace Beirat.Network.Web.Live;

/// <summary>
/// How many connections may be open at a time: of one account or address, and of this node. Generous, because a whole
/// office may sit behind one address; bounded, because each one costs memory for as long as somebody likes.
/// </summary>
internal sealed class LiveRoom(PortalSettings settings)
{
    private readonly ConcurrentDictionary<string, int> _open = [];
    private int _all;

    /// <summary>Runs a request that holds a connection open, or answers that there is no room.</summary>
    public async Task HoldAsync(HttpContext context, RequestDelegate next)
    {
        var who = context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? Limits.Address(context);
        if (Interlocked.Increment(ref _all) > settings.LiveConnections || _open.AddOrUpdate(who, 1, (_, n) => n + 1) > settings.LiveConnectionsOfOne)
        {
            Free(who);
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = "30";
            return;
        }

        try
        {
            await next(context);
        }
        finally
        {
            Free(who);
        }
    }

    private void Free(string who)
    {
        Interlocked.Decrement(ref _all);
        if (_open.AddOrUpdate(who, 0, (_, n) => Math.Max(0, n - 1)) == 0) _open.TryRemove(new(who, 0));
    }
}
