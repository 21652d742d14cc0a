using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Discussions;
using Beirat.Network.People;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Events;

/// <summary>An event in a list.</summary>
public sealed record EventCard(
    string Slug, string Title, EventKind Kind, string Summary, DateOnly Start, DateOnly? End, DatePrecision Precision, IReadOnlyList<TopicLink> Topics);

/// <summary>Events, newest first.</summary>
public sealed class EventListQuery
{
    public const int PageSize = 30;

    private readonly NetworkDb _db;
    private readonly TopicDirectory _topics;

    internal EventListQuery(NetworkDb db, TopicDirectory topics) => (_db, _topics) = (db, topics);

    /// <summary>One page. <paramref name="after"/> is the slug of the last event already shown.</summary>
    public async Task<Page<EventCard>> RunAsync(string? after = null, int count = PageSize, CancellationToken cancellation = default)
    {
        var names = await _topics.NamesAsync(cancellation);
        var events = _db.Events.AsNoTracking();
        if (after is not null)
        {
            var last = await _db.Events.Where(e => e.Slug == after).Select(e => new { e.Start, e.Id }).FirstOrDefaultAsync(cancellation);
            if (last is not null) events = events.Where(e => e.Start < last.Start || (e.Start == last.Start && e.Id.CompareTo(last.Id) < 0));
        }

        var rows = await events.OrderByDescending(e => e.Start).ThenByDescending(e => e.Id).Take(count + 1).Include(e => e.Topics).ToListAsync(cancellation);
        var cards = rows.Take(count).Select(e => new EventCard(
            e.Slug, e.Title, e.Kind, Excerpt.Beginning(RichTextRenderer.PlainText(e.Description), 200), e.Start, e.End, e.Precision,
            names.Links(e.Topics.Select(t => t.TopicId)))).ToList();
        return new Page<EventCard>(cards, rows.Count > count ? cards[^1].Slug : null);
    }
}

public sealed record EventGuest(NamedLink Organization, OrganizationPart Part);

public sealed record EventActor(NamedLink Person, PersonPart Part);

/// <summary>Everything that an event's page shows.</summary>
public sealed record EventView(
    string Slug, string Title, EventKind Kind, string DescriptionHtml, DateOnly Start, DateOnly? End, DatePrecision Precision,
    IReadOnlyList<TopicLink> Topics, IReadOnlyList<EventGuest> Organizations, IReadOnlyList<EventActor> People,
    IReadOnlyList<DiscussionLink> Discussions);

/// <summary>One event.</summary>
public sealed class EventPageQuery
{
    private const int Shown = 10;

    private readonly NetworkDb _db;
    private readonly TopicDirectory _topics;
    private readonly TimeProvider _time;

    internal EventPageQuery(NetworkDb db, TopicDirectory topics, TimeProvider time) => (_db, _topics, _time) = (db, topics, time);

    /// <summary>Null when there is no such event.</summary>
    public async Task<EventView?> RunAsync(Viewer viewer, string slug, CancellationToken cancellation = default)
    {
        var found = await _db.Events.AsNoTracking().Include(e => e.Topics).FirstOrDefaultAsync(e => e.Slug == slug, cancellation);
        if (found is null) return null;
        var names = await _topics.NamesAsync(cancellation);
        var organizations = await (
            from part in _db.Events.Where(e => e.Id == found.Id).SelectMany(e => e.Organizations)
            join o in _db.Organizations on part.OrganizationId equals o.Id
            orderby o.SortName
            select new EventGuest(new NamedLink(o.Slug, o.Name), part.Part)).ToListAsync(cancellation);
        var people = await (
            from part in _db.Events.Where(e => e.Id == found.Id).SelectMany(e => e.People)
            join p in _db.People.VisibleTo(viewer, _db, _time.Today()) on part.PersonId equals p.Id
            orderby p.SortName
            select new EventActor(new NamedLink(p.Slug, p.Name), part.Part)).ToListAsync(cancellation);
        var discussions = await _db.Discussions.ListedFor(viewer).Where(d => d.EventId == found.Id)
            .OrderByDescending(d => d.LastPostAt).Take(Shown).ToLinks().ToListAsync(cancellation);
        return new EventView(
            found.Slug, found.Title, found.Kind, RichTextRenderer.Render(found.Description), found.Start, found.End, found.Precision,
            names.Links(found.Topics.Select(t => t.TopicId)), organizations, people, discussions);
    }
}
