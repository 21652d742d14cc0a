using Beirat.Network.Data;
using Beirat.Network.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Discussions;

/// <summary>What somebody said in discussions. It stays, because others answered it; who said it does not.</summary>
internal sealed class PostData : IPersonalData
{
    private const int BatchSize = 500;

    public async Task ExportAsync(NetworkDb db, DataSubject who, PersonalExport export, CancellationToken cancellation)
    {
        var posts = await (
            from p in Of(db, who).AsNoTracking()
            join d in db.Discussions on p.DiscussionId equals d.Id
            orderby p.At
            select new { d.Title, p.Sequence, p.At, p.Language, p.Text, p.RemovedAt, p.Capacity }).ToListAsync(cancellation);
        export.Add("posts", posts.Select(p => new PersonalEntry()
            .With("discussion", p.Title).With("number", (int)p.Sequence).With("at", p.At).With("language", p.Language).With("capacity", p.Capacity.Kind)
            .With("organization", p.Capacity.OrganizationName).With("text", p.Text).With("removedAt", p.RemovedAt)));
        var begun = await Begun(db, who).AsNoTracking().OrderBy(d => d.StartedAt).Select(d => new { d.Title, d.StartedAt }).ToListAsync(cancellation);
        var marks = await (
            from m in db.PostMarks
            join p in db.Posts on m.PostId equals p.Id
            join d in db.Discussions on p.DiscussionId equals d.Id
            where m.PersonId == who.PersonId
            orderby m.At
            select new { d.Title, p.Sequence, m.At }).ToListAsync(cancellation);
        export.Add("helpfulPosts", marks.Select(m => new PersonalEntry().With("discussion", m.Title).With("number", (int)m.Sequence).With("at", m.At)));
        var reactions = await (
            from r in db.PostReactions
            join p in db.Posts on r.PostId equals p.Id
            join d in db.Discussions on p.DiscussionId equals d.Id
            where r.PersonId == who.PersonId
            orderby r.At
            select new { d.Title, p.Sequence, r.Kind, r.At }).ToListAsync(cancellation);
        export.Add("reactions", reactions.Select(r => new PersonalEntry().With("discussion", r.Title).With("number", (int)r.Sequence).With("reaction", r.Kind).With("at", r.At)));
        export.Add("discussions", begun.Select(d => new PersonalEntry().With("title", d.Title).With("at", d.StartedAt)));
    }

    public async Task EraseAsync(NetworkDb db, DataSubject who, CancellationToken cancellation)
    {
        db.PostMarks.RemoveRange(await db.PostMarks.Where(m => m.PersonId == who.PersonId).ToListAsync(cancellation));
        db.PostReactions.RemoveRange(await db.PostReactions.Where(r => r.PersonId == who.PersonId).ToListAsync(cancellation));
        foreach (var discussion in await Begun(db, who).ToListAsync(cancellation)) discussion.Forget();
        while (true)
        {
            var posts = await Of(db, who).OrderBy(p => p.Id).Take(BatchSize).ToListAsync(cancellation);
            if (posts.Count == 0) return;
            foreach (var post in posts) post.Forget();
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
        }
    }

    private static IQueryable<Post> Of(NetworkDb db, DataSubject who) => db.Posts.Where(p =>
        (who.PersonId != null && p.AuthorId == who.PersonId) || (p.AccountId != null && who.AccountIds.Contains(p.AccountId.Value)));

    private static IQueryable<Discussion> Begun(NetworkDb db, DataSubject who) =>
        db.Discussions.Where(d => who.PersonId != null && d.StartedById == who.PersonId);
}
