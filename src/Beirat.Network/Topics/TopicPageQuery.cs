using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Council;
using Beirat.Network.Data;
using Beirat.Network.Discussions;
using Beirat.Network.Knowledge;
using Beirat.Network.People;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Topics;

/// <summary>Somebody who knows about a topic, in their own sentence.</summary>
public sealed record TopicPerson(NamedLink Person, string Note, IReadOnlyList<SeatFunction> Seats);

/// <summary>Everything that a topic's page shows.</summary>
public sealed record TopicView(
    TopicLink Topic, string? Definition, string DefinitionLanguage, IReadOnlyList<TopicName> OtherNames, TopicLink? Broader,
    IReadOnlyList<TopicLink> Narrower, IReadOnlyList<TopicLink> Related, IReadOnlyList<TopicPerson> People,
    IReadOnlyList<NamedLink> Organizations, IReadOnlyList<ArticleCard> Articles, IReadOnlyList<DiscussionLink> Discussions);

/// <summary>One topic and what belongs to it.</summary>
public sealed class TopicPageQuery
{
    private const int Shown = 12;

    private readonly NetworkDb _db;
    private readonly TopicDirectory _topics;
    private readonly TimeProvider _time;

    internal TopicPageQuery(NetworkDb db, TopicDirectory topics, TimeProvider time) => (_db, _topics, _time) = (db, topics, time);

    /// <summary>Null when there is no such topic.</summary>
    public async Task<TopicView?> RunAsync(Viewer viewer, string slug, CancellationToken cancellation = default)
    {
        var names = await _topics.NamesAsync(cancellation);
        if (names.BySlug(slug) is not { } entry) return null;
        var today = _time.Today();
        var link = names.Link(entry.Id)!;
        var topic = await _db.Topics.AsNoTracking().Include(t => t.Labels).Include(t => t.Related).FirstAsync(t => t.Id == entry.Id, cancellation);
        var definitions = topic.Labels.Where(l => l.Kind == TopicLabelKind.Definition).ToList();
        var definition = definitions.Find(d => d.Language == link.Language) ?? definitions.Find(d => d.Language == Languages.Default);
        var wanted = names.WithNarrower(entry.Id);
        var articles = await _db.Articles.VisibleTo(viewer).Where(a => a.Topics.Any(t => wanted.Contains(t.TopicId)))
            .OrderByDescending(a => a.PublishedAt).Take(Shown).ToCards(_db).AsNoTracking().ToListAsync(cancellation);
        var filed = wanted.Select(id => (Guid?)id).ToList();
        var discussions = await _db.Discussions.ListedFor(viewer).Where(d => filed.Contains(d.TopicId))
            .OrderByDescending(d => d.LastPostAt).Take(Shown).ToLinks().ToListAsync(cancellation);
        var organizations = await _db.Organizations.Where(o => o.Topics.Any(t => wanted.Contains(t.TopicId)))
            .OrderBy(o => o.SortName).Take(Shown).Select(o => new NamedLink(o.Slug, o.Name)).ToListAsync(cancellation);
        return new TopicView(
            link, definition?.Text, definition?.Language ?? link.Language,
            [.. entry.Names.Where(n => n.Language == link.Language && n.Text != link.Label)],
            names.Link(entry.BroaderId), names.Links(wanted.Skip(1)), names.Links(topic.Related.Select(r => r.RelatedId)),
            await PeopleAsync(entry.Id, viewer, today, cancellation), organizations, [.. articles.Select(a => a.Named(names))], discussions);
    }

    private async Task<IReadOnlyList<TopicPerson>> PeopleAsync(Guid topic, Viewer viewer, DateOnly today, CancellationToken cancellation)
    {
        var showing = _db.PeopleShowing(ProfileField.Topics, viewer, today);
        var visible = _db.People.VisibleTo(viewer, _db, today).Select(p => p.Id);
        var rows = await (
            from claim in _db.People.SelectMany(p => p.Topics)
            join p in _db.People on claim.PersonId equals p.Id
            where claim.TopicId == topic && showing.Contains(p.Id) && visible.Contains(p.Id)
            orderby p.SortName
            select new { p.Id, p.Slug, p.Name, claim.Note }).Take(Shown * 2).ToListAsync(cancellation);
        var functions = await _db.FunctionsOfAsync([.. rows.Select(r => r.Id)], today, cancellation);
        return [.. rows.Select(r => new TopicPerson(new NamedLink(r.Slug, r.Name), r.Note, [.. functions[r.Id]]))];
    }
}
