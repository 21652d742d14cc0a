using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Data;
using Beirat.Network.Organizations;
using Beirat.Network.People;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Networking;

/// <summary>A person or organisation that may get into the picture.</summary>
internal sealed record Candidate(Guid Id, string Slug, string Name, string SortName)
{
    public string? ShortName { get; init; }

    public OrganizationKind? Kind { get; init; }

    public Guid? PartOf { get; init; }
}

/// <summary>
/// Reads the people, organisations and ties that a viewer may see. Each list is bounded, and each is one query, however
/// large the city is: those with most ties come first.
/// </summary>
internal sealed class NetworkRecords(NetworkDb db, TopicNames names, Viewer viewer, DateOnly today)
{
    /// <summary>How many people, and how many organisations, are looked at closely.</summary>
    public const int Candidates = 200;

    private IQueryable<Membership> Roles => db.Memberships.Where(m => m.From <= today && (m.Until == null || m.Until >= today));

    private IQueryable<OrganizationRelation> Relations =>
        db.OrganizationRelations.Where(r => (r.From == null || r.From <= today) && (r.Until == null || r.Until >= today));

    public IQueryable<Person> People(NetworkFilter filter)
    {
        var people = db.Members(today).Narrow(db, viewer, new PersonFilter(filter.Topic, filter.Language, filter.District), names, today);
        if (filter.Kind is not { } kind) return people;
        var showing = db.PeopleShowing(ProfileField.Roles, viewer, today);
        return people.Where(p => showing.Contains(p.Id)
            && Roles.Any(m => m.PersonId == p.Id && db.Organizations.Any(o => o.Id == m.OrganizationId && o.Kind == kind)));
    }

    public IQueryable<Organization> Organizations(NetworkFilter filter)
    {
        var organizations = db.Organizations.AsNoTracking();
        if (filter.Kind is { } kind) organizations = organizations.Where(o => o.Kind == kind);
        if (!string.IsNullOrEmpty(filter.Language)) organizations = organizations.Where(o => o.Languages.Contains(filter.Language));
        if (!string.IsNullOrEmpty(filter.District)) organizations = organizations.Where(o => o.District == filter.District);
        if (names.BySlug(filter.Topic) is not { } topic) return organizations;
        var wanted = names.WithNarrower(topic.Id);
        return organizations.Where(o => o.Topics.Any(t => wanted.Contains(t.TopicId)));
    }

    // Ranked by what is shown, like everything else: an order can tell what a number hides.
    public Task<List<Candidate>> PeopleAsync(NetworkFilter filter, IReadOnlyCollection<Guid> near, CancellationToken cancellation)
    {
        var roles = db.PeopleShowing(ProfileField.Roles, viewer, today);
        var topics = db.PeopleShowing(ProfileField.Topics, viewer, today);
        return People(filter)
            .OrderByDescending(p => near.Contains(p.Id))
            .ThenByDescending(p => (roles.Contains(p.Id) ? Roles.Count(m => m.PersonId == p.Id) : 0) + (topics.Contains(p.Id) ? p.Topics.Count : 0))
            .ThenBy(p => p.SortName).ThenBy(p => p.Id)
            .Select(p => new Candidate(p.Id, p.Slug, p.Name, p.SortName)).Take(Candidates).ToListAsync(cancellation);
    }

    public Task<List<Candidate>> OrganizationsAsync(NetworkFilter filter, IReadOnlyCollection<Guid> near, CancellationToken cancellation)
    {
        var members = db.Members(today).Select(p => p.Id);
        var showing = db.PeopleShowing(ProfileField.Roles, viewer, today);
        return Organizations(filter)
            .OrderByDescending(o => near.Contains(o.Id))
            .ThenByDescending(o => Roles.Count(m => m.OrganizationId == o.Id && members.Contains(m.PersonId) && showing.Contains(m.PersonId)))
            .ThenByDescending(o => o.Topics.Count).ThenBy(o => o.SortName).ThenBy(o => o.Id)
            .Select(o => new Candidate(o.Id, o.Slug, o.Name, o.SortName) { ShortName = o.ShortName, Kind = o.Kind, PartOf = o.PartOfId })
            .Take(Candidates).ToListAsync(cancellation);
    }

