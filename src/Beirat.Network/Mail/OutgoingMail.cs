using System.Text;

namespace Beirat.Network.Mail;

/// <summary>Subject and text of a mail, plain text. <see cref="Stop"/>: an address that ends such mails by one click, without signing in (RFC 8058).</summary>
public sealed record MailText(string Subject, string Text)
{
    public string? Stop { get; init; }
}

/// <summary>
/// A mail on its way: written in the same save as what it tells of, sent a moment later, tried again when that fails.
/// What was sent loses its text; the row goes after <see cref="Kept"/>.
/// </summary>
public sealed class OutgoingMail
{
    public const int MaxAddressLength = 254;

    public const int MaxSubjectLength = 200;

    public const int MaxStopLength = 600;

    /// <summary>After so many tries in vain a mail is parked.</summary>
    public const int MostAttempts = 8;

    /// <summary>How long a row is kept, sent or not: it holds an address.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(12);

    private OutgoingMail() { }

    internal OutgoingMail(Addressee to, MailText text, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (To, PersonId, Language) = (OneLine(to.Address), to.PersonId, to.Language);
        var subject = OneLine(text.Subject);
        Subject = subject.Length <= MaxSubjectLength ? subject : Common.Excerpt.Beginning(subject, MaxSubjectLength);
        (Text, Stop) = (text.Text, text.Stop);
        (QuietFrom, QuietUntil) = (to.Quiet?.From, to.Quiet?.Until);
        (CreatedAt, DueAt) = (now, FreeFrom(now));
    }

    public Guid Id { get; private set; }

    public string To { get; private set; } = string.Empty;

    /// <summary>Whom it is for, when that is somebody of the portal: erasing the person takes their mails along.</summary>
    public Guid? PersonId { get; private set; }

    public string Language { get; private set; } = string.Empty;

    public string Subject { get; private set; } = string.Empty;

    /// <summary>Empty once it was sent.</summary>
    public string Text { get; private set; } = string.Empty;

    /// <summary><see cref="MailText.Stop"/>; gone with the text.</summary>
    public string? Stop { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When to try next.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>Quiet hours of whoever it is for; both or none. Later tries keep them, too.</summary>
    public TimeOnly? QuietFrom { get; private set; }

    public TimeOnly? QuietUntil { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>Given up: nobody tries again by itself.</summary>
    public DateTimeOffset? ParkedAt { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>What went wrong last, as a code without personal data ("smtp 451", "no connection").</summary>
    public string? LastFault { get; private set; }

    public int Version { get; private set; }

    public bool IsOpen => SentAt is null && ParkedAt is null;

    /// <summary>Counts a try before it is made and keeps others away meanwhile: whoever dies in it leaves a later try.</summary>
    internal void BeTried(DateTimeOffset now)
    {
        if (!IsOpen) throw new InvalidOperationException("The mail is not on its way.");
        Attempts++;
        DueAt = FreeFrom(now + PauseAfter(Attempts));
    }

    /// <summary>Waits for the end of quiet hours that began before it was sent; true when it has to.</summary>
    internal bool Rest(DateTimeOffset now)
    {
        var free = FreeFrom(now);
        if (free == now) return false;
        DueAt = free;
        return true;
    }

    internal void BeSent(DateTimeOffset now) => (SentAt, Text, Stop, LastFault) = (now, string.Empty, null, null);

    /// <summary>A fault that will not pass parks the mail at once, another one after the last try.</summary>
    internal void Fail(MailFaultException fault, DateTimeOffset now)
    {
        LastFault = fault.Code;
        if (fault.Lasting || Attempts >= MostAttempts) ParkedAt = now;
    }

    /// <summary>1, 4, 16 minutes and so on, half a day at most.</summary>
    internal static TimeSpan PauseAfter(int attempts)
    {
        var pause = FirstPause * Math.Pow(4, Math.Min(attempts, 10) - 1);
        return pause < LongestPause ? pause : LongestPause;
    }

    private DateTimeOffset FreeFrom(DateTimeOffset at) => QuietFrom is { } from && QuietUntil is { } until ? new QuietHours(from, until).FreeFrom(at) : at;

    // A line end in an address or subject would begin a header of the writer's choice (RFC 5322, section 2.2).
    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text) line.Append(char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c);
        return string.Join(' ', line.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
