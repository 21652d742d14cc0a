using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Discussions;
using Beirat.Network.People;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Knowledge;

/// <summary>A published form of an article in a list; the newest is the article as it is.</summary>
public sealed record RevisionCard(int Number, PostAuthor? By, DateTimeOffset At, string Note, Audience Audience, bool IsNow);

/// <summary>The forms of an article. The page goes on below a number.</summary>
public sealed record RevisionList(string Slug, string Title, string Language, bool MayRestore, Page<RevisionCard> Revisions);

/// <summary>Two forms beside each other, word by word.</summary>
public sealed record RevisionComparison(
    string Slug, string Title, string Language, RevisionCard Older, RevisionCard Newer, IReadOnlyList<DiffPart> TitleParts, IReadOnlyList<DiffPart> TextParts, bool MayRestore);

/// <summary>
/// How an article came to be what it is. Whoever was below the readers of a form does not see it, also when the article
/// itself has become more public since.
/// </summary>
public sealed class ArticleRevisionQuery
{
    public const int PageSize = 20;

    private readonly NetworkDb _db;
    private readonly TimeProvider _time;

    internal ArticleRevisionQuery(NetworkDb db, TimeProvider time) => (_db, _time) = (db, time);

    /// <summary>Newest first, below a number. Null when the article is not for this viewer, or was never published.</summary>
    public async Task<RevisionList?> RunAsync(Viewer viewer, string slug, int? below = null, CancellationToken cancellation = default)
    {
        if (await ArticleAsync(viewer, slug, cancellation) is not { } article) return null;
        var rows = await _db.ArticleRevisions.VisibleTo(_db, viewer).Where(r => r.ArticleId == article.Id && (below == null || r.Number < below))
            .OrderByDescending(r => r.Number).Take(PageSize + 1)
            .Select(r => new Row(r.Number, r.ById, r.At, r.Note, r.Audience)).ToListAsync(cancellation);
        var shown = rows.Take(PageSize).ToList();
        var next = rows.Count > PageSize ? $"{rows[PageSize - 1].Number}" : null;
        if (below is null || below > article.Revision) shown.Insert(0, Now(article));
        var people = await PeopleAsync(viewer, [.. shown.Select(r => r.ById)], cancellation);
        return new RevisionList(article.Slug, article.Title, article.Language, article.MayEdit(viewer), new Page<RevisionCard>([.. shown.Select(r => Card(r, article, people))], next));
    }

    /// <summary>Null when one of the two is not for this viewer.</summary>
    public async Task<RevisionComparison?> CompareAsync(Viewer viewer, string slug, int older, int newer, CancellationToken cancellation = default)
    {
        if (older >= newer || await ArticleAsync(viewer, slug, cancellation) is not { } article) return null;
        if (await TextAsync(viewer, article, older, cancellation) is not { } one || await TextAsync(viewer, article, newer, cancellation) is not { } other) return null;
        var people = await PeopleAsync(viewer, [one.Row.ById, other.Row.ById], cancellation);
        return new RevisionComparison(
            article.Slug, article.Title, article.Language, Card(one.Row, article, people), Card(other.Row, article, people),
            WordDiff.Compare(one.Title, other.Title), WordDiff.Compare(one.Text, other.Text), article.MayEdit(viewer));
    }

    /// <summary>The text of an older form, to put it into the form again; null when it is not for this viewer.</summary>
    public async Task<ArticleText?> TextAsync(Viewer viewer, string slug, int number, CancellationToken cancellation = default) =>
        await ArticleAsync(viewer, slug, cancellation) is not { } article || !article.MayEdit(viewer) ? null
        : await _db.ArticleRevisions.VisibleTo(_db, viewer).Where(r => r.ArticleId == article.Id && r.Number == number)
            .Select(r => new ArticleText(r.Title, r.Text, r.Language, r.Audience)).FirstOrDefaultAsync(cancellation);

    private Task<Article?> ArticleAsync(Viewer viewer, string slug, CancellationToken cancellation) => _db.Articles.ReadableBy(viewer)
        .Include(a => a.Contributors).AsNoTracking().FirstOrDefaultAsync(a => a.Slug == slug && a.Revision > 0, cancellation);

    private async Task<(Row Row, string Title, string Text)?> TextAsync(Viewer viewer, Article article, int number, CancellationToken cancellation)
    {
        if (number == article.Revision) return (Now(article), article.Title, article.Text);
        var found = await _db.ArticleRevisions.VisibleTo(_db, viewer).AsNoTracking().FirstOrDefaultAsync(r => r.ArticleId == article.Id && r.Number == number, cancellation);
        return found is null ? null : (new Row(found.Number, found.ById, found.At, found.Note, found.Audience), found.Title, found.Text);
    }

    private async Task<Dictionary<Guid, PostAuthor>> PeopleAsync(Viewer viewer, List<Guid?> ids, CancellationToken cancellation)
    {
        var known = _db.People.VisibleTo(viewer, _db, _time.Today()).Select(p => p.Id);
        return await _db.People.Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name, Slug = known.Contains(p.Id) ? p.Slug : null })
            .ToDictionaryAsync(p => p.Id, p => new PostAuthor(p.Slug, p.Name), cancellation);
    }

    private static Row Now(Article article) =>
        new(article.Revision, article.RevisedById ?? article.AuthorId, article.RevisedAt, article.RevisionNote, article.Audience);

    private static RevisionCard Card(Row row, Article article, Dictionary<Guid, PostAuthor> people) => new(
        row.Number, row.ById is { } by ? people.GetValueOrDefault(by) : null, row.At, row.Note, row.Audience, row.Number == article.Revision);

    private sealed record Row(int Number, Guid? ById, DateTimeOffset At, string Note, Audience Audience);
}
