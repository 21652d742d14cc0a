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

    // One sender reaches this long before a recipient has had enough: nobody can close somebody's door for all others.
    private readonly PartitionedRateLimiter<(HttpContext Context, Guid Person)> _perPerson =
        PartitionedRateLimiter.Create<(HttpContext Context, Guid Person), string>(
            to => Limits.ForMessagesTo(to.Context, to.Person, settings.MessagesToOnePersonPerDay));

    public bool TryTake(HttpContext context)
    {
        using var lease = _limiter.AttemptAcquire(context);
        return lease.IsAcquired;
    }

    /// <summary>The same for a first message to somebody.</summary>
    public bool TryTake(HttpContext context, Guid person)
    {
        if (!TryTake(context)) return false;
        using var lease = _perPerson.AttemptAcquire((context, person));
        return lease.IsAcquired;
    }

    public void Dispose()
    {
        _limiter.Dispose();
        _perPerson.Dispose();
    }
}
