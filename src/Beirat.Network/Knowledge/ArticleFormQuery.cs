using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Outbox;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Knowledge;

/// <summary>What the form of an article shows and offers.</summary>
public sealed class ArticleFormQuery
{
    private readonly NetworkDb _db;
    private readonly TopicDirectory _topics;
    private readonly ArticleOrigins _origins;
    private readonly TimeProvider _time;

    internal ArticleFormQuery(NetworkDb db, TopicDirectory topics, ArticleOrigins origins, TimeProvider time) =>
        (_db, _topics, _origins, _time) = (db, topics, origins, time);

    /// <summary>An empty form; null when the viewer writes no articles.</summary>
    public async Task<ArticleForm?> NewAsync(Viewer viewer, Subject? origin = null, CancellationToken cancellation = default)
    {
        if (!Article.MayBegin(viewer)) return null;
        var people = await PeopleAsync([], viewer.PersonId, cancellation);
        var own = await _db.People.Where(p => p.Id == viewer.PersonId).Select(p => p.Slug).FirstOrDefaultAsync(cancellation);
        var text = new ArticleText(string.Empty, string.Empty, Languages.Default, Audience.Members);
        var details = ArticleDetails.None with { Owner = own ?? string.Empty, ReviewOn = _time.Today().AddMonths(Article.MonthsToReview) };
        return new ArticleForm(string.Empty, 0, ArticleState.Draft, text, details, [], Levels(viewer), people, null)
        {
            Origin = await _origins.LinkAsync(viewer, origin, cancellation),
        };
    }

    /// <summary>What is stored; null when there is no such article or the viewer may not change it.</summary>
    public async Task<ArticleForm?> RunAsync(Viewer viewer, string slug, CancellationToken cancellation = default)
    {
        var article = await _db.Articles.ReadableBy(viewer).Include(a => a.Topics).Include(a => a.Contributors).AsNoTracking()
            .FirstOrDefaultAsync(a => a.Slug == slug, cancellation);
        if (article is null || !article.MayEdit(viewer)) return null;
        var names = await _topics.NamesAsync(cancellation);
        var credited = article.Contributors.Select(c => c.PersonId).ToList();
        var people = await PeopleAsync([.. credited, article.OwnerId ?? Guid.Empty], viewer.PersonId, cancellation);
        var named = await _db.People.Where(p => credited.Contains(p.Id) || p.Id == article.OwnerId || p.Id == article.RevisedById)
            .ToDictionaryAsync(p => p.Id, p => new NamedLink(p.Slug, p.Name), cancellation);
        string SlugOf(Guid? id) => id is { } known ? named.GetValueOrDefault(known)?.Slug ?? string.Empty : string.Empty;
        var details = new ArticleDetails(
            [.. names.Links(article.Topics.Select(t => t.TopicId)).Select(t => t.Slug)], SlugOf(article.OwnerId),
            [.. credited.Select(c => SlugOf(c)).Where(s => s.Length > 0)], article.ReviewOn, article.Source ?? string.Empty);
        return new ArticleForm(
            article.Slug, article.Version, article.State, new ArticleText(article.Title, article.Text, article.Language, article.Audience), details,
            await _db.AttachmentsOfAsync(article.Id, cancellation), Levels(viewer), people,
            article.RevisedById is { } by ? named.GetValueOrDefault(by)?.Name : null)
        {
            Origin = await _origins.LinkAsync(viewer, article.Origin, cancellation),
        };
    }

    /// <summary>Nobody publishes for readers to whom they do not belong: the text would vanish before their eyes.</summary>
    internal static IReadOnlyList<Audience> Levels(Viewer viewer) => [.. Audiences.All.Where(viewer.Sees)];

    // Whoever has a place in the council or an account of the office, and those who are named already.
    private Task<List<NamedLink>> PeopleAsync(List<Guid> named, Guid? own, CancellationToken cancellation)
    {
        var today = _time.Today();
        return _db.People.Where(p => p.ErasedAt == null && (named.Contains(p.Id) || p.Id == own
                || _db.SeatAssignments.Any(a => a.PersonId == p.Id && a.From <= today && (a.Until == null || a.Until >= today))))
            .OrderBy(p => p.SortName).ThenBy(p => p.Id).Select(p => new NamedLink(p.Slug, p.Name)).ToListAsync(cancellation);
    }
}
