using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Discussions;

/// <summary>
/// Who would read a thread after a change. <see cref="Everybody"/>: from then on everybody reads it, signed in or not.
/// Names are told as far as they fit, the numbers are whole.
/// </summary>
public sealed record ReachPreview(
    string Reach, bool IsWider, bool Everybody, int Gains, int Losses, IReadOnlyList<string> Gaining, IReadOnlyList<string> Losing, IReadOnlyList<string> WritersLosing, IReadOnlyList<string> Missing);

/// <summary>Says before a change of readers who gains and who loses sight.</summary>
public sealed class ReachQuery
{
    /// <summary>Names told of each kind.</summary>
    public const int Told = 40;

    private readonly NetworkDb _db;
    private readonly PeopleByName _people;
    private readonly TimeProvider _time;

    internal ReachQuery(NetworkDb db, PeopleByName people, TimeProvider time) => (_db, _people, _time) = (db, people, time);

    /// <summary>Null when the viewer may not change the readers, or there are no such readers.</summary>
    public async Task<ReachPreview?> RunAsync(Viewer viewer, Guid id, string? reach, string? people, CancellationToken cancellation = default)
    {
        var discussion = await _db.Discussions.VisibleTo(viewer, _db, _time.Today()).AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, cancellation);
        if (discussion?.MayArrange(viewer) != true || !DiscussionReach.TryParse(reach, out var audience, out var circle)) return null;
        var today = _time.Today();
        var named = circle ? await _people.RunAsync(viewer, PeopleByName.Lines(people), cancellation) : new NamedPeople([], []);
        var chosen = named.Found.Select(p => p.Id).Append(discussion.StartedById ?? Guid.Empty).ToList();
        var before = _db.ReadersOf(discussion, today).Select(p => p.Id);
        var inCircle = discussion.IsCircle ? before : _db.ReadersOf(Audience.Staff, today).Select(p => p.Id);
        var after = circle ? _db.People.Where(p => chosen.Contains(p.Id) || inCircle.Contains(p.Id)) : _db.ReadersOf(audience, today);
        var afterIds = after.Select(p => p.Id);
        var (wasOpen, opens) = (discussion.Audience == Audience.Public, audience == Audience.Public && !circle);
        // With everybody on one side there are no names: those who are known would be told apart from all the others.
        var gaining = wasOpen || opens ? _db.People.Where(_ => false) : after.Where(p => !before.Contains(p.Id));
        var losing = wasOpen || opens ? _db.People.Where(_ => false) : _db.People.Where(p => before.Contains(p.Id) && !afterIds.Contains(p.Id));
        var writers = opens ? _db.People.Where(_ => false) : _db.People.Where(p => p.ErasedAt == null && !afterIds.Contains(p.Id) && _db.Posts.Any(x => x.DiscussionId == id && x.AuthorId == p.Id));
        return new ReachPreview(
            DiscussionReach.Name(audience, circle), DiscussionReach.IsWider(audience, circle, discussion.Audience, discussion.IsCircle) || (circle && discussion.IsCircle), opens && !wasOpen,
            await gaining.CountAsync(cancellation), await losing.CountAsync(cancellation),
            await NamesAsync(gaining, cancellation), await NamesAsync(losing, cancellation), await NamesAsync(writers, cancellation), named.Missing);
    }

    private static Task<List<string>> NamesAsync(IQueryable<People.Person> people, CancellationToken cancellation) =>
        people.OrderBy(p => p.SortName).ThenBy(p => p.Id).Take(Told).Select(p => p.Name).ToListAsync(cancellation);
}
