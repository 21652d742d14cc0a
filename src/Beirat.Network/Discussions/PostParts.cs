using Beirat.Network.Data;
using Beirat.Network.Knowledge;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Discussions;

/// <summary>What stands under some posts, read together. Most posts have nothing but a text; then only signs are asked for.</summary>
internal sealed class PostParts
{
    private ILookup<Guid, ReactionCount> _reactions = Nothing<ReactionCount>();
    private ILookup<Guid, AttachmentView> _files = Nothing<AttachmentView>();
    private ILookup<Guid, PostTranslation> _translations = Nothing<PostTranslation>();
    private ILookup<Guid, Guid> _mentions = Nothing<Guid>();

    private ILookup<Guid, PostQuestion> _questions = Nothing<PostQuestion>();

    private PostParts() { }

    /// <summary>People whose names are needed to show the posts.</summary>
    public IEnumerable<Guid> People => _mentions.SelectMany(m => m).Concat(_questions.SelectMany(q => q).Select(q => q.PersonId)).Concat(_translations.SelectMany(t => t).Select(t => t.ById).OfType<Guid>());

    public static async Task<PostParts> OfAsync(NetworkDb db, List<Post> posts, CancellationToken cancellation)
    {
        var parts = new PostParts();
        var shown = posts.Where(p => p.RemovedAt is null).ToList();
        if (shown.Count == 0) return parts;
        var ids = shown.ConvertAll(p => p.Id);
        parts._reactions = (await db.PostReactions.Where(r => ids.Contains(r.PostId)).GroupBy(r => new { r.PostId, r.Kind })
            .Select(g => new { g.Key.PostId, g.Key.Kind, Count = g.Count() }).ToListAsync(cancellation))
            .OrderBy(r => r.Kind).ToLookup(r => r.PostId, r => new ReactionCount(r.Kind, r.Count));
        if (With(PostExtras.Files) is { Count: > 0 } filed)
        {
            parts._files = (await db.PostAttachments.Where(a => filed.Contains(a.PostId)).OrderBy(a => a.Id)
                .Select(a => new { a.PostId, View = new AttachmentView(a.Id, a.Name, a.Kind, a.Size, a.Reading) }).ToListAsync(cancellation)).ToLookup(a => a.PostId, a => a.View);
        }

        if (With(PostExtras.Translations) is { Count: > 0 } translated)
            parts._translations = (await db.PostTranslations.AsNoTracking().Where(t => translated.Contains(t.PostId)).OrderBy(t => t.Language).ToListAsync(cancellation)).ToLookup(t => t.PostId);
        if (With(PostExtras.Mentions) is { Count: > 0 } calling)
            parts._mentions = (await db.PostMentions.Where(m => calling.Contains(m.PostId)).Select(m => new { m.PostId, m.PersonId }).ToListAsync(cancellation)).ToLookup(m => m.PostId, m => m.PersonId);
        if (With(PostExtras.Question) is { Count: > 0 } asking)
            parts._questions = (await db.PostQuestions.AsNoTracking().Where(q => asking.Contains(q.PostId)).ToListAsync(cancellation)).ToLookup(q => q.PostId);
        return parts;

        List<Guid> With(PostExtras extras) => [.. shown.Where(p => p.Extras.HasFlag(extras)).Select(p => p.Id)];
    }

    public PostView AddTo(PostView view, Post post, IReadOnlyDictionary<Guid, PostAuthor> names) => view with
    {
        Edition = post.Edition, RemovedByStaff = post.RemovedByStaff, Hidden = post.Hidden,
        Reactions = [.. _reactions[post.Id]],
        Files = [.. _files[post.Id]],
        Translations = [.. _translations[post.Id].Select(t => new TranslationView(
            t.Language, t.Kind, t.Text, t.Html, t.ById is { } by ? names.GetValueOrDefault(by) : null, t.ById, t.At, t.Edition != post.Edition, t.Version))],
        Questions = [.. _questions[post.Id].Select(q => new QuestionView(q.PersonId, names.GetValueOrDefault(q.PersonId), q.State, q.Hint)).OrderBy(q => q.Person?.Name, StringComparer.Ordinal)],
        Mentions = [.. _mentions[post.Id].Select(names.GetValueOrDefault).OfType<PostAuthor>().OrderBy(p => p.Name, StringComparer.Ordinal)],
    };

    private static ILookup<Guid, T> Nothing<T>() => Array.Empty<T>().ToLookup(_ => Guid.Empty);
}
