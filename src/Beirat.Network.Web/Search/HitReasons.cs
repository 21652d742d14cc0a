using Beirat.Network.Search;
using Beirat.Network.Web.Components;

namespace Beirat.Network.Web.Search;

/// <summary>Why something was found, in words.</summary>
internal static class HitReasons
{
    public static IReadOnlyList<string> Of(SearchHit hit) =>
    [
        .. hit.MatchedWords.Select(w => Say.Format(SearchTexts.WhyWords, w)),
        .. hit.MatchedTopics.Select(t => Say.Format(SearchTexts.WhyTopic, t.Label)),
    ];
}
