using System.Globalization;
using System.Text;
using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Discussions;
using Beirat.Network.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Knowledge;

/// <summary>Makes a draft out of a discussion: what was said as quotations under the names of those who said it.</summary>
public sealed class ArticleFromThreadHandler
{
    private const int MaxPosts = 300;

    private readonly NetworkDb _db;
    private readonly TimeProvider _time;

    internal ArticleFromThreadHandler(NetworkDb db, TimeProvider time) => (_db, _time) = (db, time);

    /// <summary>
    /// Returns the slug of the draft. Its readers are at most those of the discussion. <paramref name="unnamed"/> stands
    /// for people who have left.
    /// </summary>
    public async Task<Outcome<string>> RunAsync(Viewer viewer, Guid id, string unnamed, CancellationToken cancellation = default)
    {
        if (!Article.MayBegin(viewer)) return new Outcome<string>.NotFound();
        if (await _db.Discussions.SearchedFor(viewer).AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, cancellation) is not { } discussion) return new Outcome<string>.NotFound();
        var posts = await (
            from post in _db.Posts.AsNoTracking()
            join person in _db.People on post.AuthorId equals (Guid?)person.Id into people
            from person in people.DefaultIfEmpty()
            where post.DiscussionId == id && post.RemovedAt == null
            orderby post.Sequence
            select new Quote(post.AuthorId, person == null ? null : person.Name, post.At, post.Text)).Take(MaxPosts).ToListAsync(cancellation);
        var text = new ArticleText(discussion.Title, Quoted(discussion, posts, unnamed), discussion.Language, discussion.Audience);
        var article = Article.Draft(Guid.CreateVersion7(), string.Empty, text, viewer, _time.GetUtcNow());
        article.MoveTo(await ArticleSlugs.FreeAsync(_db, text.Title, article.Id, cancellation));
        article.ComeFrom(new Subject(SubjectKind.Discussion, id));
        article.Document(null, null, _time.Today().AddMonths(Article.MonthsToReview));
        article.CreditAlso(posts.Select(p => p.AuthorId).OfType<Guid>());
        if (discussion.TopicId is { } topic) article.File([topic]);
        _db.Articles.Add(article);
        await _db.SaveChangesAsync(cancellation);
        return new Outcome<string>.Done(article.Slug);
    }

    private static string Quoted(Discussion discussion, List<Quote> posts, string unnamed)
    {
        var text = new StringBuilder(discussion.Introduction);
        foreach (var post in posts)
        {
            var quote = string.Join('\n', post.Text.Split('\n').Select(line => $"> {line}"));
            var name = string.IsNullOrEmpty(post.Name) ? unnamed : post.Name;
            var day = post.At.InCity().ToString("d. MMMM yyyy", CultureInfo.CurrentCulture);
            // Longer than an article may be: the rest stays in the discussion, to which the article links.
            if (text.Length + quote.Length + name.Length + 50 > Article.MaxTextLength) break;
            text.Append(CultureInfo.InvariantCulture, $"\n\n**{Escaped(name)}**, {day}:\n\n{quote}");
        }

        return TextRules.Clean(text.ToString());
    }

    private static string Escaped(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c > 127 || c is ' ' or '-' ? $"{c}" : $"\\{c}"));

    private sealed record Quote(Guid? AuthorId, string? Name, DateTimeOffset At, string Text);
}
