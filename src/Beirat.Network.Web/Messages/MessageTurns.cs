using System.Threading.RateLimiting;
using Beirat.Network.Web.Http;

namespace Beirat.Network.Web.Messages;

/// <summary>
/// How often one account or address may write. Asked by the page, not by the middleware: a refusal then is a word at
/// the form, and what was typed is still there.
/// </summary>
internal sealed class MessageTurns(PortalSettings settings) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _limiter =
        PartitionedRateLimiter.Create<HttpContext, string>(context => Limits.ForMessages(context, settings.MessagesPerMinute));

    public bool TryTake(HttpContext context)
    {
        using var lease = _limiter.AttemptAcquire(context);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
