using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Knowledge;

/// <summary>An article in the list of whoever looks after it. <see cref="Owner"/> is empty for nobody.</summary>
public sealed record CareCard(
    string Slug, string Title, string Language, ArticleState State, Audience Audience, DateTimeOffset RevisedAt, DateOnly? ReviewOn, bool IsDue, string Owner, bool MayConfirm);

/// <summary>What somebody writes and looks after; and for staff everything that is due for review.</summary>
public sealed class OwnKnowledgeQuery
{
    public const int PageSize = 30;

    private readonly NetworkDb _db;
    private readonly TimeProvider _time;

    internal OwnKnowledgeQuery(NetworkDb db, TimeProvider time) => (_db, _time) = (db, time);

    /// <summary>Drafts and articles of the viewer, those due first. <paramref name="skip"/> leaves out the ones already shown.</summary>
    public async Task<Page<CareCard>> RunAsync(Viewer viewer, int skip = 0, CancellationToken cancellation = default)
    {
        if (!Article.MayBegin(viewer)) return new Page<CareCard>([], null);
        var (person, account, today) = (viewer.PersonId, viewer.AccountId, _time.Today());
        var own = _db.Articles.ReadableBy(viewer).Where(a => (a.AccountId == account && a.State == ArticleState.Draft)
            || (person != null && (a.CaretakerId == person || (a.CaretakerId == null && a.AuthorId == person) || a.AuthorId == person || (a.State == ArticleState.Draft && a.Contributors.Any(c => c.PersonId == person)))));
        var ordered = own.OrderByDescending(a => a.State == ArticleState.Draft).ThenByDescending(a => a.State == ArticleState.Published && a.ReviewOn < today)
            .ThenByDescending(a => a.RevisedAt).ThenByDescending(a => a.Id);
        return await PageAsync(viewer, ordered.Skip(skip).Take(PageSize + 1), skip, cancellation);
    }

    /// <summary>Published articles whose day of review has passed, the longest waiting first; for staff.</summary>
    public async Task<Page<CareCard>> DueAsync(Viewer viewer, int skip = 0, CancellationToken cancellation = default) => viewer.IsStaff
        ? await PageAsync(viewer, Due(viewer).OrderBy(a => a.ReviewOn).ThenBy(a => a.Id).Skip(skip).Take(PageSize + 1), skip, cancellation)
        : new Page<CareCard>([], null);

    public async Task<int> CountDueAsync(Viewer viewer, CancellationToken cancellation = default) =>
        viewer.IsStaff ? await Due(viewer).CountAsync(cancellation) : 0;

    private IQueryable<Article> Due(Viewer viewer)
    {
        var today = _time.Today();
        return _db.Articles.VisibleTo(viewer).Where(a => a.ReviewOn < today);
    }

    private async Task<Page<CareCard>> PageAsync(Viewer viewer, IQueryable<Article> articles, int skip, CancellationToken cancellation)
    {
        var today = _time.Today();
        var rows = await articles.AsNoTracking().Select(a => new
        {
            a.Slug, a.Title, a.Language, a.State, a.Audience, a.RevisedAt, a.ReviewOn, a.AuthorId, a.CaretakerId,
            Owner = _db.People.Where(p => p.Id == (a.CaretakerId ?? a.AuthorId)).Select(p => p.Name).FirstOrDefault() ?? string.Empty,
        }).ToListAsync(cancellation);
        var shown = rows.Take(PageSize).Select(a => new CareCard(
            a.Slug, a.Title, a.Language, a.State, a.Audience, a.RevisedAt, a.ReviewOn, a.State == ArticleState.Published && a.ReviewOn < today, a.Owner,
            a.State == ArticleState.Published && (viewer.IsStaff || (viewer.PersonId is { } person && person == (a.CaretakerId ?? a.AuthorId)))));
        return new Page<CareCard>([.. shown], rows.Count > PageSize ? $"{skip + PageSize}" : null);
    }
}
