using Beirat.Network.Common;
using Beirat.Network.Outbox;

namespace Beirat.Network.Knowledge;

public enum ArticleState
{
    /// <summary>Read by its audience.</summary>
    Published,

    /// <summary>Never published yet; seen by those who write it.</summary>
    Draft,

    /// <summary>Taken back; seen by those who wrote it and by staff.</summary>
    Withdrawn,
}

/// <summary>From draft to published and back, and who answers for it.</summary>
public sealed partial class Article
{
    public const int MaxNoteLength = 300;

    public const int MaxSourceLength = 500;

    /// <summary>An article is looked at again after this time, unless somebody says otherwise.</summary>
    public const int MonthsToReview = 12;

    private readonly List<ArticleContributor> _contributors = [];

    public ArticleState State { get; private set; }

    /// <summary>The account that began it.</summary>
    public Guid? AccountId { get; private set; }

    /// <summary>Number of the published form; 0 while there was none. Earlier ones are <see cref="ArticleRevision"/>.</summary>
    public int Revision { get; private set; }

    public Guid? RevisedById { get; private set; }

    /// <summary>What was changed last, in the writer's words.</summary>
    public string RevisionNote { get; private set; } = string.Empty;

    /// <summary>When somebody looked and found that it still holds.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    public Guid? ConfirmedById { get; private set; }

    public string? WithdrawnBecause { get; private set; }

    /// <summary>What the knowledge came from: a discussion, an event; further kinds fit as they come.</summary>
    public SubjectKind? OriginKind { get; private set; }

    public Guid? OriginId { get; private set; }

    public IReadOnlyList<ArticleContributor> Contributors => _contributors;

    public Subject? Origin => OriginKind is { } kind && OriginId is { } id ? new Subject(kind, id) : null;

    /// <summary>Who looks after it.</summary>
    public Guid? OwnerId => CaretakerId ?? AuthorId;

    /// <summary>Begins an article that nobody else reads yet.</summary>
    public static Article Draft(Guid id, string slug, ArticleText text, Viewer writer, DateTimeOffset now)
    {
        var article = new Article { Id = id, Slug = slug, State = ArticleState.Draft, AuthorId = writer.PersonId, AccountId = writer.AccountId, PublishedAt = now };
        article.Revise(text, now);
        return article;
    }

    /// <summary>Members of the council and the city office write.</summary>
    public static bool MayBegin(Viewer viewer) => viewer.IsSignedIn && viewer.Sees(Audience.Members);

    /// <summary>Those who write or look after it; of what was published also staff.</summary>
    public bool MayEdit(Viewer viewer) =>
        MayBegin(viewer) && viewer.Sees(Audience) && (IsOf(viewer) || (State != ArticleState.Draft && viewer.IsStaff));

    /// <summary>Whether it still holds is said by whoever looks after it, or staff.</summary>
    public bool MayConfirm(Viewer viewer) =>
        State == ArticleState.Published && MayBegin(viewer) && viewer.Sees(Audience) && (viewer.IsStaff || (viewer.PersonId is { } person && person == OwnerId));

    /// <summary>
    /// Makes the text the one that is read. Returns the form that it replaces, to be kept; null when there was none or
    /// nothing changed.
    /// </summary>
    public ArticleRevision? Publish(ArticleText text, Guid? byPersonId, string note, DateTimeOffset now)
    {
        var (first, same) = (Revision == 0, IsSame(text));
        var replaced = first || same ? null : new ArticleRevision(this);
        (State, WithdrawnBecause) = (ArticleState.Published, null);
        Revise(text, same && !first ? RevisedAt : now);
        if (first) PublishedAt = now;
        if (!first && same) return null;
        Revision++;
        (RevisedById, RevisionNote) = (byPersonId, note);
        return replaced;
    }

    public void Withdraw(string because)
    {
        if (State != ArticleState.Published) throw new InvalidOperationException("Only what is published can be withdrawn.");
        (State, WithdrawnBecause) = (ArticleState.Withdrawn, because);
    }

    /// <summary>It still holds, and is looked at again on a day.</summary>
    public void Confirm(Guid? byPersonId, DateOnly nextReview, DateTimeOffset now) =>
        (ConfirmedAt, ConfirmedById, ReviewOn) = (now, byPersonId, nextReview);

    public void ComeFrom(Subject? origin) => (OriginKind, OriginId) = (origin?.Kind, origin?.Id);

    public void BelongTo(Guid? owner) => CaretakerId = owner == AuthorId ? null : owner;

    /// <summary>The people whose knowledge is in it, beside the author.</summary>
    public void CreditAlso(IEnumerable<Guid> people)
    {
        var wanted = people.Where(p => p != AuthorId).Distinct().ToList();
        _contributors.RemoveAll(c => !wanted.Contains(c.PersonId));
        _contributors.AddRange(wanted.Where(id => _contributors.All(c => c.PersonId != id)).Select(id => new ArticleContributor(Id, id)));
    }

    internal void MoveTo(string slug) => Slug = slug;

    /// <summary>Forgets the account; the person's row stays, without a name.</summary>
    internal void ForgetAccount() => AccountId = null;

    private bool IsOf(Viewer viewer) =>
        (viewer.AccountId is not null && AccountId == viewer.AccountId)
        || (viewer.PersonId is { } person && (AuthorId == person || CaretakerId == person || _contributors.Any(c => c.PersonId == person)));

    private bool IsSame(ArticleText text) => text == new ArticleText(Title, Text, Language, Audience);
}

/// <summary>Somebody whose knowledge is in an article.</summary>
public sealed class ArticleContributor
{
    private ArticleContributor() { }

    internal ArticleContributor(Guid articleId, Guid personId) => (ArticleId, PersonId) = (articleId, personId);

    public Guid ArticleId { get; private set; }

    public Guid PersonId { get; private set; }
}
