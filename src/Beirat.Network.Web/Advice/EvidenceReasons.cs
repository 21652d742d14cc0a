using System.Globalization;
using Beirat.Network.Advice;
using Beirat.Network.Search;
using Beirat.Network.Web.Components;

namespace Beirat.Network.Web.Advice;

/// <summary>Why a piece of evidence counts, and why somebody stands above the next, in words.</summary>
internal static class EvidenceReasons
{
    // More kinds than these make no sentence.
    private const int Told = 3;

    public static string Of(Evidence line) => line.Kind switch
    {
        EvidenceKind.Absence => Say.Format(AdviceTexts.WhyAbsence, When.Day(line.Date!.Value)),
        EvidenceKind.Load => Say.Count(AdviceTexts.ResourceManager, "WhyLoad", line.Count),
        EvidenceKind.Turns => Say.Count(AdviceTexts.ResourceManager, "WhyTurns", line.Count),
        _ => Found(line),
    };

    /// <summary>What makes the difference to the next one.</summary>
    public static string Of(AdviserLead lead)
    {
        if (lead.Points == 0) return Say.Format(AdviceTexts.AheadTie, lead.Over);
        var sentences = new List<string> { Say.Format(AdviceTexts.AheadOf, lead.Over, Points(lead.Points)), Say.Format(AdviceTexts.AheadMore, Kinds(lead.More)) };
        if (lead.Less.Count > 0) sentences.Add(Say.Format(AdviceTexts.AheadLess, Kinds(lead.Less)));
        return string.Join(' ', sentences);
    }

    private static string Found(Evidence line)
    {
        var reasons = line.Topics.Select(t => Say.Format(AdviceTexts.WhyTopic, t.Label)).ToList();
        if (line.Words.Count > 0) reasons.Add(Say.Format(AdviceTexts.WhyWords, Say.List(line.Words)));
        return reasons.Count > 0 ? Say.Groups(reasons) : AdviceTexts.WhyRelated;
    }

    private static string Kinds(IEnumerable<KindPoints> kinds) =>
        Say.List(kinds.Take(Told).Select(k => Say.Format(AdviceTexts.AheadKind, Say.Kind(k.Kind), Points(Math.Abs(k.Points)))));

    private static string Points(decimal points) => points.ToString("0.0", CultureInfo.CurrentCulture);
}
