using Beirat.Network.Outbox;

namespace Beirat.Network.Web.Search;

/// <summary>Names of kinds in addresses and the API ("article", "person").</summary>
internal static class SearchKinds
{
    public static readonly SubjectKind[] All =
    [
        SubjectKind.Person, SubjectKind.Organization, SubjectKind.Topic, SubjectKind.Article,
        SubjectKind.Discussion, SubjectKind.Post, SubjectKind.Event,
    ];

    public static string Name(SubjectKind kind) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    /// <summary>Null for a name that is not one.</summary>
    public static SubjectKind? Parse(string? name) => All.Select(k => (SubjectKind?)k).FirstOrDefault(k => string.Equals(Name(k!.Value), name, StringComparison.OrdinalIgnoreCase));
}
