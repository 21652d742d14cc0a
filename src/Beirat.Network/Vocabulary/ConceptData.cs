using Beirat.Network.Data;
using Beirat.Network.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Vocabulary;

/// <summary>Who changed a concept. The concept stays; who it was is told and forgotten.</summary>
internal sealed class ConceptData : IPersonalData
{
    public async Task ExportAsync(NetworkDb db, DataSubject who, PersonalExport export, CancellationToken cancellation)
    {
        var edits = await Of(db, who).OrderBy(e => e.ConceptId).Select(e => new { e.ConceptId, e.State, e.At }).ToListAsync(cancellation);
        export.Add("concepts", edits.Select(e => new PersonalEntry().With("concept", e.ConceptId).With("state", e.State).With("on", DateOnly.FromDateTime(e.At.UtcDateTime))));
    }

    public async Task EraseAsync(NetworkDb db, DataSubject who, CancellationToken cancellation)
    {
        foreach (var edit in await Of(db, who).ToListAsync(cancellation)) edit.ForgetWho();
    }

    private static IQueryable<ConceptEdit> Of(NetworkDb db, DataSubject who) =>
        db.ConceptEdits.Where(e => who.PersonId != null && e.ByPersonId == who.PersonId);
}
