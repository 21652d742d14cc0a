using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Knowledge;

/// <summary>What is done with an article beside its text. Each step is one save.</summary>
public sealed class ArticleCare
{
    private readonly NetworkDb _db;
    private readonly TimeProvider _time;
    private readonly ImmediateEffect _effect;

    internal ArticleCare(NetworkDb db, TimeProvider time, ImmediateEffect effect) => (_db, _time, _effect) = (db, time, effect);

    /// <summary>It still holds; somebody looks again in a year.</summary>
    public async Task<Outcome<string>> ConfirmAsync(Viewer viewer, string slug, CancellationToken cancellation = default)
    {
        if (await LoadAsync(viewer, slug, cancellation) is not { } article || !article.MayConfirm(viewer)) return new Outcome<string>.NotFound();
        article.Confirm(viewer.PersonId, _time.Today().AddMonths(Article.MonthsToReview), _time.GetUtcNow());
        return await SaveAsync(article, cancellation);
    }

    /// <summary>Takes it back: by those who may change it, with a reason.</summary>
    public async Task<Outcome<string>> WithdrawAsync(Viewer viewer, string slug, string because, CancellationToken cancellation = default)
    {
        if (await LoadAsync(viewer, slug, cancellation) is not { } article || !article.MayEdit(viewer)) return new Outcome<string>.NotFound();
        if (article.State != ArticleState.Published) return new Outcome<string>.Refused(Refusal.AlreadyRemoved);
        var reason = TextRules.Clean(because).ReplaceLineEndings(" ");
        if (reason.Length == 0) return new Outcome<string>.Invalid("because", Refusal.Empty);
        if (reason.Length > Article.MaxNoteLength) return new Outcome<string>.Invalid("because", Refusal.TooLong);
        if (!TextRules.IsWellFormed(reason)) return new Outcome<string>.Invalid("because", Refusal.UnreadableText);
        article.Withdraw(reason);
        return await SaveAsync(article, cancellation);
    }

    /// <summary>Throws a draft away, with its files.</summary>
    public async Task<Outcome<string>> DiscardAsync(Viewer viewer, string slug, CancellationToken cancellation = default)
    {
        if (await LoadAsync(viewer, slug, cancellation) is not { State: ArticleState.Draft } article || !article.MayEdit(viewer)) return new Outcome<string>.NotFound();
        _db.Articles.Remove(article);
        return await SaveAsync(article, cancellation);
    }

    /// <summary>Notes or takes back that it helped. Both may be said twice; whoever wrote it says neither.</summary>
    public async Task<Outcome<string>> MarkAsync(Viewer viewer, string slug, bool helped, CancellationToken cancellation = default)
    {
        if (viewer.AccountId is not { } account) return new Outcome<string>.Refused(Refusal.SignInFirst);
        var article = await _db.Articles.VisibleTo(viewer).AsNoTracking().FirstOrDefaultAsync(a => a.Slug == slug, cancellation);
        if (article is null) return new Outcome<string>.NotFound();
        if (article.AuthorId is { } author && author == viewer.PersonId) return new Outcome<string>.Refused(Refusal.OwnArticle);
        var mark = await _db.ArticleMarks.FirstOrDefaultAsync(m => m.ArticleId == article.Id && m.AccountId == account, cancellation);
        if (mark is null == !helped) return new Outcome<string>.Done(slug);
        if (helped) _db.ArticleMarks.Add(new ArticleMark(article.Id, account, _time.GetUtcNow()));
        else _db.ArticleMarks.Remove(mark!);
        return await SaveAsync(article, cancellation);
    }

    private Task<Article?> LoadAsync(Viewer viewer, string slug, CancellationToken cancellation) =>
        _db.Articles.ReadableBy(viewer).Include(a => a.Contributors).FirstOrDefaultAsync(a => a.Slug == slug, cancellation);

    private async Task<Outcome<string>> SaveAsync(Article article, CancellationToken cancellation)
    {
        try
        {
            await _db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException fault)
        {
            // Sent twice at once: it is done. A change of the text meanwhile: look at that first.
            if (fault is not DbUpdateConcurrencyException) return new Outcome<string>.Done(article.Slug);
            return new Outcome<string>.Stale(article.Version);
        }

        await _effect.TakeAsync([new Subject(SubjectKind.Article, article.Id)], cancellation);
        return new Outcome<string>.Done(article.Slug);
    }
}
