using System.Collections.Concurrent;
using Beirat.Network.Accounts;
using Beirat.Network.Common;
using Beirat.Network.Outbox;
using Beirat.Network.Web.Http;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Beirat.Network.Web.Account;

/// <summary>
/// Accounts that were erased, sessions that were signed out and accounts that changed a moment ago. Their cookies would be
/// believed until the security stamp is looked at again, and their live connections until they close by themselves: both
/// end here, on every node that hears of it by the outbox.
/// </summary>
internal sealed class EndedAccounts(TimeProvider time) : IChangeListener
{
    // Longer than any cookie is good for.
    private static readonly TimeSpan Kept = EndedSession.KeptFor;

    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _ended = [];
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _changed = [];
    private readonly ConcurrentDictionary<string, (Guid? Account, Guid? Session, Action Abort)> _connections = [];
    private readonly DateTimeOffset _started = time.GetUtcNow();

    /// <summary>Refuses a cookie whose account or session has ended. One that is older than a change of its account is looked at anew.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context, Func<CookieValidatePrincipalContext, Task> validate)
    {
        var ended = context.HttpContext.RequestServices.GetRequiredService<EndedAccounts>();
        if (context.Principal is null || Visitor.ViewerOf(context.Principal) is not { AccountId: { } account } viewer) return;
        if (ended.Has(account) || ended.Has(AccountSession.Of(context.Principal)))
        {
            context.RejectPrincipal();
            return;
        }

        var issued = context.Properties.IssuedUtc;
        // Without a time the stamp and the roles are read from the records now. The time is needed again to renew the cookie.
        if (issued is { } since && ended.ChangedSince(since, viewer)) context.Properties.IssuedUtc = null;
        await validate(context);
        context.Properties.IssuedUtc = issued;
    }

    public void Follow(string connection, Guid? account, Guid? session, Action abort)
    {
        if (account is null) return;
        _connections[connection] = (account, session, abort);
        if (Has(account) || Has(session)) abort();
    }

    public void Leave(string connection) => _connections.TryRemove(connection, out _);

    /// <summary>Sessions that ended before this process began.</summary>
    public void Remember(IEnumerable<Guid> sessions)
    {
        foreach (var session in sessions) _ended.TryAdd(session, time.GetUtcNow());
    }

    public Task ChangedAsync(IReadOnlyList<Subject> subjects, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        foreach (var subject in subjects)
        {
            if (subject.Kind is SubjectKind.Account or SubjectKind.Person) Note(_changed, subject.Id, now);
            if (subject.Kind is not (SubjectKind.Erased or SubjectKind.Session)) continue;
            Note(_ended, subject.Id, now);
            foreach (var (account, session, abort) in _connections.Values)
            {
                if (account == subject.Id || session == subject.Id) abort();
            }
        }

        return Task.CompletedTask;
    }

    private static void Note(ConcurrentDictionary<Guid, DateTimeOffset> notes, Guid id, DateTimeOffset now)
    {
        if (notes.Count > 1000)
        {
            foreach (var old in notes.Where(e => now - e.Value > Kept)) notes.TryRemove(old);
        }

        notes[id] = now;
    }

    private bool Has(Guid? id) => id is { } known && _ended.ContainsKey(known);

    // A mandate ends with a day, without anything being written; and what changed while this process was down it did not hear.
    private bool ChangedSince(DateTimeOffset issued, Viewer viewer) =>
        issued < _started || DateOnly.FromDateTime(issued.InCity().DateTime) != time.Today() || Changed(viewer.AccountId, issued) || Changed(viewer.PersonId, issued);

    // A cookie's time has whole seconds.
    private bool Changed(Guid? id, DateTimeOffset issued) => id is { } known && _changed.TryGetValue(known, out var at) && issued <= at;
}
