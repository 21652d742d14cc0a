namespace Beirat.Network.Notices;

/// <summary>When a mail about something comes.</summary>
public enum NoticePace
{
    /// <summary>Within minutes, but never in quiet hours.</summary>
    AtOnce,

    /// <summary>Once a day, all together.</summary>
    Daily,

    /// <summary>On Mondays, all together.</summary>
    Weekly,

    Never,
}

/// <summary>What an account wants to be told of threads, and how. Without a row the usual holds.</summary>
public sealed class NoticeWishes
{
    private NoticeWishes() { }

    internal NoticeWishes(Guid accountId, DateOnly today) => (AccountId, DigestOn) = (accountId, today);

    public Guid AccountId { get; private set; }

    /// <summary>Mails about new posts in threads that the person follows.</summary>
    public NoticePace Threads { get; private set; } = NoticePace.Daily;

    /// <summary>Mails about posts that call the person by name or ask them.</summary>
    public NoticePace Calls { get; private set; } = NoticePace.AtOnce;

    /// <summary>Messages to devices: about all that is followed, not only about calls.</summary>
    public bool PushThreads { get; private set; }

    /// <summary>The day of the last digest, or that on which it was chosen.</summary>
    public DateOnly DigestOn { get; private set; }

    public int Version { get; private set; }

    internal void Set(NoticePace threads, NoticePace calls, bool pushThreads) => (Threads, Calls, PushThreads) = (threads, calls, pushThreads);

    /// <summary>No more mails about threads; what the portal shows stays.</summary>
    internal void Stop() => (Threads, Calls) = (NoticePace.Never, NoticePace.Never);

    /// <summary>True when mails of this pace are told now: a digest once in its span, on its first day or on the first one after that the portal was there.</summary>
    internal bool IsDue(NoticePace pace, DateOnly today) => pace switch
    {
        NoticePace.AtOnce => true,
        NoticePace.Daily => DigestOn < today,
        NoticePace.Weekly => DigestOn < today.AddDays(-(((int)today.DayOfWeek + 6) % 7)),
        _ => false,
    };

    internal void NoteDigest(DateOnly today) => DigestOn = today;
}
