using Beirat.Network.Web.Components;

namespace Beirat.Network.Web.Search;

/// <summary>What makes a search field one with suggestions (suggest.js). Without the script these attributes do nothing.</summary>
internal static class Suggesting
{
    public static IReadOnlyDictionary<string, object> Attributes => new Dictionary<string, object>
    {
        ["autocomplete"] = "off",
        ["data-suggest"] = Say.Forms(SearchTexts.ResourceManager, "Suggestions"),
        ["data-suggest-label"] = SearchTexts.SuggestionList,
    };
}
