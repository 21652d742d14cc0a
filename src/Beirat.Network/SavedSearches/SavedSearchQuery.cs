using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Mail;
using Beirat.Network.Search;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.SavedSearches;

/// <summary>A kept search as its owner sees it.</summary>
public sealed record SavedSearchView(
    Guid Id, int Version, string Name, SearchRequest Request, bool ByMail, bool IsPaused, DateTimeOffset CheckedAt, int NewHits);

/// <summary>The searches of the viewer, the newest first.</summary>
public sealed class SavedSearchQuery
{
    private readonly NetworkDb _db;
    private readonly MailQueue _mails;

    internal SavedSearchQuery(NetworkDb db, MailQueue mails) => (_db, _mails) = (db, mails);

    /// <summary>True when the portal can tell by mail.</summary>
    public bool HasMail => _mails.IsOn;

    public async Task<IReadOnlyList<SavedSearchView>> RunAsync(Viewer viewer, CancellationToken cancellation = default) =>
        [.. (await Of(viewer).OrderByDescending(s => s.Id).Take(SavedSearch.Most).ToListAsync(cancellation)).Select(View)];

    /// <summary>Null when there is none, or it is somebody else's.</summary>
    public async Task<SavedSearchView?> OneAsync(Viewer viewer, Guid id, CancellationToken cancellation = default) =>
        await Of(viewer).FirstOrDefaultAsync(s => s.Id == id, cancellation) is { } search ? View(search) : null;

    /// <summary>New hits of all searches together.</summary>
    public Task<int> NewHitsAsync(Viewer viewer, CancellationToken cancellation = default) => Of(viewer).SumAsync(s => s.NewHits, cancellation);

    private IQueryable<SavedSearch> Of(Viewer viewer) => _db.SavedSearches.AsNoTracking().Where(s => viewer.AccountId != null && s.AccountId == viewer.AccountId);

    private static SavedSearchView View(SavedSearch s) => new(s.Id, s.Version, s.Name, s.Request, s.ByMail, s.PausedAt is not null, s.CheckedAt, s.NewHits);
}
