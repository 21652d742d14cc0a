using System.Globalization;
using Beirat.Network.Common;
using Beirat.Network.Outbox;
using Lucene.Net.Index;

namespace Beirat.Network.Search;

/// <summary>How many of the found documents have a value.</summary>
public sealed record FacetCount<T>(T Value, int Count);

/// <summary>When something was or will be. A month is part of a year.</summary>
public enum SearchTime
{
    Upcoming,
    Month,
    Year,
    Older,
}

/// <summary>What a search is narrowed to, and how many there are of what else it could be narrowed to. Counted over what the reader may see.</summary>
public sealed record SearchFacets
{
    /// <summary>How many there are of each kind, whatever kind is chosen.</summary>
    public IReadOnlyList<FacetCount<SubjectKind>> Kinds { get; init; } = [];

    /// <summary>How many there are in each language, whatever language is chosen.</summary>
    public IReadOnlyList<FacetCount<string>> Languages { get; init; } = [];

    /// <summary>The most frequent topics, whatever topic is chosen.</summary>
    public IReadOnlyList<FacetCount<TopicLink>> Topics { get; init; } = [];

    /// <summary>The most frequent organisations, whatever organisation is chosen.</summary>
    public IReadOnlyList<FacetCount<NamedLink>> Organizations { get; init; } = [];

    public IReadOnlyList<FacetCount<SearchTime>> Times { get; init; } = [];

    /// <summary>The topic that the search is narrowed to.</summary>
    public TopicLink? Topic { get; init; }

    /// <summary>The organisation that the search is narrowed to.</summary>
    public NamedLink? Organization { get; init; }
}

/// <summary>What found documents are narrowed by, as the index knows it.</summary>
internal sealed record FacetFilter(SubjectKind? Kind, string? Language, Guid? Topic, Guid? Organization, SearchTime? Time, DateOnly Today)
{
    public bool IsSet => Kind is not null || Language is not null || Topic is not null || Organization is not null || Time is not null;
}

/// <summary>Tells found documents apart by what they are, in one pass: a value is counted in what all other filters leave.</summary>
internal sealed class Facets
{
    private static readonly string[] Fields = [SearchField.Kind, SearchField.Language, SearchField.Topic, SearchField.Organization, SearchField.Day];

    private readonly FacetFilter _filter;
    private readonly IList<AtomicReaderContext> _leaves;
    private readonly Part[] _parts;

    /// <param name="reader">The index as it is now.</param>
    /// <param name="found">What the words found.</param>
    /// <param name="filter">What it is narrowed to.</param>
    /// <param name="counted">False: it is only narrowed.</param>
    public Facets(IndexReader reader, IReadOnlyList<Ranked> found, FacetFilter filter, bool counted)
    {
        (_filter, _leaves) = (filter, reader.Leaves);
        var needed = counted || filter.IsSet;
        _parts = needed ? [.. _leaves.Select(l => new Part([.. Fields.Select(f => ColumnOf(LeafValues.For(l, f), f))]))] : [];
        Kept = needed ? [.. found.Where(r => Take(r.Document))] : found;
    }

    /// <summary>What all filters leave.</summary>
    public IReadOnlyList<Ranked> Kept { get; }

    public IReadOnlyList<FacetCount<SubjectKind>> OfKinds() => Sorted(Counts(SearchField.Kind), Enum.Parse<SubjectKind>);

    public IReadOnlyList<FacetCount<string>> OfLanguages() => Sorted(Counts(SearchField.Language), l => l);

    public IReadOnlyList<FacetCount<Guid>> OfTopics() => Sorted(Counts(SearchField.Topic), id => Guid.ParseExact(id, "N"));

    public IReadOnlyList<FacetCount<Guid>> OfOrganizations() => Sorted(Counts(SearchField.Organization), id => Guid.ParseExact(id, "N"));

    public IReadOnlyList<FacetCount<SearchTime>> OfTimes()
    {
        var days = Counts(SearchField.Day);
        return [.. Enum.GetValues<SearchTime>().Select(t => new FacetCount<SearchTime>(t, days.Where(d => IsIn(d.Key, t)).Sum(d => d.Value))).Where(t => t.Count > 0)];
    }

    private Dictionary<string, int> Counts(string field)
    {
        var counts = new Dictionary<string, int>();
        foreach (var column in _parts.Select(p => p.Columns[Array.IndexOf(Fields, field)]))
        {
            for (var i = 0; i < column.Counts.Length; i++)
            {
                if (column.Counts[i] > 0) counts[column.Values.Terms[i]] = counts.GetValueOrDefault(column.Values.Terms[i]) + column.Counts[i];
            }
        }

        return counts;
    }

    private static IReadOnlyList<FacetCount<T>> Sorted<T>(Dictionary<string, int> counts, Func<string, T> value) =>
        [.. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => new FacetCount<T>(value(c.Key), c.Value))];

    private Column ColumnOf(LeafValues values, string field)
    {
        Func<string, bool>? wanted = field switch
        {
            SearchField.Kind when _filter.Kind is { } kind => term => term == kind.ToString(),
            SearchField.Language when _filter.Language is { } language => term => term == language,
            SearchField.Topic when _filter.Topic is { } topic => term => term == topic.ToString("N"),
            SearchField.Organization when _filter.Organization is { } organization => term => term == organization.ToString("N"),
            SearchField.Day when _filter.Time is { } time => term => IsIn(term, time),
            _ => null,
        };
        return new Column(values, wanted is null ? null : [.. values.Terms.Select(wanted)]);
    }

    private bool IsIn(string number, SearchTime time)
    {
        var day = DateOnly.FromDayNumber(int.Parse(number, CultureInfo.InvariantCulture));
        var (today, year) = (_filter.Today, _filter.Today.AddMonths(-12));
        return time switch
        {
            SearchTime.Upcoming => day > today,
            SearchTime.Month => day <= today && day >= today.AddDays(-30),
            SearchTime.Year => day <= today && day >= year,
            _ => day < year,
        };
    }

    // Counts the document wherever at most that one filter stands against it; true when none does.
    private bool Take(int document)
    {
        var leaf = ReaderUtil.SubIndex(document, _leaves);
        var own = document - _leaves[leaf].DocBase;
        var columns = _parts[leaf].Columns;
        Column? against = null;
        foreach (var column in columns)
        {
            if (column.Fits(own)) continue;
            if (against is not null) return false;
            against = column;
        }

        foreach (var column in columns)
        {
            if (against is null || against == column) column.Count(own);
        }

        return against is null;
    }

    private sealed record Part(Column[] Columns);
}

/// <summary>A field of a part of the index: which of its values are wanted (null: all), and how often each was met.</summary>
internal sealed class Column(LeafValues values, bool[]? wanted)
{
    public LeafValues Values => values;

    public int[] Counts { get; } = new int[values.Terms.Count];

    public bool Fits(int document)
    {
        if (wanted is null) return true;
        foreach (var value in values.Of(document))
        {
            if (wanted[value]) return true;
        }

        return false;
    }

    public void Count(int document)
    {
        foreach (var value in values.Of(document)) Counts[value]++;
    }
}
