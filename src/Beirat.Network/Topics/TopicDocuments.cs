using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Outbox;
using Beirat.Network.Search;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Topics;

/// <summary>A topic is a hit; everything filed under it repeats its names.</summary>
internal sealed class TopicDocuments : ISubjectDocuments
{
    public SubjectKind Kind => SubjectKind.Topic;

    public Task<List<Guid>> IdsAsync(NetworkDb db, Guid? after, int count, CancellationToken cancellation) =>
        db.Topics.Select(t => t.Id).Paged(after, count).ToListAsync(cancellation);

    public async Task<IReadOnlyList<IndexedDocument>> OfAsync(
        NetworkDb db, IReadOnlyCollection<Guid> ids, TopicScheme topics, CancellationToken cancellation)
    {
        var found = await db.Topics.AsNoTracking().Include(t => t.Labels).Where(t => ids.Contains(t.Id)).ToListAsync(cancellation);
        return [.. found.Select(t => new IndexedDocument(
            new Subject(SubjectKind.Topic, t.Id), Audience.Public, Languages.Default,
            t.Labels.FirstOrDefault(l => l is { Kind: TopicLabelKind.Preferred, Language: Languages.Default })?.Text ?? t.Slug,
            t.Labels.FirstOrDefault(l => l is { Kind: TopicLabelKind.Definition, Language: Languages.Default })?.Text ?? string.Empty)
        {
            Key = t.Slug,
            Topics = [t.Id],
            Labels = string.Join(" · ", t.Labels.Where(l => l.Kind != TopicLabelKind.Definition).Select(l => l.Text)),
        })];
    }

    public async Task<IReadOnlyList<Subject>> DependentsAsync(NetworkDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        var people = await db.People.Where(p => p.Topics.Any(t => ids.Contains(t.TopicId))).Select(p => p.Id).ToListAsync(cancellation);
        var organizations = await db.Organizations.Where(o => o.Topics.Any(t => ids.Contains(t.TopicId))).Select(o => o.Id).ToListAsync(cancellation);
        var articles = await db.Articles.Where(a => a.Topics.Any(t => ids.Contains(t.TopicId))).Select(a => a.Id).ToListAsync(cancellation);
        var events = await db.Events.Where(e => e.Topics.Any(t => ids.Contains(t.TopicId))).Select(e => e.Id).ToListAsync(cancellation);
        return
        [
            .. people.Select(id => new Subject(SubjectKind.Person, id)),
            .. organizations.Select(id => new Subject(SubjectKind.Organization, id)),
            .. articles.Select(id => new Subject(SubjectKind.Article, id)),
            .. events.Select(id => new Subject(SubjectKind.Event, id)),
        ];
    }
}
