using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Mail;

/// <summary>When somebody wants mails about requests. Without a row the usual quiet hours count, and nothing waits for a digest.</summary>
public sealed class MailRhythm
{
    private MailRhythm() { }

    internal MailRhythm(Guid accountId) => AccountId = accountId;

    public Guid AccountId { get; private set; }

    /// <summary>Both or none.</summary>
    public TimeOnly? QuietFrom { get; private set; }

    public TimeOnly? QuietUntil { get; private set; }

    /// <summary>One mail a week instead of single ones.</summary>
    public bool Weekly { get; private set; }

    /// <summary>The day of the last digest, or that on which digests were chosen.</summary>
    public DateOnly? DigestOn { get; private set; }

    public int Version { get; private set; }

    public QuietHours? Quiet => QuietFrom is { } from && QuietUntil is { } until && from != until ? new QuietHours(from, until) : null;

    internal void Set(TimeOnly? from, TimeOnly? until, bool weekly, DateOnly today)
    {
        if (weekly && !Weekly) DigestOn = today;
        (QuietFrom, QuietUntil, Weekly) = (from, until, weekly);
    }

    /// <summary>The quiet hours of an account: those that it chose, or the usual ones; null when it wants none.</summary>
    internal static async Task<QuietHours?> QuietOfAsync(NetworkDb db, Guid account, CancellationToken cancellation) =>
        await db.MailRhythms.AsNoTracking().FirstOrDefaultAsync(r => r.AccountId == account, cancellation) is { } rhythm ? rhythm.Quiet : QuietHours.Usual;

    /// <summary>The digest comes on Mondays; when the portal was down, on the first day after.</summary>
    internal bool WaitsForDigest(DateOnly today) => Weekly && DigestOn >= Monday(today);

    internal void NoteDigest(DateOnly today)
    {
        if (Weekly) DigestOn = today;
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
