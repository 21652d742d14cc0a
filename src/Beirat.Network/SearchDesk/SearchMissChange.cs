using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.SearchDesk;

/// <summary>Marks a question as dealt with, or as open again.</summary>
public sealed record SearchMissDone(Guid Id, bool IsDone);

/// <summary>Forgets a question; should it be asked again, it is counted from the beginning.</summary>
public sealed record SearchMissRemoval(Guid Id);

/// <summary>What staff does with searches without hits.</summary>
public sealed class SearchMissChangeHandler
{
    private readonly NetworkDb _db;

    internal SearchMissChangeHandler(NetworkDb db) => _db = db;

    public async Task<Outcome<Guid>> RunAsync(Viewer viewer, SearchMissDone command, CancellationToken cancellation = default)
    {
        if (!viewer.IsStaff || await _db.SearchMisses.FindAsync([command.Id], cancellation) is not { } miss) return new Outcome<Guid>.NotFound();
        miss.MarkDone(command.IsDone);
        await _db.SaveChangesAsync(cancellation);
        return new Outcome<Guid>.Done(command.Id);
    }

    public async Task<Outcome<Guid>> RunAsync(Viewer viewer, SearchMissRemoval command, CancellationToken cancellation = default)
    {
        if (!viewer.IsStaff || await _db.SearchMisses.Where(m => m.Id == command.Id).ExecuteDeleteAsync(cancellation) == 0) return new Outcome<Guid>.NotFound();
        return new Outcome<Guid>.Done(command.Id);
    }
}
