using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Search;

/// <summary>Between what addresses say and what the index knows: topics and organisations by slug, by id and by name.</summary>
internal sealed class FacetNames(NetworkDb db, TopicDirectory topics, TimeProvider time)
{
    private const int Shown = 8;

    /// <summary>A topic or organisation that does not exist narrows nothing.</summary>
    public async Task<FacetFilter> FilterAsync(SearchRequest request, CancellationToken cancellation)
    {
        var topic = (await topics.NamesAsync(cancellation)).BySlug(request.Topic)?.Id;
        Guid? organization = string.IsNullOrEmpty(request.Organization)
            ? null
            : await db.Organizations.Where(o => o.Slug == request.Organization).Select(o => (Guid?)o.Id).FirstOrDefaultAsync(cancellation);
        var language = string.IsNullOrEmpty(request.Language) ? null : request.Language;
        return new FacetFilter(request.Kind, language, topic, organization, request.Time, time.Today());
    }

    /// <summary>The counts by name; of topics and organisations the most frequent.</summary>
    public async Task<SearchFacets> NamedAsync(Facets facets, FacetFilter filter, CancellationToken cancellation)
    {
        var names = await topics.NamesAsync(cancellation);
        var frequent = facets.OfOrganizations().Take(Shown).ToList();
        var ids = frequent.Select(o => o.Value).Concat(filter.Organization is { } chosen ? [chosen] : []).Distinct().ToList();
        var organizations = ids.Count == 0
            ? []
            : await db.Organizations.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => new NamedLink(o.Slug, o.Name), cancellation);
        return new SearchFacets
        {
            Kinds = facets.OfKinds(), Languages = facets.OfLanguages(), Times = facets.OfTimes(),
            Topics = [.. facets.OfTopics().Select(t => (Link: names.Link(t.Value), t.Count)).Where(t => t.Link is not null).Take(Shown).Select(t => new FacetCount<TopicLink>(t.Link!, t.Count))],
            Organizations = [.. frequent.Where(o => organizations.ContainsKey(o.Value)).Select(o => new FacetCount<NamedLink>(organizations[o.Value], o.Count))],
            Topic = names.Link(filter.Topic),
            Organization = filter.Organization is { } id ? organizations.GetValueOrDefault(id) : null,
        };
    }
}
