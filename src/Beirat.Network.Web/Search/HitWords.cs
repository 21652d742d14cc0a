using Beirat.Network.Search;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.SearchDesk;

namespace Beirat.Network.Web.Search;

/// <summary>Why something was found, in words.</summary>
internal static class HitWords
{
    public static IReadOnlyList<string> Of(SearchHit hit) =>
    [
        .. hit.Reasons.Select(Of),
        .. hit.MatchedTopics.Select(t => Say.Format(SearchTexts.WhyTopic, t.Label)),
    ];

    private static string Of(HitReason reason) => reason.Kind switch
    {
        MatchKind.Part when reason.Parts.Count > 1 => Say.Format(SearchTexts.WhyPart, reason.Word, string.Join(" + ", reason.Parts)),
        MatchKind.Near when reason.Concept is { } concept => Say.Format(QualityTexts.WhyNear, reason.Word, concept),
        MatchKind.Meaning when reason.Concept is { } concept && !concept.Equals(reason.Word, StringComparison.OrdinalIgnoreCase) => Say.Format(SearchTexts.WhyConcept, reason.Word, concept),
        MatchKind.Meaning or MatchKind.Near => Say.Format(SearchTexts.WhyMeaning, reason.Word),
        MatchKind.Misspelt => Say.Format(SearchTexts.WhySimilar, reason.Word),
        MatchKind.Recent => QualityTexts.WhyRecent,
        MatchKind.Sound => Say.Format(SearchTexts.WhySound, reason.Word),
        _ => Say.Format(SearchTexts.WhyWords, reason.Word),
    };
}
