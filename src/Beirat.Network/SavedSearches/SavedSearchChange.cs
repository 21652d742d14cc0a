using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Search;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.SavedSearches;

/// <summary>A search as its owner describes it, from the version that was read.</summary>
public sealed record SavedSearchChange(Guid Id, int Version, string Name, bool ByMail);

/// <summary>Keeping, naming, resting and letting go of searches. Each belongs to one account; for everybody else there is none.</summary>
public sealed class SavedSearchHandler
{
    private readonly NetworkDb _db;
    private readonly SavedSearchLook _look;
    private readonly TimeProvider _time;

    internal SavedSearchHandler(NetworkDb db, SavedSearchLook look, TimeProvider time) => (_db, _look, _time) = (db, look, time);

    /// <summary>Keeps a search; one that is kept already stays the only one. Answers with its id.</summary>
    public async Task<Outcome<Guid>> SaveAsync(Viewer viewer, SearchRequest request, CancellationToken cancellation = default)
    {
        if (viewer.AccountId is not { } account) return new Outcome<Guid>.Refused(Refusal.SignInFirst);
        if (!TextRules.IsWellFormed(request.Text ?? string.Empty)) return new Outcome<Guid>.Invalid("q", Refusal.UnreadableText);
        if (!Fits(request)) return new Outcome<Guid>.Invalid("q", Refusal.TooLong);
        var search = new SavedSearch(account, Known(request), await _look.PositionAsync(cancellation), _time.GetUtcNow());
        if (search.Text.Length == 0) return new Outcome<Guid>.Invalid("q", Refusal.Empty);
        var kept = await _db.SavedSearches.AsNoTracking().Where(s => s.AccountId == account).OrderBy(s => s.Id).Take(SavedSearch.Most).ToListAsync(cancellation);
        if (kept.Find(search.IsLike) is { } same) return new Outcome<Guid>.Done(same.Id);
        if (kept.Count == SavedSearch.Most) return new Outcome<Guid>.Refused(Refusal.TooMany);
        _db.SavedSearches.Add(search);
        await _db.SaveChangesAsync(cancellation);
        return new Outcome<Guid>.Done(search.Id);
    }

    public Task<Outcome<Guid>> RunAsync(Viewer viewer, SavedSearchChange command, CancellationToken cancellation = default)
    {
        var name = TextRules.Clean(command.Name).ReplaceLineEndings(" ");
        Refusal? fault = name.Length == 0 ? Refusal.Empty
            : name.Length > SavedSearch.MaxNameLength ? Refusal.TooLong
            : TextRules.IsWellFormed(command.Name) ? null : Refusal.UnreadableText;
        return ChangeAsync(viewer, command.Id, command.Version, fault is { } reason ? new Outcome<Guid>.Invalid("name", reason) : null, s => s.Describe(name, command.ByMail), cancellation);
    }

    public async Task<Outcome<Guid>> PauseAsync(Viewer viewer, Guid id, bool paused, CancellationToken cancellation = default)
    {
        var position = await _look.PositionAsync(cancellation);
        return await ChangeAsync(viewer, id, null, null, s =>
        {
            if (paused) s.Rest(_time.GetUtcNow());
            else s.GoOn(position);
        }, cancellation);
    }

    /// <summary>The owner looks at the hits now.</summary>
    public Task<Outcome<Guid>> SeeAsync(Viewer viewer, Guid id, CancellationToken cancellation = default) => ChangeAsync(viewer, id, null, null, s => s.BeSeen(), cancellation);

    public async Task<Outcome<Guid>> RemoveAsync(Viewer viewer, Guid id, CancellationToken cancellation = default) =>
        await Of(viewer).Where(s => s.Id == id).ExecuteDeleteAsync(cancellation) == 0 ? new Outcome<Guid>.NotFound() : new Outcome<Guid>.Done(id);

    /// <summary>Looks for new hits at once, with what the viewer may see. Nobody is told by mail who is looking anyhow.</summary>
    public async Task<Outcome<Guid>> CheckAsync(Viewer viewer, Guid id, CancellationToken cancellation = default)
    {
        if (await Of(viewer).FirstOrDefaultAsync(s => s.Id == id, cancellation) is not { } search) return new Outcome<Guid>.NotFound();
        await _look.LookAsync(viewer, search, cancellation);
        return await SavedAsync(search, cancellation);
    }

    private async Task<Outcome<Guid>> ChangeAsync(
        Viewer viewer, Guid id, int? version, Outcome<Guid>? fault, Action<SavedSearch> change, CancellationToken cancellation)
    {
        if (await Of(viewer).FirstOrDefaultAsync(s => s.Id == id, cancellation) is not { } search) return new Outcome<Guid>.NotFound();
        if (fault is not null) return fault;
        if (version is { } read && read != search.Version) return new Outcome<Guid>.Stale(search.Version);
        change(search);
        return await SavedAsync(search, cancellation);
    }

    private async Task<Outcome<Guid>> SavedAsync(SavedSearch search, CancellationToken cancellation)
    {
        try
        {
            await _db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Outcome<Guid>.Stale(search.Version);
        }

        return new Outcome<Guid>.Done(search.Id);
    }

    // What an address says that is not a language narrows nothing here, as it would there.
    private static SearchRequest Known(SearchRequest request) => request with { Language = Languages.IsKnown(request.Language) ? request.Language : null };

    private static bool Fits(SearchRequest request) =>
        (request.Text?.Length ?? 0) <= SavedSearch.MaxTextLength && request.Without.Sum(w => w.Length + 1) <= SavedSearch.MaxTextLength
        && new[] { request.Topic, request.Organization }.All(s => s is null || s.Length <= Slug.MaxLength);

    private IQueryable<SavedSearch> Of(Viewer viewer) => _db.SavedSearches.Where(s => viewer.AccountId != null && s.AccountId == viewer.AccountId);
}
