using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Outbox;
using Beirat.Network.Search;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Discussions;

/// <summary>A discussion is a hit by its title and introduction; what was said in it is found post by post.</summary>
internal sealed class DiscussionDocuments : ISubjectDocuments
{
    public SubjectKind Kind => SubjectKind.Discussion;

    public Task<List<Guid>> IdsAsync(NetworkDb db, Guid? after, int count, CancellationToken cancellation) =>
        db.Discussions.Select(d => d.Id).Paged(after, count).ToListAsync(cancellation);

    public async Task<IReadOnlyList<IndexedDocument>> OfAsync(
        NetworkDb db, IReadOnlyCollection<Guid> ids, TopicScheme topics, CancellationToken cancellation)
    {
        var discussions = await db.Discussions.AsNoTracking().Searched().Where(d => ids.Contains(d.Id)).ToListAsync(cancellation);
        return [.. discussions.Select(d => new IndexedDocument(
            new Subject(SubjectKind.Discussion, d.Id), d.Audience, d.Language, d.Title, d.Introduction)
        {
            Key = d.Id.ToString(),
            Topics = d.TopicId is { } topic ? [topic] : [],
            Organizations = d.OrganizationId is { } organization ? [organization] : [],
            Labels = d.TopicId is { } named ? topics.NamesOf([named], d.Language) : string.Empty,
            Date = DateOnly.FromDateTime(d.LastPostAt.InCity().DateTime),
        })];
    }
}

/// <summary>
/// A post is a hit, and weak evidence for its writer once somebody else marked it as helpful: who writes much does not know more for
/// that. It is seen by the audience of its discussion.
/// </summary>
internal sealed class PostDocuments : ISubjectDocuments
{
    public SubjectKind Kind => SubjectKind.Post;

    public Task<List<Guid>> IdsAsync(NetworkDb db, Guid? after, int count, CancellationToken cancellation) =>
        db.Posts.Select(p => p.Id).Paged(after, count).ToListAsync(cancellation);

    public async Task<IReadOnlyList<IndexedDocument>> OfAsync(
        NetworkDb db, IReadOnlyCollection<Guid> ids, TopicScheme topics, CancellationToken cancellation)
    {
        var posts = await (
            from p in db.Posts.AsNoTracking()
            join d in db.Discussions.Searched() on p.DiscussionId equals d.Id
            where ids.Contains(p.Id) && p.RemovedAt == null
            select new { Post = p, d.Title, d.Language, d.Audience, d.TopicId }).ToListAsync(cancellation);
        var helpful = await db.PostMarks.Where(m => ids.Contains(m.PostId)).Select(m => m.PostId).Distinct().ToListAsync(cancellation);
        var files = (await db.PostAttachments.Where(a => ids.Contains(a.PostId)).OrderBy(a => a.Id).Select(a => new { a.PostId, a.Name, a.Text }).ToListAsync(cancellation))
            .ToLookup(a => a.PostId, a => $"{a.Name}\n{a.Text}");
        return [.. posts.SelectMany(p => Of(p.Post, p.Title, p.Language, p.Audience, p.TopicId, helpful.Contains(p.Post.Id), files[p.Post.Id]))];
    }

    private static IEnumerable<IndexedDocument> Of(Post post, string title, string titleLanguage, Audience audience, Guid? topic, bool isHelpful, IEnumerable<string> files)
    {
        var hit = new IndexedDocument(
            new Subject(SubjectKind.Post, post.Id), audience, post.Language, title, string.Join('\n', files.Prepend(RichTextRenderer.PlainText(post.Text))))
        {
            Key = $"{post.DiscussionId}#{post.Sequence}",
            BorrowedTitleLanguage = titleLanguage,
            Date = DateOnly.FromDateTime(post.At.InCity().DateTime),
        };
        yield return hit;
        // The topic of a thread is found once, as the thread; for the finder it is what its writers talk about.
        if (isHelpful && post.AuthorId is { } author)
            yield return hit with { Topics = topic is { } about ? [about] : [], Evidence = new EvidenceOf(author, EvidenceKind.Post, post.Id) };
    }
}
