using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Data;
using Beirat.Network.Discussions;
using Beirat.Network.People;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Endorsements;

/// <summary>Whom the viewer may speak for, and on which topics they did not yet.</summary>
public sealed record EndorsementForm(NamedLink Person, IReadOnlyList<TopicLink> Topics, IReadOnlyList<TopicLink> Given);

/// <summary>An endorsement that the viewer wrote.</summary>
public sealed record GivenEndorsement(Guid Id, PostAuthor Person, TopicLink? Topic, string Text, string Language, DateTimeOffset At);

/// <summary>Endorsements from the side of those who give them.</summary>
public sealed class EndorsementQuery
{
    public const int PageSize = 50;

    private readonly NetworkDb _db;
    private readonly TopicDirectory _topics;
    private readonly TimeProvider _time;

    internal EndorsementQuery(NetworkDb db, TopicDirectory topics, TimeProvider time) => (_db, _topics, _time) = (db, topics, time);

    /// <summary>Null when the viewer may not speak for this person; topics that the person shows come first.</summary>
    public async Task<EndorsementForm?> FormAsync(Viewer viewer, string slug, CancellationToken cancellation = default)
    {
        if (!Endorsement.MayEndorse(viewer)) return null;
        var today = _time.Today();
        var person = await _db.Members(today).Where(p => p.Slug == slug && p.Id != viewer.PersonId)
            .Select(p => new { p.Id, p.Slug, p.Name, Topics = p.Topics.Select(t => t.TopicId).ToList() }).FirstOrDefaultAsync(cancellation);
        if (person is null) return null;
        var names = await _topics.NamesAsync(cancellation);
        var given = await _db.Endorsements.Where(e => e.PersonId == person.Id && e.ById == viewer.PersonId).Select(e => e.TopicId).ToListAsync(cancellation);
        var discloses = await Disclosure.OfAsync(_db, [person.Id], viewer, today, cancellation);
        var shown = names.Links(discloses.List(person.Id, ProfileField.Topics, person.Topics));
        var givenLinks = names.Links(given);
        var all = shown.Concat(names.Choices().Where(c => shown.All(s => s.Slug != c.Slug))).Where(c => givenLinks.All(g => g.Slug != c.Slug));
        return new EndorsementForm(new NamedLink(person.Slug, person.Name), [.. all], givenLinks);
    }

    /// <summary>What the viewer wrote about others, newest first; <paramref name="after"/> is the id of the last one already shown.</summary>
    public async Task<Page<GivenEndorsement>> GivenAsync(Viewer viewer, Guid? after, CancellationToken cancellation = default)
    {
        if (viewer.PersonId is not { } person) return new Page<GivenEndorsement>([], null);
        var names = await _topics.NamesAsync(cancellation);
        var last = after is null ? null : await _db.Endorsements.AsNoTracking().FirstOrDefaultAsync(e => e.Id == after && e.ById == person, cancellation);
        var given = _db.Endorsements.Where(e => e.ById == person);
        if (last is not null) given = given.Where(e => e.At < last.At || (e.At == last.At && e.Id.CompareTo(last.Id) < 0));
        var known = _db.People.VisibleTo(viewer, _db, _time.Today()).Select(p => p.Id);
        var rows = await (
            from e in given.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(PageSize + 1)
            join p in _db.People on e.PersonId equals p.Id
            orderby e.At descending, e.Id descending
            select new { e.Id, Slug = known.Contains(p.Id) ? p.Slug : null, p.Name, e.TopicId, e.Text, e.Language, e.At }).AsNoTracking().ToListAsync(cancellation);
        var shown = rows.Take(PageSize).Select(r => new GivenEndorsement(r.Id, new PostAuthor(r.Slug, r.Name), names.Link(r.TopicId), r.Text, r.Language, r.At)).ToList();
        return new Page<GivenEndorsement>(shown, rows.Count > PageSize ? shown[^1].Id.ToString() : null);
    }
}
