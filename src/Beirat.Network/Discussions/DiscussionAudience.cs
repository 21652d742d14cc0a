using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Discussions;

internal static class DiscussionAudience
{
    public static IQueryable<Discussion> VisibleTo(this IQueryable<Discussion> discussions, Viewer viewer)
    {
        if (viewer.AccountId is null || viewer.PersonId is not { } person) return discussions.Where(d => viewer.Audiences.Contains(d.Audience));
        var member = viewer.Sees(Audience.Members);
        return discussions.Where(d => viewer.Audiences.Contains(d.Audience) || d.Readers.Any(r => r.PersonId == person && (member || !r.AsMember)));
    }

    /// <summary>Those that stand in lists: the thread of a request is found at the request, a merged one where its posts are.</summary>
    public static IQueryable<Discussion> Listed(this IQueryable<Discussion> discussions) => discussions.Where(d => d.AdviceRequestId == null && d.MergedIntoId == null);

    /// <summary>Those that are searched: what is said among people chosen by name is not.</summary>
    public static IQueryable<Discussion> Searched(this IQueryable<Discussion> discussions) => discussions.Listed().Where(d => !d.IsCircle);

    /// <summary>The same for one that is at hand: mostly without asking the database.</summary>
    public static async Task<bool> MaySeeAsync(this NetworkDb db, Viewer viewer, Discussion discussion, CancellationToken cancellation = default) =>
        viewer.Sees(discussion.Audience) || await db.Discussions.VisibleTo(viewer).AnyAsync(d => d.Id == discussion.Id, cancellation);
}
