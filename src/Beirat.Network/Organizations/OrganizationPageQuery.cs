using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Council;
using Beirat.Network.Data;
using Beirat.Network.Discussions;
using Beirat.Network.Events;
using Beirat.Network.Messages;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Organizations;

/// <summary>Somebody with a role in an organisation; with a seat, they speak for it in the council.</summary>
public sealed record OrganizationPerson(Guid Id, NamedLink Person, MembershipRole Role, DateOnly From, IReadOnlyList<SeatFunction> Seats, IReadOnlyList<string> Languages)
{
    /// <summary>The viewer may write to them about the organisation.</summary>
    public bool MayBeWrittenTo { get; init; }
}

public sealed record OrganizationEvent(NamedLink Event, OrganizationPart Part, DateOnly Start, DatePrecision Precision);

/// <summary>Everything that an organisation's page shows.</summary>
public sealed record OrganizationView(
    string Slug, string Name, string? ShortName, OrganizationKind Kind, string DescriptionHtml, int? Founded, string? District,
    OrganizationContact Contact, NamedLink? PartOf, IReadOnlyList<string> Languages, IReadOnlyList<TopicLink> Topics, IReadOnlyList<OrganizationPerson> People,
    IReadOnlyList<DiscussionLink> Discussions, IReadOnlyList<OrganizationEvent> Events, bool MayChange)
{
    /// <summary>The people through whom the organisation has a voice in the council.</summary>
    public IEnumerable<OrganizationPerson> Representatives => People.Where(p => p.Seats.Count > 0);
}

/// <summary>One organisation.</summary>
public sealed class OrganizationPageQuery
{
    private const int Shown = 12;
    private const int PeopleShown = 100;

    private readonly NetworkDb _db;
    private readonly TopicDirectory _topics;
    private readonly TimeProvider _time;

    internal OrganizationPageQuery(NetworkDb db, TopicDirectory topics, TimeProvider time) => (_db, _topics, _time) = (db, topics, time);

    /// <summary>Null when there is no such organisation.</summary>
    public async Task<OrganizationView?> RunAsync(Viewer viewer, string slug, CancellationToken cancellation = default)
    {
        var today = _time.Today();
        var organization = await _db.Organizations.AsNoTracking().Include(o => o.Topics).FirstOrDefaultAsync(o => o.Slug == slug, cancellation);
        if (organization is null) return null;
        var names = await _topics.NamesAsync(cancellation);
        var people = await PeopleAsync(organization.Id, viewer, today, cancellation);
        var writable = await _db.People.MayBeWrittenTo(viewer, _db, today, organization.Id)
            .OrderBy(p => p.SortName).Select(p => p.Slug).Take(PeopleShown).ToListAsync(cancellation);
        var partOf = organization.PartOfId is { } parent
            ? await _db.Organizations.Where(o => o.Id == parent).Select(o => new NamedLink(o.Slug, o.Name)).FirstOrDefaultAsync(cancellation)
            : null;
        var discussions = await _db.Discussions.ListedFor(viewer).Where(d => d.OrganizationId == organization.Id)
            .OrderByDescending(d => d.LastPostAt).Take(Shown).ToLinks().ToListAsync(cancellation);
        var events = await (
            from part in _db.Events.SelectMany(e => e.Organizations)
            join e in _db.Events on part.EventId equals e.Id
            where part.OrganizationId == organization.Id
            orderby e.Start descending
            select new OrganizationEvent(new NamedLink(e.Slug, e.Title), part.Part, e.Start, e.Precision)).Take(Shown).ToListAsync(cancellation);
        return new OrganizationView(
            organization.Slug, organization.Name, organization.ShortName, organization.Kind, RichTextRenderer.Render(organization.Description),
            organization.Founded, organization.District,
            new OrganizationContact(organization.Email, organization.Phone, organization.Website, organization.MeetingPoint), partOf, organization.Languages, names.Links(organization.Topics.Select(t => t.TopicId)),
            [.. people.Select(p => p with { MayBeWrittenTo = writable.Contains(p.Person.Slug) })], discussions, events,
            viewer.IsStaff || people.Any(p => p.Id == viewer.PersonId && Membership.SpeakingRoles.Contains(p.Role)));
    }

    // Who shows their roles to the viewer. Staff keeps the records on a page of its own.
    private async Task<IReadOnlyList<OrganizationPerson>> PeopleAsync(Guid organization, Viewer viewer, DateOnly today, CancellationToken cancellation)
    {
        var showing = _db.PeopleShowing(ProfileField.Roles, viewer, today);
        var rows = await (
            from m in _db.Memberships
            join p in _db.People on m.PersonId equals p.Id
            where m.OrganizationId == organization && m.From <= today && (m.Until == null || m.Until >= today)
                && (showing.Contains(p.Id) || p.Id == viewer.PersonId)
            orderby p.SortName
            select new { p.Id, p.Slug, p.Name, m.Role, m.From, Languages = p.Languages.Select(l => l.Code).ToList() })
            .AsNoTracking().Take(PeopleShown).ToListAsync(cancellation);
        var ids = rows.ConvertAll(r => r.Id);
        var functions = await _db.FunctionsOfAsync(ids, today, cancellation);
        var discloses = await Disclosure.OfAsync(_db, ids, viewer, today, cancellation);
        return [.. rows.OrderBy(r => r.Role).Select(r => new OrganizationPerson(
            r.Id, new NamedLink(r.Slug, r.Name), r.Role, r.From, [.. functions[r.Id]], discloses.List(r.Id, ProfileField.Languages, r.Languages)))];
    }
}
