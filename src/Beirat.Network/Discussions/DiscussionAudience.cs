using Beirat.Network.Common;

namespace Beirat.Network.Discussions;

internal static class DiscussionAudience
{
    public static IQueryable<Discussion> VisibleTo(this IQueryable<Discussion> discussions, Viewer viewer) =>
        discussions.Where(d => viewer.Audiences.Contains(d.Audience));
}
