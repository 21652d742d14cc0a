using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Outbox;
using Beirat.Network.Search;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Events;

/// <summary>An event is a hit, and evidence for those who took a part in it, or took part in a course.</summary>
internal sealed class EventDocuments : ISubjectDocuments
{
    public SubjectKind Kind => SubjectKind.Event;

    public Task<List<Guid>> IdsAsync(NetworkDb db, Guid? after, int count, CancellationToken cancellation) =>
        db.Events.Select(e => e.Id).Paged(after, count).ToListAsync(cancellation);

    public async Task<IReadOnlyList<IndexedDocument>> OfAsync(
        NetworkDb db, IReadOnlyCollection<Guid> ids, TopicScheme topics, CancellationToken cancellation)
    {
        var events = await db.Events.AsNoTracking().Include(e => e.Topics).Include(e => e.Organizations).Include(e => e.People).Where(e => ids.Contains(e.Id)).ToListAsync(cancellation);
        return [.. events.SelectMany(e => Of(e, topics))];
    }

    private static IEnumerable<IndexedDocument> Of(Event @event, TopicScheme topics)
    {
        var about = @event.Topics.Select(t => t.TopicId).ToList();
        var hit = new IndexedDocument(
            new Subject(SubjectKind.Event, @event.Id), Audience.Public, Languages.Default, @event.Title, RichTextRenderer.PlainText(@event.Description))
        {
            Key = @event.Slug,
            Topics = about,
            Organizations = [.. @event.Organizations.Select(o => o.OrganizationId)],
            Labels = topics.NamesOf(about, Languages.Default),
            Date = @event.Start,
        };
        yield return hit;
        foreach (var part in @event.People)
        {
            if (KindOf(@event, part.Part) is { } kind) yield return hit with { Evidence = new EvidenceOf(part.PersonId, kind, @event.Id) };
        }
    }

    // Whoever only sat there knows no more for it, unless it was there to learn something.
    private static EvidenceKind? KindOf(Event @event, PersonPart part) =>
        part != PersonPart.Participant ? EvidenceKind.Event : EventKinds.Courses.Contains(@event.Kind) ? EvidenceKind.Course : null;
}
