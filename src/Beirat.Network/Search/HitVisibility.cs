using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Discussions;
using Beirat.Network.Knowledge;
using Beirat.Network.Outbox;
using Beirat.Network.People;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Search;

/// <summary>A subject, and the version of it that a document was made from, where that matters.</summary>
internal readonly record struct SeenSubject(Subject Subject, int? Version);

/// <summary>
/// The second lock on every result: the index filters by audience, and what it gives back is held against the
/// database, so that a document the index has not yet forgotten is shown to nobody.
/// </summary>
internal sealed class HitVisibility(NetworkDb db, TimeProvider time)
{
    /// <summary>Those of the items that the viewer may see now, in their order. One query per kind that occurs.</summary>
    public async Task<List<T>> KeepAsync<T>(
        Viewer viewer, IReadOnlyCollection<T> items, Func<T, SeenSubject> seen, CancellationToken cancellation)
    {
        var visible = new HashSet<Subject>();
        foreach (var kind in items.Select(i => seen(i).Subject).Distinct().GroupBy(s => s.Kind, s => s.Id))
        {
            var ids = await Visible(viewer, kind.Key, [.. kind]).ToListAsync(cancellation);
            visible.UnionWith(ids.Select(id => new Subject(kind.Key, id)));
        }

        var versions = await VersionsAsync([.. items.Select(seen).Where(s => s.Version is not null).Select(s => s.Subject.Id).Distinct()], cancellation);
        return [.. items.Where(i => visible.Contains(seen(i).Subject) && IsOfNow(seen(i), versions))];
    }

    // What a person took back is still in the index for a moment; a document of an older version is therefore passed over.
    private static bool IsOfNow(SeenSubject seen, Dictionary<Guid, int> versions) =>
        seen.Version is not { } version || versions.GetValueOrDefault(seen.Subject.Id) == version;

    private async Task<Dictionary<Guid, int>> VersionsAsync(List<Guid> people, CancellationToken cancellation) => people.Count == 0
        ? []
        : await db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Version, cancellation);

    private IQueryable<Guid> Visible(Viewer viewer, SubjectKind kind, List<Guid> ids) => kind switch
    {
        SubjectKind.Person => db.People.VisibleTo(viewer, db, time.Today()).Where(p => ids.Contains(p.Id)).Select(p => p.Id),
        SubjectKind.Organization => db.Organizations.Where(o => ids.Contains(o.Id)).Select(o => o.Id),
        SubjectKind.Topic => db.Topics.Where(t => ids.Contains(t.Id)).Select(t => t.Id),
        SubjectKind.Article => db.Articles.VisibleTo(viewer).Where(a => ids.Contains(a.Id)).Select(a => a.Id),
        SubjectKind.Discussion => db.Discussions.SearchedFor(viewer).Where(d => ids.Contains(d.Id)).Select(d => d.Id),
        SubjectKind.Post => db.Posts.Where(p => ids.Contains(p.Id) && p.RemovedAt == null &&
            db.Discussions.Searched().Any(d => d.Id == p.DiscussionId && viewer.Audiences.Contains(d.Audience))).Select(p => p.Id),
        SubjectKind.Event => db.Events.Where(e => ids.Contains(e.Id)).Select(e => e.Id),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind has no visibility rule, so nobody sees it."),
    };
}
