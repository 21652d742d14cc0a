using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Council;
using Beirat.Network.Data;
using Beirat.Network.People;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Advice;

/// <summary>Somebody on a shortlist with what they show to the viewer. Found: what speaks for them on the question, if there was one.</summary>
public sealed record ShortlistPerson(
    string Slug, string Name, string Headline, IReadOnlyList<SeatFunction> Functions, IReadOnlyList<SpokenLanguage> Languages,
    IReadOnlyList<TopicLink> Topics, IReadOnlyList<string> Districts, IReadOnlyList<NamedLink> Organizations)
{
    public DateOnly? AbsentUntil { get; init; }

    /// <summary>False when the person does not show the viewer whether they are there.</summary>
    public bool TellsAvailability { get; init; }

    public string Availability { get; init; } = string.Empty;

    public Adviser? Found { get; init; }
}

/// <summary>A few people side by side. Who does not sit in the council today is left out.</summary>
public sealed class ShortlistQuery
{
    /// <summary>More do not fit beside each other.</summary>
    public const int Most = 6;

    private readonly NetworkDb _db;
    private readonly TopicDirectory _topics;
    private readonly AdviserQuery _advisers;
    private readonly TimeProvider _time;

    internal ShortlistQuery(NetworkDb db, TopicDirectory topics, AdviserQuery advisers, TimeProvider time) =>
        (_db, _topics, _advisers, _time) = (db, topics, advisers, time);

    /// <summary>In the order of the slugs.</summary>
    public async Task<IReadOnlyList<ShortlistPerson>> RunAsync(Viewer viewer, IReadOnlyCollection<string> slugs, string? question, CancellationToken cancellation = default)
    {
        var wanted = slugs.Distinct().Take(Most).ToList();
        if (wanted.Count == 0) return [];
        var today = _time.Today();
        var people = await _db.Members(today).Where(p => wanted.Contains(p.Slug)).Include(p => p.Languages).Include(p => p.Topics).AsSplitQuery().AsNoTracking().ToListAsync(cancellation);
        var ids = people.ConvertAll(p => p.Id);
        var names = await _topics.NamesAsync(cancellation);
        var (functions, discloses) = await _db.StandingOfAsync(ids, viewer, today, cancellation);
        var roles = await RolesAsync(ids, today, cancellation);
        var found = string.IsNullOrWhiteSpace(question) ? [] : (await _advisers.RunAsync(viewer, new AdviserRequest(question) { Only = wanted }, cancellation)).Advisers;
        return [.. people.OrderBy(p => wanted.IndexOf(p.Slug)).Select(p => new ShortlistPerson(
            p.Slug, p.Name, discloses.Text(p.Id, ProfileField.About, p.Headline), [.. functions[p.Id]],
            discloses.List(p.Id, ProfileField.Languages, p.Languages.OrderByDescending(l => l.Level).Select(l => new SpokenLanguage(l.Code, l.Level, l.Uses))),
            names.Links(discloses.List(p.Id, ProfileField.Topics, p.Topics.Select(t => t.TopicId))),
            discloses.List(p.Id, ProfileField.Districts, p.Districts), discloses.List(p.Id, ProfileField.Roles, roles[p.Id]))
        {
            TellsAvailability = discloses.Shows(p.Id, ProfileField.Availability),
            AbsentUntil = discloses.Shows(p.Id, ProfileField.Availability) && p.IsAway(today) ? p.AbsentUntil : null,
            Availability = discloses.Text(p.Id, ProfileField.Availability, p.AvailabilityNote),
            Found = found.FirstOrDefault(a => a.Id == p.Id),
        })];
    }

    /// <summary>Slug and name of those on a list who sit in the council today, in the order of the list.</summary>
    public async Task<IReadOnlyList<NamedLink>> NamesAsync(IReadOnlyCollection<string> slugs, CancellationToken cancellation = default)
    {
        var wanted = slugs.Distinct().Take(Most).ToList();
        if (wanted.Count == 0) return [];
        var people = await _db.Members(_time.Today()).Where(p => wanted.Contains(p.Slug)).Select(p => new NamedLink(p.Slug, p.Name)).ToListAsync(cancellation);
        return [.. people.OrderBy(p => wanted.IndexOf(p.Slug))];
    }

    private async Task<ILookup<Guid, NamedLink>> RolesAsync(List<Guid> people, DateOnly today, CancellationToken cancellation)
    {
        var roles = await (
            from m in _db.Memberships
            join o in _db.Organizations on m.OrganizationId equals o.Id
            where people.Contains(m.PersonId) && m.From <= today && (m.Until == null || m.Until >= today)
            select new { m.PersonId, o.Slug, o.Name, o.SortName }).Distinct().ToListAsync(cancellation);
        return roles.OrderBy(r => r.SortName, StringComparer.Ordinal).ToLookup(r => r.PersonId, r => new NamedLink(r.Slug, r.Name));
    }
}
