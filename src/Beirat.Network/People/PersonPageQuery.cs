using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Council;
using Beirat.Network.Data;
using Beirat.Network.Events;
using Beirat.Network.Knowledge;
using Beirat.Network.Messages;
using Beirat.Network.Organizations;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.People;

public sealed record KnownTopic(TopicLink Topic, string Note);

public sealed record HeldRole(NamedLink Organization, MembershipRole Role, DateOnly From, DateOnly? Until);

public sealed record TakenPart(NamedLink Event, PersonPart Part, DateOnly Start, DatePrecision Precision);

/// <summary>Everything that a person's page shows to the viewer; parts that are not shown are empty.</summary>
public sealed record PersonView(
    Guid Id, string Slug, string Name, string Headline, string AboutHtml, string Email, string Phone, DateTimeOffset? PhotoAt,
    string AvailabilityNote, DateOnly? AbsentUntil, bool MayBeWrittenTo,
    IReadOnlyList<string> Districts, IReadOnlyList<string> Communities, IReadOnlyList<ExperienceEntry> Experience,
    IReadOnlyList<SeatFunction> Functions, IReadOnlyList<SpokenLanguage> Languages, IReadOnlyList<HeldProfession> Professions,
    IReadOnlyList<KnownTopic> Topics, IReadOnlyList<HeldRole> Roles, IReadOnlyList<ArticleCard> Articles, IReadOnlyList<TakenPart> Events)
{
    /// <summary>The parts of the name, for address books.</summary>
    public string GivenName { get; init; } = string.Empty;

    /// <inheritdoc cref="GivenName"/>
    public string FamilyName { get; init; } = string.Empty;

    /// <summary>True when the page holds more than a name and a function.</summary>
    public bool HasProfile => Headline.Length > 0 || AboutHtml.Length > 0 || Topics.Count > 0 || Languages.Count > 0 || Professions.Count > 0 || Experience.Count > 0;
}

/// <summary>One person, as this viewer may see them.</summary>
public sealed class PersonPageQuery
{
    private const int Shown = 12;

    private readonly NetworkDb _db;
    private readonly TopicDirectory _topics;
    private readonly TimeProvider _time;

    internal PersonPageQuery(NetworkDb db, TopicDirectory topics, TimeProvider time) => (_db, _topics, _time) = (db, topics, time);

    /// <summary>Null when there is no such person, or not for this viewer.</summary>
    public async Task<PersonView?> RunAsync(Viewer viewer, string slug, CancellationToken cancellation = default)
    {
        var today = _time.Today();
        var person = await _db.People.VisibleTo(viewer, _db, today).Where(p => p.Slug == slug).AsNoTracking()
            .Include(p => p.Languages).Include(p => p.Professions).Include(p => p.Topics).Include(p => p.Experience)
            .FirstOrDefaultAsync(cancellation);
        if (person is null) return null;
        var discloses = await Disclosure.OfAsync(_db, [person.Id], viewer, today, cancellation);
        var roles = discloses.Shows(person.Id, ProfileField.Roles) ? await Roles(person.Id).ToListAsync(cancellation) : [];
        var events = await Events(person.Id).ToListAsync(cancellation);
        var functions = await _db.FunctionsOfAsync([person.Id], today, cancellation);
        var articles = await _db.Articles.VisibleTo(viewer).Where(a => a.AuthorId == person.Id)
            .OrderByDescending(a => a.PublishedAt).Take(Shown).ToCards(_db).ToListAsync(cancellation);
        var writable = await _db.People.MayBeWrittenTo(viewer, _db, today).AnyAsync(p => p.Id == person.Id, cancellation);
        var names = await _topics.NamesAsync(cancellation);
        return View(person, discloses, today) with
        {
            MayBeWrittenTo = writable,
            Functions = [.. functions[person.Id]],
            Topics = [.. discloses.List(person.Id, ProfileField.Topics, person.Topics)
                .Select(t => (Link: names.Link(t.TopicId), t.Note)).Where(t => t.Link is not null).Select(t => new KnownTopic(t.Link!, t.Note))],
            Roles = roles,
            Articles = [.. articles.Select(a => a.Named(names))],
            Events = events,
        };
    }

    private static PersonView View(Person person, Disclosure discloses, DateOnly today)
    {
        var id = person.Id;
        var available = discloses.Shows(id, ProfileField.Availability);
        return new PersonView(
            id, person.Slug, person.Name, discloses.Text(id, ProfileField.About, person.Headline),
            RichTextRenderer.Render(discloses.Text(id, ProfileField.About, person.About)),
            discloses.Text(id, ProfileField.Email, person.Email), discloses.Text(id, ProfileField.Phone, person.Phone),
            discloses.Shows(id, ProfileField.Photo) ? person.PhotoAt : null,
            available ? person.AvailabilityNote : string.Empty, available && person.IsAway(today) ? person.AbsentUntil : null,
            false,
            discloses.List(id, ProfileField.Districts, person.Districts),
            discloses.List(id, ProfileField.Communities, person.Communities),
            discloses.List(id, ProfileField.Experience, person.Experience.OrderBy(e => e.Order).Select(e => e.Entry)),
            [],
            discloses.List(id, ProfileField.Languages, person.Languages.OrderByDescending(l => l.Level).Select(l => new SpokenLanguage(l.Code, l.Level, l.Uses))),
            discloses.List(id, ProfileField.Professions, person.Professions.Select(p => new HeldProfession(p.Title, p.Degree))),
            [], [], [], [])
        {
            GivenName = person.GivenName,
            FamilyName = person.FamilyName,
        };
    }

    private IQueryable<HeldRole> Roles(Guid person) =>
        from m in _db.Memberships
        join o in _db.Organizations on m.OrganizationId equals o.Id
        where m.PersonId == person
        orderby m.Until == null descending, m.From descending
        select new HeldRole(new NamedLink(o.Slug, o.Name), m.Role, m.From, m.Until);

    private IQueryable<TakenPart> Events(Guid person) =>
        (from part in _db.Events.SelectMany(e => e.People)
         join e in _db.Events on part.EventId equals e.Id
         where part.PersonId == person
         orderby e.Start descending
         select new TakenPart(new NamedLink(e.Slug, e.Title), part.Part, e.Start, e.Precision)).Take(Shown);
}
