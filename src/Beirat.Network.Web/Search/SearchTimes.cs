using Beirat.Network.Search;

namespace Beirat.Network.Web.Search;

/// <summary>Names of times in addresses.</summary>
internal static class SearchTimes
{
    private static readonly Dictionary<string, SearchTime> Names = new()
    {
        ["kommend"] = SearchTime.Upcoming, ["30-tage"] = SearchTime.Month, ["12-monate"] = SearchTime.Year, ["aelter"] = SearchTime.Older,
    };

    public static string Name(SearchTime time) => Names.First(n => n.Value == time).Key;

    /// <summary>Null for a name that is not one.</summary>
    public static SearchTime? Parse(string? name) => name is not null && Names.TryGetValue(name, out var time) ? time : null;
}
