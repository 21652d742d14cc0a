using Beirat.Network.Advice;
using Beirat.Network.Search;
using Beirat.Network.Web.Components;

namespace Beirat.Network.Web.Advice;

/// <summary>Why a piece of evidence counts, in words.</summary>
internal static class EvidenceReasons
{
    public static string Of(Evidence line)
    {
        if (line.Kind == EvidenceKind.Absence) return Say.Format(AdviceTexts.WhyAbsence, When.Day(line.Date!.Value));
        var reasons = line.Topics.Select(t => Say.Format(AdviceTexts.WhyTopic, t.Label)).ToList();
        if (line.Words.Count > 0) reasons.Add(Say.Format(AdviceTexts.WhyWords, Say.List(line.Words)));
        return reasons.Count > 0 ? Say.Groups(reasons) : AdviceTexts.WhyRelated;
    }
}
