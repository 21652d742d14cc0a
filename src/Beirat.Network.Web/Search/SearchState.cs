using System.Globalization;
using Beirat.Network.Search;

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

    public SearchRequest Request(int page, int count) => new(Text, SearchKinds.Parse(Kind), Language, page, count)
    {
        Without = Left, Whole = Whole, Topic = Topic, Organization = Organization, Time = SearchTimes.Parse(Time),
    };

    public string Address(int page = 1) => Components.Address.With(
        "/suche", ("q", Text), ("art", Kind), ("textsprache", Language), ("thema", Topic), ("organisation", Organization), ("zeit", Time), ("ohne", Without),
        ("zerlegen", Split), ("seite", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null));
}
