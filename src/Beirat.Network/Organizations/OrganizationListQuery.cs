using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Data;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Organizations;

/// <summary>An organisation in a list.</summary>
public sealed record OrganizationCard(
    string Slug, string Name, OrganizationKind Kind, string Summary, string? District, IReadOnlyList<string> Languages, IReadOnlyList<TopicLink> Topics);

/// <summary>
/// What a list of organisations is narrowed to; null means all. A topic is meant with what lies below it; a name is words
/// that the organisation's name holds, whatever their order, case and accents.
/// </summary>
public sealed record OrganizationFilter(OrganizationKind? Kind = null, string? Topic = null, string? Language = null, string? Name = null);

/// <summary>Organisations by name.</summary>
public sealed class OrganizationListQuery
{
    public const int PageSize = 40;
    public const int NamesShown = 3_000;

    private const int DistrictsShown = 100;

    private readonly NetworkDb _db;
    private readonly TopicDirectory _topics;
    private readonly TimeProvider _time;

    internal OrganizationListQuery(NetworkDb db, TopicDirectory topics, TimeProvider time) => (_db, _topics, _time) = (db, topics, time);

    /// <summary>One page. <paramref name="after"/> is the last slug already shown.</summary>
    public async Task<Page<OrganizationCard>> RunAsync(OrganizationFilter filter, string? after = null, CancellationToken cancellation = default)
    {
        var (kind, topic, language, name) = filter;
        var names = await _topics.NamesAsync(cancellation);
        var organizations = _db.Organizations.AsNoTracking();
        if (kind is not null) organizations = organizations.Where(o => o.Kind == kind);
        foreach (var word in SearchedName.Words(name)) organizations = organizations.Where(o => o.SortName.Contains(word));
        if (!string.IsNullOrEmpty(language)) organizations = organizations.Where(o => o.Languages.Contains(language));
        if (names.BySlug(topic) is { } chosen)
        {
            var wanted = names.WithNarrower(chosen.Id);
            organizations = organizations.Where(o => o.Topics.Any(t => wanted.Contains(t.TopicId)));
        }

        if (after is not null)
        {
            var last = _db.Organizations.Where(o => o.Slug == after);
            organizations = organizations.Where(o => !last.Any()
                || string.Compare(o.SortName, last.Select(l => l.SortName).First()) > 0
                || (o.SortName == last.Select(l => l.SortName).First() && o.Id.CompareTo(last.Select(l => l.Id).First()) > 0));
        }

        var rows = await organizations.OrderBy(o => o.SortName).ThenBy(o => o.Id).Take(PageSize + 1).Include(o => o.Topics).ToListAsync(cancellation);
        var cards = rows.Take(PageSize).Select(o => new OrganizationCard(
            o.Slug, o.Name, o.Kind, Excerpt.Beginning(RichTextRenderer.PlainText(o.Description), 200), o.District, o.Languages,
            names.Links(o.Topics.Select(t => t.TopicId)))).ToList();
        return new Page<OrganizationCard>(cards, rows.Count > PageSize ? cards[^1].Slug : null);
    }

    /// <summary>The languages that are spoken in the organisations, for the filter.</summary>
    public async Task<IReadOnlyList<string>> LanguagesAsync(CancellationToken cancellation = default) =>
        [.. (await _db.Organizations.Select(o => o.Languages).ToListAsync(cancellation)).SelectMany(l => l).Distinct()];

    /// <summary>The parts of the city that organisations name, for suggestions.</summary>
    public async Task<IReadOnlyList<string>> DistrictsAsync(CancellationToken cancellation = default) =>
        await _db.Organizations.Where(o => o.District != null && o.District != "").Select(o => o.District!).Distinct().OrderBy(d => d).Take(DistrictsShown).ToListAsync(cancellation);

    /// <summary>Organisations by name, for a choice; at most <see cref="NamesShown"/>.</summary>
    public async Task<IReadOnlyList<NamedLink>> NamesAsync(CancellationToken cancellation = default) =>
        await _db.Organizations.OrderBy(o => o.SortName).Take(NamesShown).Select(o => new NamedLink(o.Slug, o.Name)).ToListAsync(cancellation);

    /// <summary>Organisations that have somebody in the council today, for the finder's filter.</summary>
    public async Task<IReadOnlyList<NamedLink>> WithMembersAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        var today = _time.Today();
        var seated = _db.SeatAssignments.Where(a => a.From <= today && (a.Until == null || a.Until >= today)).Select(a => a.PersonId);
        var showing = _db.PeopleFoundBy(ProfileField.Roles, viewer, today);
        return await _db.Organizations
            .Where(o => _db.Memberships.Any(m => m.OrganizationId == o.Id && seated.Contains(m.PersonId) && showing.Contains(m.PersonId) && m.From <= today && (m.Until == null || m.Until >= today)))
            .OrderBy(o => o.SortName).Take(200).Select(o => new NamedLink(o.Slug, o.Name)).ToListAsync(cancellation);
    }
}
