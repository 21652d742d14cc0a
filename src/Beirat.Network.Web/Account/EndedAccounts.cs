using System.Collections.Concurrent;
using Beirat.Network.Outbox;
using Beirat.Network.Web.Http;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Beirat.Network.Web.Account;

/// <summary>
/// Accounts that were erased a moment ago. Their cookies would be believed until the security stamp is looked at again,
/// and their live connections until they close by themselves: both end here, on every node that hears of the erasure.
/// </summary>
internal sealed class EndedAccounts(TimeProvider time) : IChangeListener
{
    // Long after the stamp of every cookie was looked at again.
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _ended = [];
    private readonly ConcurrentDictionary<string, (Guid Account, Action Abort)> _connections = [];

    /// <summary>True, and the cookie refused, when its account has ended.</summary>
    public static bool Ends(CookieValidatePrincipalContext context)
    {
        var ended = context.HttpContext.RequestServices.GetRequiredService<EndedAccounts>();
        if (context.Principal is null || Visitor.ViewerOf(context.Principal).AccountId is not { } account || !ended.Has(account)) return false;
        context.RejectPrincipal();
        return true;
    }

    public void Follow(string connection, Guid account, Action abort)
    {
        _connections[connection] = (account, abort);
        if (Has(account)) abort();
    }

    public void Leave(string connection) => _connections.TryRemove(connection, out _);

    public Task ChangedAsync(IReadOnlyList<Subject> subjects, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        foreach (var subject in subjects.Where(s => s.Kind == SubjectKind.Erased))
        {
            foreach (var old in _ended.Where(e => now - e.Value > Kept)) _ended.TryRemove(old);
            _ended[subject.Id] = now;
            foreach (var (account, abort) in _connections.Values)
            {
                if (account == subject.Id) abort();
            }
        }

        return Task.CompletedTask;
    }

    private bool Has(Guid account) => _ended.ContainsKey(account);
}
