using Beirat.Network.Common;
using Beirat.Network.Search;
using Beirat.Network.SearchDesk;
using Beirat.Network.Web.Components;

namespace Beirat.Network.Web.SearchDesk;

/// <summary>What is expected, in words.</summary>
internal static class DeskWords
{
    public static string Rule(Expectation wish)
    {
        var rule = wish switch
        {
            { Page: null } => QualityTexts.RuleNothing,
            { IsWanted: true } => Say.Format(QualityTexts.RuleWithin, wish.Within),
            { Within: < ExpectedHit.Deepest } => Say.Format(QualityTexts.RuleNotWithin, wish.Within),
            _ => QualityTexts.RuleNot,
        };
        if (wish.ShownAs == MatchKind.Near) rule = $"{rule}, {QualityTexts.RuleNear}";
        if (wish.Without.Count > 0) rule = $"{rule}, {Say.Format(QualityTexts.RuleWithout, string.Join(", ", wish.Without))}";
        return wish.Audience == Audience.Public ? rule : $"{rule}, {Say.Format(QualityTexts.RuleFor, Say.Group(wish.Audience))}";
    }
}
