using Beirat.Network.Accounts;
using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Mail;
using Beirat.Network.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Beirat.Network.SavedSearches;

/// <summary>To the owner: searches with new hits, by name. What was found is read in the portal.</summary>
public sealed record SearchesFound(IReadOnlyList<KeyValuePair<string, int>> Searches) : Notice;

/// <summary>Looks through kept searches, each once a day, on any number of nodes: whoever saves first has looked.</summary>
internal sealed partial class SavedSearchCalendar(IServiceScopeFactory scopes, TimeProvider time, ILogger<SavedSearchCalendar> log) : RepeatedWork(time, Idle)
{
    // At once; what is left is due a minute later.
    private const int BatchSize = 100;
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(1);

    protected override TimeSpan AfterStart => Idle;

    /// <summary>Looks through what is due now.</summary>
    public override async Task RunAsync(CancellationToken cancellation = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworkDb>();
        var latest = SavedSearch.DueBefore(Time.GetUtcNow());
        var due = await db.SavedSearches.Where(s => s.PausedAt == null && s.CheckedAt <= latest)
            .OrderBy(s => s.CheckedAt).Take(BatchSize).Select(s => new { s.Id, s.AccountId }).ToListAsync(cancellation);
        foreach (var account in due.GroupBy(s => s.AccountId)) await LookAsync(account.Key, [.. account.Select(s => s.Id)], cancellation);
    }

    // One save for an account: positions, counts and the mail that tells of them.
    private async Task LookAsync(Guid account, List<Guid> ids, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworkDb>();
        if (await scope.ServiceProvider.GetRequiredService<SignedInQuery>().ByAccountAsync(account, cancellation) is not { } who) return;
        var viewer = new Viewer(who.AccountId, who.PersonId, who.Roles);
        var look = scope.ServiceProvider.GetRequiredService<SavedSearchLook>();
        var told = new List<KeyValuePair<string, int>>();
        foreach (var search in await db.SavedSearches.Where(s => ids.Contains(s.Id)).ToListAsync(cancellation))
        {
            if (!search.IsDue(Time.GetUtcNow())) continue;
            var found = await look.LookAsync(viewer, search, cancellation);
            if (found > 0 && search.ByMail) told.Add(new(search.Name, found));
        }

        if (told.Count > 0) await TellAsync(scope.ServiceProvider.GetRequiredService<MailQueue>(), db, account, told, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node has looked, or the owner is changing it just now.
        }
    }

    private static async Task TellAsync(
        MailQueue mails, NetworkDb db, Guid account, IReadOnlyList<KeyValuePair<string, int>> told, CancellationToken cancellation)
    {
        var owner = await db.Users.Where(a => a.Id == account && a.EmailConfirmed).Select(a => new { a.Email, a.PersonId }).FirstOrDefaultAsync(cancellation);
        if (owner?.Email is { } address) mails.Add(db, new Addressee(address, owner.PersonId, Languages.Default), new SearchesFound(told));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Saved searches could not be looked through; trying again.")]
    protected override partial void LogFault(Exception fault);
}
