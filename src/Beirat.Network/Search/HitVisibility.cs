using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Discussions;
using Beirat.Network.Knowledge;
using Beirat.Network.Outbox;
using Beirat.Network.People;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Search;

/// <summary>
/// The second lock on every result: the index filters by audience, and what it gives back is held against the
/// database, so that a document the index has not yet forgotten is shown to nobody.
/// </summary>
internal sealed class HitVisibility(NetworkDb db, TimeProvider time)
{
    /// <summary>Those of the items that the viewer may see now, in their order. One query per kind that occurs.</summary>
    public async Task<List<T>> KeepAsync<T>(
        Viewer viewer, IReadOnlyCollection<T> items, Func<T, StoredDocument> document, CancellationToken cancellation)
    {
        var visible = new HashSet<Subject>();
        foreach (var kind in items.Select(document).GroupBy(d => d.Kind))
        {
            var ids = kind.Select(d => d.Id).Distinct().ToList();
            var seen = await Visible(viewer, kind.Key, ids).ToListAsync(cancellation);
            visible.UnionWith(seen.Select(id => new Subject(kind.Key, id)));
        }

        var versions = await VersionsAsync([.. items.Select(document).Where(d => d.Version is not null).Select(d => d.Id).Distinct()], cancellation);
        return [.. items.Where(i => visible.Contains(new Subject(document(i).Kind, document(i).Id)) && IsOfNow(document(i), versions))];
    }

    // What a person took back is still in the index for a moment; a document of an older version is therefore passed over.
    private static bool IsOfNow(StoredDocument document, Dictionary<Guid, int> versions) =>
        document.Version is not { } version || versions.GetValueOrDefault(document.Id) == version;

    private async Task<Dictionary<Guid, int>> VersionsAsync(List<Guid> people, CancellationToken cancellation) => people.Count == 0
        ? []
        : await db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Version, cancellation);

    private IQueryable<Guid> Visible(Viewer viewer, SubjectKind kind, List<Guid> ids) => kind switch
    {
        SubjectKind.Person => db.People.VisibleTo(viewer, db, time.Today()).Where(p => ids.Contains(p.Id)).Select(p => p.Id),
        SubjectKind.Organization => db.Organizations.Where(o => ids.Contains(o.Id)).Select(o => o.Id),
        SubjectKind.Topic => db.Topics.Where(t => ids.Contains(t.Id)).Select(t => t.Id),
        SubjectKind.Article => db.Articles.VisibleTo(viewer).Where(a => ids.Contains(a.Id)).Select(a => a.Id),
        SubjectKind.Discussion => db.Discussions.VisibleTo(viewer).Where(d => ids.Contains(d.Id)).Select(d => d.Id),
        SubjectKind.Post => db.Posts.Where(p => ids.Contains(p.Id) && p.RemovedAt == null &&
            db.Discussions.Any(d => d.Id == p.DiscussionId && viewer.Audiences.Contains(d.Audience))).Select(p => p.Id),
        SubjectKind.Event => db.Events.Where(e => ids.Contains(e.Id)).Select(e => e.Id),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind has no visibility rule, so nobody sees it."),
    };
}
