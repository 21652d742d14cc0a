using Beirat.Network.Data;
using Beirat.Network.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Ledger;

/// <summary>Entries that somebody contested. Who decided about others is forgotten, the decision stays.</summary>
internal sealed class ContestData : IPersonalData
{
    public async Task ExportAsync(NetworkDb db, DataSubject who, PersonalExport export, CancellationToken cancellation)
    {
        var contests = await db.EvidenceContests.AsNoTracking().Where(c => c.PersonId == who.PersonId).OrderBy(c => c.ContestedAt).ToListAsync(cancellation);
        export.Add("contests", contests.Select(c => new PersonalEntry().With("title", c.Title).With("reason", c.Reason).With("at", c.ContestedAt)
            .With("contestState", c.State).With("decidedAt", c.DecidedAt).With("note", c.Note)));
    }

    public async Task EraseAsync(NetworkDb db, DataSubject who, CancellationToken cancellation)
    {
        db.EvidenceContests.RemoveRange(await db.EvidenceContests.Where(c => c.PersonId == who.PersonId).ToListAsync(cancellation));
        // What somebody wrote about others goes, and with it what was contested of it.
        var written = db.Endorsements.Where(e => who.PersonId != null && e.ById == who.PersonId).Select(e => e.Id);
        db.EvidenceContests.RemoveRange(await db.EvidenceContests.Where(c => written.Contains(c.SourceId)).ToListAsync(cancellation));
        await db.EvidenceContests.Where(c => c.DecidedBy != null && who.AccountIds.Contains(c.DecidedBy.Value))
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.DecidedBy, (Guid?)null), cancellation);
    }
}
