using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;

namespace Beirat.Network.Web.Http;

/// <summary>How often something may be tried. Reading is not limited here, but what a script asks while somebody types.</summary>
internal static class Limits
{
    /// <summary>Connections begun by one person or address: a crowd comes back at once after a restart.</summary>
    private const int ConnectionsPerMinute = 12_000;

    /// <summary>Downloads of all that is kept about somebody: each reads the whole of it.</summary>
    private const int DownloadsPerMinute = 12;

    /// <summary>Nobody types faster; a house behind one address may.</summary>
    private const int SuggestionsPerMinute = 600;

    public static RateLimitPartition<string> For(HttpContext context, PortalSettings settings)
    {
        if (context.Request.Path.StartsWithSegments("/konto/daten") && Path.HasExtension(context.Request.Path))
            return PerMinute($"own data {context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? Address(context)}", DownloadsPerMinute);
        if (context.Request.Path.StartsWithSegments("/suche/vorschlaege"))
            return PerMinute($"suggest {context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? Address(context)}", SuggestionsPerMinute);
        if (!HttpMethods.IsPost(context.Request.Method)) return RateLimitPartition.GetNoLimiter("read");
        if (context.Request.Path.StartsWithSegments("/live"))
            return PerMinute($"live {context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? Address(context)}", ConnectionsPerMinute);
        return context.Request.Path.StartsWithSegments("/konto/anmelden") || context.Request.Path.StartsWithSegments("/konto/daten/loeschen")
            ? PerMinute($"sign-in {Address(context)}", settings.SignInsPerMinute)
            : PerMinute($"write {context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? Address(context)}", settings.WritesPerMinute);
    }

    /// <summary>Messages of one account or address.</summary>
    public static RateLimitPartition<string> ForMessages(HttpContext context, int messagesPerMinute) =>
        PerMinute($"message {context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? Address(context)}", messagesPerMinute);

    public static RateLimitPartition<string> ForMessagesTo(HttpContext context, Guid person, int perDay) => RateLimitPartition.GetFixedWindowLimiter(
        $"message {context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? Address(context)} {person:N}",
        _ => new FixedWindowRateLimiterOptions { PermitLimit = perDay, Window = TimeSpan.FromDays(1), QueueLimit = 0 });

    private static RateLimitPartition<string> PerMinute(string key, int permits) => RateLimitPartition.GetFixedWindowLimiter(
        key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 });

    // A household has a /64 of IPv6 addresses: they count as one.
    public static string Address(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address) return "unknown";
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || address.IsIPv4MappedToIPv6) return address.ToString();
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, 8, 8);
        return new IPAddress(bytes).ToString();
    }
}
