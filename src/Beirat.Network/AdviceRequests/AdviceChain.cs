using Beirat.Network.Common;

namespace Beirat.Network.AdviceRequests;

/// <summary>A step from the question to what became of the answer, in the order in which they are told.</summary>
public enum AdviceStep
{
    Asked,

    /// <summary>The first adviser took it on.</summary>
    Accepted,

    /// <summary>The first version of the draft.</summary>
    Drafted,
    Released,
    Delivered,
    Replied,
    Withdrawn,
}

/// <summary>A step with its day. <see cref="Days"/> since the step that is told before it; null for the first one.</summary>
public sealed record AdviceChainStep(AdviceStep Step, DateTimeOffset At, int? Days);

/// <summary>The chain as one audience may see it: the days are counted between the steps that it sees.</summary>
internal static class AdviceChain
{
    /// <summary>What everybody sees of a public request.</summary>
    private static readonly AdviceStep[] ForAll = [AdviceStep.Asked, AdviceStep.Delivered, AdviceStep.Replied];

    public static IReadOnlyList<AdviceChainStep> Of(AdviceRequest request, DateTimeOffset? firstVersion, bool sharesWork, bool insider)
    {
        var accepted = request.Assignments.Where(a => a.Answer == AdviceAnswer.Accepted).Min(a => a.AnsweredAt);
        List<(AdviceStep Step, DateTimeOffset? At)> all =
        [
            (AdviceStep.Asked, request.AskedAt), (AdviceStep.Accepted, accepted), (AdviceStep.Drafted, sharesWork ? firstVersion : null),
            (AdviceStep.Released, request.ReleasedAt), (AdviceStep.Delivered, request.DeliveredAt), (AdviceStep.Replied, request.RepliedAt),
            (AdviceStep.Withdrawn, request.WithdrawnAt),
        ];
        var steps = new List<AdviceChainStep>();
        // Whoever joins late accepts after the draft began: the days tell when things happened, so they go by the day.
        foreach (var (step, at) in all.Where(s => s.At is not null && (insider || ForAll.Contains(s.Step))).OrderBy(s => s.At).ThenBy(s => s.Step))
            steps.Add(new AdviceChainStep(step, at!.Value, steps.Count == 0 ? null : DaysBetween(steps[^1].At, at.Value)));
        return steps;
    }

    /// <summary>By the city's calendar: from evening to the next morning is a day.</summary>
    private static int DaysBetween(DateTimeOffset from, DateTimeOffset to) =>
        DateOnly.FromDateTime(to.InCity().DateTime).DayNumber - DateOnly.FromDateTime(from.InCity().DateTime).DayNumber;
}
