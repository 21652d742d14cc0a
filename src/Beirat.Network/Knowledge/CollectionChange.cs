using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Knowledge;

/// <summary>Makes or changes a collection. Articles are slugs, in order; the slug of a new collection is empty.</summary>
public sealed record CollectionChange(string Slug, int Version, string Title, string Introduction, IReadOnlyList<string> Articles);

/// <inheritdoc cref="CollectionChange"/>
public sealed class CollectionChangeHandler
{
    private readonly NetworkDb _db;
    private readonly TimeProvider _time;
    private readonly ImmediateEffect _effect;

    internal CollectionChangeHandler(NetworkDb db, TimeProvider time, ImmediateEffect effect) => (_db, _time, _effect) = (db, time, effect);

    /// <summary>What is stored; null when there is no such collection or the viewer may not change it.</summary>
    public async Task<CollectionChange?> ReadAsync(Viewer viewer, string slug, CancellationToken cancellation = default)
    {
        if (await LoadAsync(viewer, slug, cancellation) is not { } collection) return null;
        // What the viewer may not see stays in it all the same; it is not theirs to list.
        var visible = await (
            from held in _db.ArticleCollections.Where(c => c.Id == collection.Id).SelectMany(c => c.Articles)
            join article in _db.Articles.VisibleTo(viewer) on held.ArticleId equals article.Id
            orderby held.Order
            select article.Slug).ToListAsync(cancellation);
        return new CollectionChange(collection.Slug, collection.Version, collection.Title, collection.Introduction, visible);
    }

    /// <summary>Returns the slug.</summary>
    public async Task<Outcome<string>> RunAsync(Viewer viewer, CollectionChange command, CancellationToken cancellation = default)
    {
        var stored = command.Slug.Length == 0 ? null : await LoadAsync(viewer, command.Slug, cancellation);
        if (command.Slug.Length == 0 ? !Article.MayBegin(viewer) : stored is null) return new Outcome<string>.NotFound();
        var (title, introduction) = (TextRules.Clean(command.Title).ReplaceLineEndings(" "), TextRules.Clean(command.Introduction));
        var found = await _db.Articles.VisibleTo(viewer).Where(a => command.Articles.Contains(a.Slug)).ToDictionaryAsync(a => a.Slug, a => a.Id, cancellation);
        if (Faults(title, introduction, command.Articles, found) is { Count: > 0 } faults) return new Outcome<string>.Invalid(faults);
        if (stored is not null && stored.Version != command.Version) return new Outcome<string>.Stale(stored.Version);
        var collection = stored ?? await BeginAsync(viewer, title, cancellation);
        collection.Describe(title, introduction, _time.GetUtcNow());
        List<Guid> before = [.. collection.Articles.OrderBy(a => a.Order).Select(a => a.ArticleId)];
        var visible = await _db.Articles.VisibleTo(viewer).Where(a => before.Contains(a.Id)).Select(a => a.Id).ToListAsync(cancellation);
        collection.Hold([.. command.Articles.Select(a => found[a]), .. before.Except(visible)]);
        return await SaveAsync(collection, before, cancellation);
    }

    public async Task<Outcome<string>> RemoveAsync(Viewer viewer, string slug, CancellationToken cancellation = default)
    {
        if (await LoadAsync(viewer, slug, cancellation) is not { } collection) return new Outcome<string>.NotFound();
        List<Guid> before = [.. collection.Articles.Select(a => a.ArticleId)];
        _db.ArticleCollections.Remove(collection);
        return await SaveAsync(collection, before, cancellation);
    }

    private async Task<ArticleCollection> BeginAsync(Viewer viewer, string title, CancellationToken cancellation)
    {
        var (id, slug) = (Guid.CreateVersion7(), Slug.From(title));
        if (slug == "neu" || await _db.ArticleCollections.AnyAsync(c => c.Slug == slug, cancellation)) slug = ArticleSlugs.Distinct(slug, id);
        var collection = new ArticleCollection(id, slug);
        collection.MadeBy(viewer.PersonId);
        _db.ArticleCollections.Add(collection);
        return collection;
    }

    private async Task<Outcome<string>> SaveAsync(ArticleCollection collection, List<Guid> before, CancellationToken cancellation)
    {
        // Pages of all its articles name it.
        var touched = before.Union(collection.Articles.Select(a => a.ArticleId)).Select(id => new Subject(SubjectKind.Article, id)).ToList();
        _db.Outbox.AddRange(touched.Select(s => new OutboxEntry(s, _time.GetUtcNow())));
        try
        {
            await _db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Outcome<string>.Stale(collection.Version);
        }

        await _effect.TakeAsync(touched, cancellation);
        return new Outcome<string>.Done(collection.Slug);
    }

    private async Task<ArticleCollection?> LoadAsync(Viewer viewer, string slug, CancellationToken cancellation) =>
        await _db.ArticleCollections.Include(c => c.Articles).FirstOrDefaultAsync(c => c.Slug == slug, cancellation) is { } found && found.MayChange(viewer) ? found : null;

    private static Dictionary<string, Refusal> Faults(string title, string introduction, IReadOnlyList<string> articles, Dictionary<string, Guid> found)
    {
        var faults = new Dictionary<string, Refusal>();
        if (title.Length == 0) faults["title"] = Refusal.Empty;
        else if (title.Length > ArticleCollection.MaxTitleLength) faults["title"] = Refusal.TooLong;
        if (introduction.Length > ArticleCollection.MaxIntroductionLength) faults["introduction"] = Refusal.TooLong;
        if (!TextRules.IsWellFormed(title + introduction)) faults["introduction"] = Refusal.UnreadableText;
        if (articles.Any(a => !found.ContainsKey(a))) faults["articles"] = Refusal.UnknownArticle;
        else if (articles.Count == 0) faults["articles"] = Refusal.Empty;
        else if (articles.Distinct().Count() > ArticleCollection.Most) faults["articles"] = Refusal.TooMany;
        return faults;
    }
}
