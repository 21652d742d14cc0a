using System.Globalization;
using Beirat.Network.Search;
using Microsoft.AspNetCore.WebUtilities;

namespace Beirat.Network.Web.Search;

/// <summary>A search as it stands in the address of its page; empty parts are null.</summary>
public sealed record SearchState(string? Text)
{
    public string? Kind { get; init; }

    public string? Language { get; init; }

    public string? Topic { get; init; }

    public string? Organization { get; init; }

    public string? Time { get; init; }

    /// <summary>Concepts that are not to widen the search, with commas.</summary>
    public string? Without { get; init; }

    /// <summary>"nein": compounds are taken as they are.</summary>
    public string? Split { get; init; }

    public bool Whole => Split == "nein";

    public IReadOnlyList<string> Left => (Without ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The same words without anything that narrows them.</summary>
    public SearchState Unfiltered => this with { Kind = null, Language = null, Topic = null, Organization = null, Time = null };

    /// <summary>From an address that <see cref="Address"/> made; anything else is an empty search.</summary>
    public static SearchState Parse(string? address)
    {
        var query = QueryHelpers.ParseQuery(address?.Split('?', 2) is [_, var rest] ? rest : string.Empty);
        string? Value(string name) => query.TryGetValue(name, out var values) && values.ToString() is { Length: > 0 } value ? value : null;
        return new SearchState(Value("q"))
        {
            Kind = Value("art"), Language = Value("textsprache"), Topic = Value("thema"), Organization = Value("organisation"), Time = Value("zeit"),
            Without = Value("ohne"), Split = Value("zerlegen"),
        };
    }

    public static SearchState Of(SearchRequest request) => new(request.Text)
    {
        Kind = request.Kind is { } kind ? SearchKinds.Name(kind) : null, Language = request.Language, Topic = request.Topic, Organization = request.Organization,
        Time = request.Time is { } time ? SearchTimes.Name(time) : null, Without = string.Join(',', request.Without), Split = request.Whole ? "nein" : null,
    };

    public SearchRequest Request(int page, int count) => new(Text, SearchKinds.Parse(Kind), Language, page, count)
    {
        Without = Left, Whole = Whole, Topic = Topic, Organization = Organization, Time = SearchTimes.Parse(Time),
    };

    public string Address(int page = 1) => Components.Address.With(
        "/suche", ("q", Text), ("art", Kind), ("textsprache", Language), ("thema", Topic), ("organisation", Organization), ("zeit", Time), ("ohne", Without),
        ("zerlegen", Split), ("seite", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null));
}
