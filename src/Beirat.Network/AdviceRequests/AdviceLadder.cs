using Beirat.Network.Common;

namespace Beirat.Network.AdviceRequests;

/// <summary>After how many days without an answer somebody is reminded, and the office told; how long before a deadline.</summary>
public sealed record AdviceLadder(int FirstReminder, int SecondReminder, int Escalation, int BeforeDeadline)
{
    public static readonly AdviceLadder Usual = new(3, 7, 10, 3);

    /// <summary>The highest step that is due to somebody who has not answered. After a pause of the portal nobody gets two at once.</summary>
    internal AdviceReminderStep StepFor(DateTimeOffset askedAt, DateTimeOffset now)
    {
        if (now >= askedAt.AddDays(SecondReminder)) return AdviceReminderStep.SecondReminder;
        return now >= askedAt.AddDays(FirstReminder) ? AdviceReminderStep.FirstReminder : AdviceReminderStep.Asked;
    }

    /// <summary>The office hears of it after some days, or the day before the deadline, whichever comes first.</summary>
    internal bool Escalates(DateTimeOffset askedAt, DateOnly deadline, DateTimeOffset now) =>
        now >= askedAt.AddDays(Escalation) || DayOf(now) >= deadline.AddDays(-1);

    /// <summary>Whoever took it on when the deadline was near already knows it.</summary>
    internal bool IsNear(DateTimeOffset acceptedAt, DateOnly deadline, DateTimeOffset now)
    {
        var from = deadline.AddDays(-BeforeDeadline);
        return DayOf(now) >= from && DayOf(now) <= deadline && DayOf(acceptedAt) < from;
    }

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.InCity().DateTime);
}
