using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Search;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Ledger;

/// <summary>A contested entry in the list of staff.</summary>
public sealed record ContestCard(Guid Id, NamedLink Person, EvidenceKind Kind, string Title, string Reason, DateTimeOffset ContestedAt, ContestState State, DateTimeOffset? DecidedAt);

/// <summary>A contested entry with the entry itself; it is null when there is no such entry any more.</summary>
public sealed record ContestView(ContestCard Card, string Note, LedgerEntry? Entry, Refusal? RefusalToDecide);

/// <summary>Contested entries for staff.</summary>
public sealed class ContestQuery
{
    public const int PageSize = 30;

    private readonly NetworkDb _db;
    private readonly LedgerQuery _ledger;

    internal ContestQuery(NetworkDb db, LedgerQuery ledger) => (_db, _ledger) = (db, ledger);

    /// <summary>
    /// One page: those that wait, oldest first, or the decided ones, newest first. <paramref name="after"/> is the id of the last one
    /// already shown. Null for everybody but staff.
    /// </summary>
    public async Task<Page<ContestCard>?> RunAsync(Viewer viewer, bool open, Guid? after, CancellationToken cancellation = default)
    {
        if (!viewer.IsStaff) return null;
        var last = after is null ? null : await _db.EvidenceContests.AsNoTracking().FirstOrDefaultAsync(c => c.Id == after, cancellation);
        var contests = _db.EvidenceContests.AsNoTracking().Where(c => (c.State == ContestState.Open) == open);
        if (last is not null)
        {
            contests = open
                ? contests.Where(c => c.ContestedAt > last.ContestedAt || (c.ContestedAt == last.ContestedAt && c.Id.CompareTo(last.Id) > 0))
                : contests.Where(c => c.ContestedAt < last.ContestedAt || (c.ContestedAt == last.ContestedAt && c.Id.CompareTo(last.Id) < 0));
        }

        var ordered = open ? contests.OrderBy(c => c.ContestedAt).ThenBy(c => c.Id) : contests.OrderByDescending(c => c.ContestedAt).ThenByDescending(c => c.Id);
        var rows = await ordered.Take(PageSize + 1).ToListAsync(cancellation);
        var people = rows.Select(c => c.PersonId).Distinct().ToList();
        var names = await _db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => new NamedLink(p.Slug, p.Name), cancellation);
        return new Page<ContestCard>([.. rows.Take(PageSize).Select(c => Card(c, names[c.PersonId]))], rows.Count > PageSize ? rows[PageSize - 1].Id.ToString() : null);
    }

    /// <summary>Null when there is none, or the viewer is not staff.</summary>
    public async Task<ContestView?> OneAsync(Viewer viewer, Guid id, CancellationToken cancellation = default)
    {
        if (!viewer.IsStaff || await _db.EvidenceContests.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, cancellation) is not { } contest) return null;
        var person = await _db.People.Where(p => p.Id == contest.PersonId).Select(p => new NamedLink(p.Slug, p.Name)).FirstAsync(cancellation);
        return new ContestView(
            Card(contest, person), contest.Note, await _ledger.EntryAsync(viewer, contest.PersonId, contest.Source, cancellation), contest.RefusalToDecide(viewer));
    }

    /// <summary>How many wait for a decision; 0 for everybody but staff.</summary>
    public async Task<int> OpenAsync(Viewer viewer, CancellationToken cancellation = default) =>
        viewer.IsStaff ? await _db.EvidenceContests.CountAsync(c => c.State == ContestState.Open, cancellation) : 0;

    private static ContestCard Card(EvidenceContest contest, NamedLink person) =>
        new(contest.Id, person, contest.Kind, contest.Title, contest.Reason, contest.ContestedAt, contest.State, contest.DecidedAt);
}
