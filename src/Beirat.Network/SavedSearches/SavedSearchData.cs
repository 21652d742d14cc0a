using Beirat.Network.Data;
using Beirat.Network.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.SavedSearches;

/// <summary>Searches that somebody keeps: told in full, erased in full.</summary>
internal sealed class SavedSearchData : IPersonalData
{
    public async Task ExportAsync(NetworkDb db, DataSubject who, PersonalExport export, CancellationToken cancellation)
    {
        var searches = await Of(db, who).AsNoTracking().OrderBy(s => s.Id).ToListAsync(cancellation);
        export.Add("searches", searches.Select(s =>
        {
            var entry = new PersonalEntry().With("name", s.Name).With("text", s.Text).With("language", s.Language).With("topic", s.Topic).With("organization", s.Organization);
            if (s.Kind is { } kind) entry.With("kind", kind);
            if (s.Time is { } time) entry.With("time", time);
            return entry.With("createdAt", s.CreatedAt);
        }));
    }

    public async Task EraseAsync(NetworkDb db, DataSubject who, CancellationToken cancellation) => await Of(db, who).ExecuteDeleteAsync(cancellation);

    private static IQueryable<SavedSearch> Of(NetworkDb db, DataSubject who) => db.SavedSearches.Where(s => who.AccountIds.Contains(s.AccountId));
}
