using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Council;
using Beirat.Network.Data;
using Beirat.Network.Discussions;
using Beirat.Network.Events;
using Beirat.Network.Knowledge;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Start;

/// <summary>What the start page shows. Every number is counted.</summary>
public sealed record StartView(
    CouncilView Council, int Languages, int Organizations, int Articles,
    IReadOnlyList<ArticleCard> NewestArticles, IReadOnlyList<DiscussionLink> NewestDiscussions, IReadOnlyList<EventCard> Events);

/// <inheritdoc cref="StartView"/>
public sealed class StartQuery
{
    private const int Shown = 6;

    private readonly NetworkDb _db;
    private readonly TopicDirectory _topics;
    private readonly CouncilQuery _council;
    private readonly EventListQuery _events;

    internal StartQuery(NetworkDb db, TopicDirectory topics, CouncilQuery council, EventListQuery events) =>
        (_db, _topics, _council, _events) = (db, topics, council, events);

    public async Task<StartView> RunAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        var council = await _council.RunAsync(null, cancellation);
        var today = council.Day;
        var seated = _db.SeatAssignments.Where(a => a.From <= today && (a.Until == null || a.Until >= today)).Select(a => a.PersonId);
        // What is hidden is not counted either.
        var showing = _db.PeopleShowing(ProfileField.Languages, Viewer.Public, today);
        var languages = await _db.People.Where(p => showing.Contains(p.Id) && seated.Contains(p.Id)).SelectMany(p => p.Languages).Select(l => l.Code).Distinct().CountAsync(cancellation);
        var organizations = await _db.Organizations.CountAsync(cancellation);
        var visible = _db.Articles.VisibleTo(viewer);
        var articles = await visible.CountAsync(cancellation);
        var names = await _topics.NamesAsync(cancellation);
        var newest = await visible.OrderByDescending(a => a.PublishedAt).Take(Shown).ToCards(_db).AsNoTracking().ToListAsync(cancellation);
        var discussions = await _db.Discussions.ListedFor(viewer).OrderByDescending(d => d.LastPostAt).Take(Shown).ToLinks().ToListAsync(cancellation);
        var events = await _events.RunAsync(null, Shown, cancellation);
        return new StartView(council, languages, organizations, articles, [.. newest.Select(a => a.Named(names))], discussions, events.Items);
    }
}
