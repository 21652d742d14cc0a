using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Outbox;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Knowledge;

/// <inheritdoc cref="ArticleChange"/>
public sealed class ArticleChangeHandler
{
    /// <summary>Days of review lie within this many years.</summary>
    private const int YearsAhead = 10;

    private readonly NetworkDb _db;
    private readonly TopicDirectory _topics;
    private readonly ArticleOrigins _origins;
    private readonly TimeProvider _time;
    private readonly ImmediateEffect _effect;

    internal ArticleChangeHandler(NetworkDb db, TopicDirectory topics, ArticleOrigins origins, TimeProvider time, ImmediateEffect effect) =>
        (_db, _topics, _origins, _time, _effect) = (db, topics, origins, time, effect);

    /// <summary>Returns the slug: of a draft it follows the title until it is published.</summary>
    public async Task<Outcome<string>> RunAsync(Viewer viewer, ArticleChange command, CancellationToken cancellation = default)
    {
        var stored = command.Slug.Length == 0 ? null : await LoadAsync(viewer, command.Slug, cancellation);
        if (command.Slug.Length == 0 ? !Article.MayBegin(viewer) : stored is null || !stored.MayEdit(viewer)) return new Outcome<string>.NotFound();
        var text = command.Text with { Title = TextRules.Clean(command.Text.Title).ReplaceLineEndings(" "), Text = TextRules.Clean(command.Text.Text) };
        var publish = command.Publish || stored is { State: not ArticleState.Draft };
        var origin = stored is null ? await VisibleAsync(viewer, command.Origin, cancellation) : stored.Origin;
        var named = await PeopleAsync(command.Details, cancellation);
        var topics = await _topics.NamesAsync(cancellation);
        if (await FaultsAsync(viewer, command with { Text = text, Publish = publish }, origin, topics, named) is { Count: > 0 } faults) return new Outcome<string>.Invalid(faults);
        if (stored is not null && stored.Version != command.Version) return new Outcome<string>.Stale(stored.Version);

        var article = stored ?? await BeginAsync(viewer, text, origin, cancellation);
        await WriteAsync(article, viewer, text, publish, TextRules.Clean(command.Note).ReplaceLineEndings(" "), cancellation);
        article.File(command.Details.Topics.Select(t => topics.BySlug(t)!.Id));
        article.Document(article.ExternalId, TextRules.Clean(command.Details.Source) is { Length: > 0 } source ? source : null, command.Details.ReviewOn);
        if (command.Details.Owner.Length > 0) article.BelongTo(named[command.Details.Owner]);
        article.CreditAlso(command.Details.Contributors.Select(c => named[c]));
        return await SaveAsync(article, cancellation);
    }

    private Task<Article?> LoadAsync(Viewer viewer, string slug, CancellationToken cancellation) => _db.Articles.ReadableBy(viewer)
        .Include(a => a.Topics).Include(a => a.Contributors).FirstOrDefaultAsync(a => a.Slug == slug, cancellation);

    private async Task<Subject?> VisibleAsync(Viewer viewer, Subject? origin, CancellationToken cancellation) =>
        await _origins.LinkAsync(viewer, origin, cancellation) is null ? null : origin;

    private async Task<Article> BeginAsync(Viewer viewer, ArticleText text, Subject? origin, CancellationToken cancellation)
    {
        var id = Guid.CreateVersion7();
        var article = Article.Draft(id, await ArticleSlugs.FreeAsync(_db, text.Title, id, cancellation), text, viewer, _time.GetUtcNow());
        article.ComeFrom(origin);
        _db.Articles.Add(article);
        return article;
    }

    private async Task WriteAsync(Article article, Viewer viewer, ArticleText text, bool publish, string note, CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        if (article.State == ArticleState.Draft && article.Title != text.Title) article.MoveTo(await ArticleSlugs.FreeAsync(_db, text.Title, article.Id, cancellation));
        if (!publish) article.Revise(text, now);
        else if (article.Publish(text, viewer.PersonId, note, now) is { } replaced) _db.ArticleRevisions.Add(replaced);
    }

    private async Task<Outcome<string>> SaveAsync(Article article, CancellationToken cancellation)
    {
        try
        {
            // Topics and people are rows of their own: the article counts up with them.
            if (_db.Entry(article).State == EntityState.Unchanged) _db.Entry(article).Property(a => a.Version).IsModified = true;
            await _db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Outcome<string>.Stale(article.Version);
        }

        await _effect.TakeAsync([new Subject(SubjectKind.Article, article.Id)], cancellation);
        return new Outcome<string>.Done(article.Slug);
    }

    private async Task<Dictionary<string, Guid>> PeopleAsync(ArticleDetails details, CancellationToken cancellation)
    {
        var slugs = details.Contributors.Append(details.Owner).Distinct().ToList();
        return await _db.People.Where(p => slugs.Contains(p.Slug) && p.ErasedAt == null).ToDictionaryAsync(p => p.Slug, p => p.Id, cancellation);
    }

    private async Task<Dictionary<string, Refusal>> FaultsAsync(
        Viewer viewer, ArticleChange command, Subject? origin, TopicNames topics, Dictionary<string, Guid> people)
    {
        var faults = new Dictionary<string, Refusal>();
        var (text, details, today) = (command.Text, command.Details, _time.Today());
        if ((command.Publish ? Article.RefusalToPublish(text) : Article.RefusalToKeep(text)) is { } fault) faults[fault.Field] = fault.Reason;
        if (!ArticleFormQuery.Levels(viewer).Contains(text.Audience)) faults["audience"] = Refusal.NotYours;
        else if (command.Publish && text.Audience < await _origins.AudienceAsync(origin, default)) faults["audience"] = Refusal.WiderThanOrigin;
        if (details.Topics.Any(t => topics.BySlug(t) is null)) faults["topics"] = Refusal.UnknownTopic;
        if (details.Owner.Length > 0 && !people.ContainsKey(details.Owner)) faults["owner"] = Refusal.UnknownPerson;
        if (details.Contributors.Any(c => !people.ContainsKey(c))) faults["contributors"] = Refusal.UnknownPerson;
        if (details.Source.Length > Article.MaxSourceLength) faults["source"] = Refusal.TooLong;
        if (!TextRules.IsWellFormed(details.Source)) faults["source"] = Refusal.UnreadableText;
        if (command.Note.Length > Article.MaxNoteLength) faults["note"] = Refusal.TooLong;
        if (!TextRules.IsWellFormed(command.Note)) faults["note"] = Refusal.UnreadableText;
        if (command.Publish && details.ReviewOn is null) faults["reviewOn"] = Refusal.Empty;
        if (details.ReviewOn is { } day && (day < today.AddYears(-YearsAhead) || day > today.AddYears(YearsAhead))) faults["reviewOn"] = Refusal.UnlikelyDate;
        return faults;
    }
}
