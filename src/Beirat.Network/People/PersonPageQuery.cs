using Beirat.Network.Common;
using Beirat.Network.Council;
using Beirat.Network.Data;
using Beirat.Network.Events;
using Beirat.Network.Knowledge;
using Beirat.Network.Messages;
using Beirat.Network.Organizations;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.People;

public sealed record SpokenLanguage(string Code, LanguageLevel Level, LanguageUses Uses);

public sealed record HeldProfession(string Title, string? Degree);

public sealed record KnownTopic(TopicLink Topic, string Note);

public sealed record HeldRole(NamedLink Organization, MembershipRole Role, DateOnly From, DateOnly? Until);

public sealed record TakenPart(NamedLink Event, PersonPart Part, DateOnly Start, DatePrecision Precision);

/// <summary>Everything that a person's page shows.</summary>
public sealed record PersonView(
    string Slug, string Name, string Headline, string AboutHtml, IReadOnlyList<string> Districts, DateOnly? AbsentUntil,
    IReadOnlyList<SeatFunction> Functions, IReadOnlyList<SpokenLanguage> Languages, IReadOnlyList<HeldProfession> Professions,
    IReadOnlyList<KnownTopic> Topics, IReadOnlyList<HeldRole> Roles, IReadOnlyList<ArticleCard> Articles, IReadOnlyList<TakenPart> Events,
    bool MayBeWrittenTo);

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
        var row = await _db.People.VisibleTo(viewer, _db, today).Where(p => p.Slug == slug).AsNoTracking().Select(p => new
        {
            Person = p,
            p.Languages,
            p.Professions,
            p.Topics,
            Functions = _db.FunctionsOf(p.Id, today).ToList(),
            Roles = (from m in _db.Memberships
                     join o in _db.Organizations on m.OrganizationId equals o.Id
                     where m.PersonId == p.Id
                     orderby m.Until == null descending, m.From descending
                     select new HeldRole(new NamedLink(o.Slug, o.Name), m.Role, m.From, m.Until)).ToList(),
            Events = (from part in _db.Events.SelectMany(e => e.People)
                      join e in _db.Events on part.EventId equals e.Id
                      where part.PersonId == p.Id
                      orderby e.Start descending
                      select new TakenPart(new NamedLink(e.Slug, e.Title), part.Part, e.Start, e.Precision)).Take(Shown).ToList(),
        }).FirstOrDefaultAsync(cancellation);
        if (row is null) return null;
        var writable = await _db.People.MayBeWrittenTo(viewer, _db, today).AnyAsync(p => p.Id == row.Person.Id, cancellation);
        var names = await _topics.NamesAsync(cancellation);
        var articles = await _db.Articles.VisibleTo(viewer).Where(a => a.AuthorId == row.Person.Id)
            .OrderByDescending(a => a.PublishedAt).Take(Shown).ToCards(_db).ToListAsync(cancellation);
        return new PersonView(
            row.Person.Slug, row.Person.Name, row.Person.Headline, RichTextRenderer.Render(row.Person.About), row.Person.Districts,
            row.Person.AbsentFrom <= today && row.Person.AbsentUntil >= today ? row.Person.AbsentUntil : null,
            row.Functions,
            [.. row.Languages.OrderByDescending(l => l.Level).Select(l => new SpokenLanguage(l.Code, l.Level, l.Uses))],
            [.. row.Professions.Select(p => new HeldProfession(p.Title, p.Degree))],
            [.. row.Topics.Select(t => (Link: names.Link(t.TopicId), t.Note)).Where(t => t.Link is not null).Select(t => new KnownTopic(t.Link!, t.Note))],
            row.Roles, [.. articles.Select(a => a.Named(names))], row.Events, writable);
    }
}
