using Beirat.Network.Data;
using Beirat.Network.Discussions;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Notices;

/// <summary>What is new to somebody, the same for the portal, for mails and for devices.</summary>
internal static class UnreadPosts
{
    /// <summary>Posts of others that they have not read; nothing that is removed, and nothing of people whom they muted.</summary>
    public static IQueryable<Post> UnreadBy(this NetworkDb db, Guid person) => db.Posts.AsNoTracking().Where(p => p.AuthorId != person && p.RemovedAt == null && !p.Hidden
        && !db.ThreadReads.Any(r => r.PersonId == person && r.DiscussionId == p.DiscussionId && r.Sequence >= p.Sequence)
        && !db.PersonMutes.Any(m => m.PersonId == person && m.MutedId == p.AuthorId));

    /// <summary>Those among them that came after somebody began to follow their thread.</summary>
    public static IQueryable<Post> NewsOf(this NetworkDb db, Guid person) => db.UnreadBy(person)
        .Where(p => db.ThreadFollows.Any(f => f.PersonId == person && f.DiscussionId == p.DiscussionId && f.Follows && p.Sequence > f.From));

    /// <summary>Threads that somebody follows and in which there is such a post. Most are known by their last number alone.</summary>
    public static IQueryable<Discussion> WithNewsFor(this NetworkDb db, IQueryable<Discussion> visible, Guid person)
    {
        var news = db.NewsOf(person);
        return from f in db.ThreadFollows
               join d in visible on f.DiscussionId equals d.Id
               where f.PersonId == person && f.Follows && d.LastSequence > f.From
                   && !db.ThreadReads.Any(r => r.PersonId == person && r.DiscussionId == d.Id && r.Sequence >= d.LastSequence)
                   && news.Any(p => p.DiscussionId == d.Id)
               select d;
    }
}
