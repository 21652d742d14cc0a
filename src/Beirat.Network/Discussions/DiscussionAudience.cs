using Beirat.Network.AdviceRequests;
using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Discussions;

internal static class DiscussionAudience
{
    /// <summary>Threads that the viewer may read on that day, those of requests among them that were asked by an organisation for which they speak.</summary>
    public static IQueryable<Discussion> VisibleTo(this IQueryable<Discussion> discussions, Viewer viewer, NetworkDb db, DateOnly today)
    {
        if (viewer.AccountId is null || viewer.PersonId is not { } person) return discussions.Open(viewer);
        var (member, offices) = (viewer.Sees(Audience.Members), db.SpokenForBy(person, today));
        return discussions.Where(d => viewer.Audiences.Contains(d.Audience) || d.Readers.Any(r => r.PersonId == person && (member || !r.AsMember))
            || (d.AdviceRequestId != null && db.AdviceRequests.Any(r => r.Id == d.AdviceRequestId && r.OrganizationId != null && offices.Contains(r.OrganizationId.Value))));
    }

    /// <summary>Those that stand in the viewer's lists: the thread of a request is found at the request, a merged one where its posts are.</summary>
    public static IQueryable<Discussion> ListedFor(this IQueryable<Discussion> discussions, Viewer viewer) =>
        discussions.Open(viewer).Listed();

    /// <summary>Those that the viewer may find by searching.</summary>
    public static IQueryable<Discussion> SearchedFor(this IQueryable<Discussion> discussions, Viewer viewer) => discussions.Open(viewer).Searched();

    /// <summary>Those that are searched: what is said among people chosen by name is not.</summary>
    public static IQueryable<Discussion> Searched(this IQueryable<Discussion> discussions) => discussions.Listed().Where(d => !d.IsCircle);

    /// <summary>The same for one that is at hand: mostly without asking the database.</summary>
    public static async Task<bool> MaySeeAsync(this NetworkDb db, Viewer viewer, Discussion discussion, DateOnly today, CancellationToken cancellation = default) =>
        viewer.Sees(discussion.Audience) || await db.Discussions.VisibleTo(viewer, db, today).AnyAsync(d => d.Id == discussion.Id, cancellation);

    private static IQueryable<Discussion> Listed(this IQueryable<Discussion> discussions) => discussions.Where(d => d.AdviceRequestId == null && d.MergedIntoId == null);

    private static IQueryable<Discussion> Open(this IQueryable<Discussion> discussions, Viewer viewer)
    {
        if (viewer.AccountId is null || viewer.PersonId is not { } person) return discussions.Where(d => viewer.Audiences.Contains(d.Audience));
        var member = viewer.Sees(Audience.Members);
        return discussions.Where(d => viewer.Audiences.Contains(d.Audience) || d.Readers.Any(r => r.PersonId == person && (member || !r.AsMember)));
    }
}
