using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Knowledge;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Discussions;

/// <summary>What a thread is about, as the last parts of addresses; empty for none.</summary>
public sealed record SubjectSlugs(string? Topic = null, string? Organization = null, string? Event = null, string? Article = null);

/// <summary>What a thread is about, to link to.</summary>
public sealed record SubjectLinks(TopicLink? Topic, NamedLink? Organization, NamedLink? Event, NamedLink? Article)
{
    public bool IsEmpty => Topic is null && Organization is null && Event is null && Article is null;
}

/// <summary>Finds what threads are about, as far as the viewer may see it.</summary>
internal sealed class DiscussionSubjects(NetworkDb db, TopicDirectory topics)
{
    /// <summary>The subject, or the first field that names nothing.</summary>
    public async Task<(DiscussionSubject? Subject, Dictionary<string, Refusal> Faults)> FindAsync(Viewer viewer, SubjectSlugs slugs, CancellationToken cancellation)
    {
        var faults = new Dictionary<string, Refusal>();
        var topic = (await topics.NamesAsync(cancellation)).BySlug(slugs.Topic)?.Id;
        var organization = await Id(db.Organizations.Where(o => o.Slug == slugs.Organization).Select(o => o.Id), slugs.Organization, cancellation);
        var occasion = await Id(db.Events.Where(e => e.Slug == slugs.Event).Select(e => e.Id), slugs.Event, cancellation);
        var article = await Id(db.Articles.VisibleTo(viewer).Where(a => a.Slug == slugs.Article).Select(a => a.Id), slugs.Article, cancellation);
        if (topic is null && !string.IsNullOrEmpty(slugs.Topic)) faults["topic"] = Refusal.UnknownTopic;
        if (organization is null && !string.IsNullOrEmpty(slugs.Organization)) faults["organization"] = Refusal.UnknownOrganization;
        if (occasion is null && !string.IsNullOrEmpty(slugs.Event)) faults["event"] = Refusal.UnknownEvent;
        if (article is null && !string.IsNullOrEmpty(slugs.Article)) faults["article"] = Refusal.UnknownArticle;
        return (faults.Count == 0 ? new DiscussionSubject(topic, organization, occasion, article) : null, faults);
    }

    public async Task<SubjectLinks> LinksAsync(Viewer viewer, Discussion discussion, CancellationToken cancellation)
    {
        var names = await topics.NamesAsync(cancellation);
        var organization = discussion.OrganizationId is { } o
            ? await db.Organizations.Where(x => x.Id == o).Select(x => new NamedLink(x.Slug, x.Name)).FirstOrDefaultAsync(cancellation) : null;
        var occasion = discussion.EventId is { } e
            ? await db.Events.Where(x => x.Id == e).Select(x => new NamedLink(x.Slug, x.Title)).FirstOrDefaultAsync(cancellation) : null;
        var article = discussion.ArticleId is { } a
            ? await db.Articles.VisibleTo(viewer).Where(x => x.Id == a).Select(x => new NamedLink(x.Slug, x.Title)).FirstOrDefaultAsync(cancellation) : null;
        return new SubjectLinks(names.Link(discussion.TopicId), organization, occasion, article);
    }

    private static async Task<Guid?> Id(IQueryable<Guid> found, string? slug, CancellationToken cancellation) =>
        string.IsNullOrEmpty(slug) ? null : await found.Select(id => (Guid?)id).FirstOrDefaultAsync(cancellation);
}