    /// <summary>The node in the middle with the ids that are one step away: those must not be lost among the many.</summary>
    public Task<Surroundings?> AroundAsync(NodeKey centre, CancellationToken cancellation) => centre.Kind switch
    {
        NodeKind.Topic => AroundTopicAsync(centre.Slug, cancellation),
        NodeKind.Person => AroundPersonAsync(centre.Slug, cancellation),
        _ => AroundOrganizationAsync(centre.Slug, cancellation),
    };

    public Task<Disclosure> DisclosureAsync(IEnumerable<Candidate> people, CancellationToken cancellation) =>
        Disclosure.OfAsync(db, [.. people.Select(p => p.Id)], viewer, today, cancellation);

    public Task<List<Membership>> RolesAsync(IReadOnlyCollection<Guid> people, IReadOnlyCollection<Guid> organizations, CancellationToken cancellation) =>
        Roles.AsNoTracking().Where(m => people.Contains(m.PersonId) && organizations.Contains(m.OrganizationId)).ToListAsync(cancellation);

    public Task<List<OrganizationRelation>> RelationsAsync(IReadOnlyCollection<Guid> organizations, CancellationToken cancellation) =>
        Relations.AsNoTracking().Where(r => organizations.Contains(r.FromId) && organizations.Contains(r.ToId)).ToListAsync(cancellation);

    public Task<List<TopicUse>> ClaimsAsync(IReadOnlyCollection<Guid> people, CancellationToken cancellation) =>
        db.People.Where(p => people.Contains(p.Id)).SelectMany(p => p.Topics).Select(t => new TopicUse(t.PersonId, t.TopicId)).ToListAsync(cancellation);

    public Task<List<TopicUse>> WorkAsync(IReadOnlyCollection<Guid> organizations, CancellationToken cancellation) =>
        db.Organizations.Where(o => organizations.Contains(o.Id)).SelectMany(o => o.Topics)
            .Select(t => new TopicUse(t.OrganizationId, t.TopicId)).ToListAsync(cancellation);

    private async Task<Surroundings?> AroundTopicAsync(string slug, CancellationToken cancellation)
    {
        if (names.BySlug(slug) is not { } topic) return null;
        var filter = new NetworkFilter(Topic: slug);
        return new Surroundings(
            topic.Id,
            await People(filter).OrderBy(p => p.SortName).Select(p => p.Id).Take(Candidates).ToListAsync(cancellation),
            await Organizations(filter).OrderBy(o => o.SortName).Select(o => o.Id).Take(Candidates).ToListAsync(cancellation));
    }

    private async Task<Surroundings?> AroundPersonAsync(string slug, CancellationToken cancellation)
    {
        var id = await db.Members(today).Where(p => p.Slug == slug).Select(p => p.Id).FirstOrDefaultAsync(cancellation);
        if (id == Guid.Empty) return null;
        var showing = db.PeopleShowing(ProfileField.Roles, viewer, today);
        return new Surroundings(id, [id], await Roles.Where(m => m.PersonId == id && (showing.Contains(id) || viewer.PersonId == id))
            .OrderBy(m => m.From).Select(m => m.OrganizationId).Take(Candidates).ToListAsync(cancellation));
    }

    private async Task<Surroundings?> AroundOrganizationAsync(string slug, CancellationToken cancellation)
    {
        var id = await db.Organizations.Where(o => o.Slug == slug).Select(o => o.Id).FirstOrDefaultAsync(cancellation);
        if (id == Guid.Empty) return null;
        var showing = db.PeopleShowing(ProfileField.Roles, viewer, today);
        var members = await Roles.Where(m => m.OrganizationId == id && (showing.Contains(m.PersonId) || m.PersonId == viewer.PersonId))
            .OrderBy(m => m.Role).ThenBy(m => m.From).Select(m => m.PersonId).Take(Candidates).ToListAsync(cancellation);
        var others = await Relations.Where(r => r.FromId == id || r.ToId == id).OrderBy(r => r.Id)
            .Select(r => r.FromId == id ? r.ToId : r.FromId).Take(Candidates).ToListAsync(cancellation);
        return new Surroundings(id, members, [id, .. others]);
    }
}

/// <summary>A node by its id, with the people and organisations next to it.</summary>
internal sealed record Surroundings(Guid Id, IReadOnlyCollection<Guid> People, IReadOnlyCollection<Guid> Organizations);

/// <summary>That a person or organisation deals with a topic.</summary>
internal sealed record TopicUse(Guid Subject, Guid Topic);
