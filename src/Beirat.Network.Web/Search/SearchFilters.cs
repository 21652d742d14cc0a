using Beirat.Network.Search;
using Beirat.Network.Web.Components;

namespace Beirat.Network.Web.Search;

/// <summary>Something a search can be narrowed to, or is.</summary>
public sealed record FilterLink(string Label, string Address, bool IsChosen = false, string? Language = null);

/// <summary>Values of one sort that a search can be narrowed to.</summary>
public sealed record FilterGroup(string Label, IReadOnlyList<FilterLink> Links);

/// <summary>The filters of a search, as links: each leads to the same search with one thing changed.</summary>
internal static class SearchFilters
{
    /// <summary>What can be chosen, with the number of hits that it leaves. A sort with a single value divides nothing.</summary>
    public static IReadOnlyList<FilterGroup> Groups(SearchState state, SearchFacets facets) =>
    [
        .. new FilterGroup[]
        {
            new(SearchTexts.TopicLabel, [.. facets.Topics.Select(t => new FilterLink(
                Counted(t.Value.Label, t.Count), (state with { Topic = t.Value.Slug }).Address(), t.Value.Slug == facets.Topic?.Slug, t.Value.Language))]),
            new(SearchTexts.OrganizationLabel, [.. facets.Organizations.Select(o => new FilterLink(
                Counted(o.Value.Name, o.Count), (state with { Organization = o.Value.Slug }).Address(), o.Value.Slug == facets.Organization?.Slug))]),
            new(SearchTexts.TimeLabel, [.. facets.Times.Select(t => new FilterLink(
                Counted(Say.Time(t.Value), t.Count), (state with { Time = SearchTimes.Name(t.Value) }).Address(), SearchTimes.Parse(state.Time) == t.Value))]),
        }.Where(g => g.Links.Count > 1 || g.Links.Any(l => l.IsChosen)),
    ];

    /// <summary>What is chosen; each link takes it away.</summary>
    public static IReadOnlyList<FilterLink> Chosen(SearchState state, SearchFacets facets)
    {
        var chosen = new List<FilterLink>();
        if (SearchKinds.Parse(state.Kind) is { } kind) chosen.Add(new(Say.Kind(kind), (state with { Kind = null }).Address()));
        if (state.Language is { } language) chosen.Add(new(Say.Language(language), (state with { Language = null }).Address()));
        if (facets.Topic is { } topic) chosen.Add(new(topic.Label, (state with { Topic = null }).Address(), Language: topic.Language));
        if (facets.Organization is { } organization) chosen.Add(new(organization.Name, (state with { Organization = null }).Address()));
        if (SearchTimes.Parse(state.Time) is { } time) chosen.Add(new(Say.Time(time), (state with { Time = null }).Address()));
        return chosen;
    }

    private static string Counted(string label, int count) => $"{label} ({count})";
}
