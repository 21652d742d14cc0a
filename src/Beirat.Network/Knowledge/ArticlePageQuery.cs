using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Discussions;
using Beirat.Network.People;
using Beirat.Network.Topics;
using Beirat.Network.Vocabulary;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Knowledge;

/// <summary>The same article in another language.</summary>
public sealed record ArticleVersion(string Slug, string Title, string Language);

/// <summary>Everything that an article's page shows.</summary>
public sealed record ArticleView(
    string Slug, string Title, string Html, string Language, Audience Audience, PostAuthor? Author, string? Source,
    DateTimeOffset PublishedAt, DateTimeOffset RevisedAt, DateOnly? ReviewOn, bool IsTranslation, IReadOnlyList<TopicLink> Topics,
    IReadOnlyList<ArticleVersion> Versions, IReadOnlyList<DiscussionLink> Discussions)
{
    public ArticleState State { get; init; }

    public string? WithdrawnBecause { get; init; }

    /// <summary>Who looks after it, when that is not the author.</summary>
    public PostAuthor? Owner { get; init; }

    public IReadOnlyList<PostAuthor> Contributors { get; init; } = [];

    /// <summary>Number of the published form.</summary>
    public int Revision { get; init; }

    public DateTimeOffset? ConfirmedAt { get; init; }

    public IReadOnlyList<AttachmentView> Attachments { get; init; } = [];

    public OriginLink? Origin { get; init; }

    public IReadOnlyList<NamedLink> Collections { get; init; } = [];

    /// <summary>How many people it helped.</summary>
    public int Helped { get; init; }

    /// <summary>The viewer is one of them.</summary>
    public bool HelpedViewer { get; init; }

    public bool MayMark { get; init; }

    public bool MayEdit { get; init; }

    public bool MayConfirm { get; init; }

    /// <summary>Terms of a German text that the glossary explains.</summary>
    public IReadOnlyList<GlossaryEntry> Terms { get; init; } = [];
}

/// <summary>One article.</summary>
public sealed class ArticlePageQuery
{
    private readonly NetworkDb _db;
    private readonly TopicDirectory _topics;
    private readonly ArticleOrigins _origins;
    private readonly ConceptDirectory _concepts;
    private readonly TimeProvider _time;

    internal ArticlePageQuery(NetworkDb db, TopicDirectory topics, ArticleOrigins origins, ConceptDirectory concepts, TimeProvider time) =>
        (_db, _topics, _origins, _concepts, _time) = (db, topics, origins, concepts, time);

    /// <summary>Null when there is no such article, or not for this viewer.</summary>
    public async Task<ArticleView?> RunAsync(Viewer viewer, string slug, CancellationToken cancellation = default)
    {
        var article = await _db.Articles.ReadableBy(viewer).Include(a => a.Topics).Include(a => a.Contributors).AsNoTracking()
            .FirstOrDefaultAsync(a => a.Slug == slug, cancellation);
        if (article is null) return null;
        var names = await _topics.NamesAsync(cancellation);
        var people = await PeopleAsync(viewer, article, cancellation);
        PostAuthor? Named(Guid? id) => id is { } person ? people.GetValueOrDefault(person) : null;
        var original = article.TranslationOfId ?? article.Id;
        var versions = await _db.Articles.VisibleTo(viewer)
            .Where(a => (a.Id == original || a.TranslationOfId == original) && a.Id != article.Id)
            .OrderBy(a => a.Language).Select(a => new ArticleVersion(a.Slug, a.Title, a.Language)).ToListAsync(cancellation);
        var about = article.Topics.Select(t => (Guid?)t.TopicId).ToList();
        var discussions = await _db.Discussions.ListedFor(viewer)
            .Where(d => d.ArticleId == article.Id || about.Contains(d.TopicId))
            .OrderByDescending(d => d.ArticleId == article.Id).ThenByDescending(d => d.LastPostAt).Take(5).ToLinks().ToListAsync(cancellation);
        var view = new ArticleView(
            article.Slug, article.Title, article.Html, article.Language, article.Audience, Named(article.AuthorId), article.Source, article.PublishedAt,
            article.RevisedAt, article.ReviewOn, article.TranslationOfId is not null, names.Links(article.Topics.Select(t => t.TopicId)),
            versions, discussions)
        {
            State = article.State,
            WithdrawnBecause = article.WithdrawnBecause,
            Owner = article.OwnerId == article.AuthorId ? null : Named(article.OwnerId),
            Contributors = [.. article.Contributors.Select(c => Named(c.PersonId)).OfType<PostAuthor>().OrderBy(p => p.Name, StringComparer.CurrentCultureIgnoreCase)],
            Revision = article.Revision,
            ConfirmedAt = article.ConfirmedAt,
            Attachments = await _db.AttachmentsOfAsync(article.Id, cancellation),
            Origin = await _origins.LinkAsync(viewer, article.Origin, cancellation),
            Collections = await _db.ArticleCollections.Where(c => c.Articles.Any(a => a.ArticleId == article.Id))
                .OrderBy(c => c.Title).Select(c => new NamedLink(c.Slug, c.Title)).ToListAsync(cancellation),
            MayMark = article.State == ArticleState.Published && viewer.IsSignedIn && (article.AuthorId is null || article.AuthorId != viewer.PersonId),
            MayEdit = article.MayEdit(viewer),
            MayConfirm = article.MayConfirm(viewer),
            Terms = article.Language == Languages.Default
                ? TextTerms.Of(RichTextRenderer.PlainText(article.Text), (await _concepts.SchemeAsync(cancellation)).German)
                : [],
        };
        return await WithMarksAsync(view, viewer, article.Id, cancellation);
    }

    private async Task<ArticleView> WithMarksAsync(ArticleView view, Viewer viewer, Guid article, CancellationToken cancellation) => view with
    {
        Helped = await _db.ArticleMarks.CountAsync(m => m.ArticleId == article, cancellation),
        HelpedViewer = viewer.AccountId is { } account && await _db.ArticleMarks.AnyAsync(m => m.ArticleId == article && m.AccountId == account, cancellation),
    };

    private Task<Dictionary<Guid, PostAuthor>> PeopleAsync(Viewer viewer, Article article, CancellationToken cancellation)
    {
        List<Guid?> named = [article.AuthorId, article.CaretakerId, .. article.Contributors.Select(c => (Guid?)c.PersonId)];
        var known = _db.People.VisibleTo(viewer, _db, _time.Today()).Select(p => p.Id);
        return _db.People.Where(p => named.Contains(p.Id))
            .Select(p => new { p.Id, p.Name, Slug = known.Contains(p.Id) ? p.Slug : null })
            .ToDictionaryAsync(p => p.Id, p => new PostAuthor(p.Slug, p.Name), cancellation);
    }
}
