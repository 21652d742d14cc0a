using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Knowledge;

/// <summary>A collection in a list; its articles are those that the viewer may see.</summary>
public sealed record CollectionCard(string Slug, string Title, string Introduction, int Articles);

/// <summary>A collection with its articles, in order.</summary>
public sealed record CollectionView(string Slug, string Title, string Introduction, IReadOnlyList<ArticleCard> Articles, bool MayChange);

/// <summary>Collections. One without a single article for a viewer is not there for them, but for those who make it.</summary>
public sealed class CollectionQuery
{
    public const int PageSize = 30;

    private readonly NetworkDb _db;
    private readonly TopicDirectory _topics;

    internal CollectionQuery(NetworkDb db, TopicDirectory topics) => (_db, _topics) = (db, topics);

    /// <summary>By title. <paramref name="skip"/> leaves out the ones already shown.</summary>
    public async Task<Page<CollectionCard>> ListAsync(Viewer viewer, int skip = 0, int count = PageSize, CancellationToken cancellation = default)
    {
        var visible = _db.Articles.VisibleTo(viewer).Select(a => a.Id);
        var rows = await Readable(viewer).OrderBy(c => c.Title).ThenBy(c => c.Id).Skip(skip).Take(count + 1)
            .Select(c => new CollectionCard(c.Slug, c.Title, c.Introduction, c.Articles.Count(a => visible.Contains(a.ArticleId)))).ToListAsync(cancellation);
        return new Page<CollectionCard>([.. rows.Take(count)], rows.Count > count ? $"{skip + count}" : null);
    }

    /// <summary>Null when there is no such collection, or not for this viewer.</summary>
    public async Task<CollectionView?> OneAsync(Viewer viewer, string slug, CancellationToken cancellation = default)
    {
        var collection = await Readable(viewer).Include(c => c.Articles).AsNoTracking().FirstOrDefaultAsync(c => c.Slug == slug, cancellation);
        if (collection is null) return null;
        var names = await _topics.NamesAsync(cancellation);
        var ids = collection.Articles.Select(a => a.ArticleId).ToList();
        var places = await _db.Articles.Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Slug }).ToDictionaryAsync(a => a.Slug, a => a.Id, cancellation);
        var order = collection.Articles.ToDictionary(a => a.ArticleId, a => a.Order);
        var cards = await _db.Articles.VisibleTo(viewer).Where(a => ids.Contains(a.Id)).ToCards(_db).AsNoTracking().ToListAsync(cancellation);
        return new CollectionView(
            collection.Slug, collection.Title, collection.Introduction,
            [.. cards.OrderBy(c => order[places[c.Slug]]).Select(c => c.Named(names))], collection.MayChange(viewer));
    }

    private IQueryable<ArticleCollection> Readable(Viewer viewer)
    {
        var visible = _db.Articles.VisibleTo(viewer).Select(a => a.Id);
        var (person, staff) = (viewer.PersonId, viewer.IsStaff);
        return _db.ArticleCollections.Where(c => staff || (person != null && c.MadeById == person) || c.Articles.Any(a => visible.Contains(a.ArticleId)));
    }
}
