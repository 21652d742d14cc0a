namespace Beirat.Network.Notices;

/// <summary>
/// Somebody who hears of new posts in a thread, and how far they have been told, by each way. Whoever writes, is called or is asked
/// there follows it from then on; whoever has said no stays untold, whatever happens there.
/// </summary>
public sealed class ThreadFollow
{
    private ThreadFollow() { }

    internal ThreadFollow(Guid personId, Guid discussionId, long toldUpTo, DateTimeOffset since) =>
        (PersonId, DiscussionId, Follows, From, MailedUpTo, PushedUpTo, Since) = (personId, discussionId, true, toldUpTo, toldUpTo, toldUpTo, since);

    public Guid PersonId { get; private set; }

    public Guid DiscussionId { get; private set; }

    /// <summary>False: does not want to hear of it.</summary>
    public bool Follows { get; private set; }

    public DateTimeOffset Since { get; private set; }

    /// <summary>The last sequence number before they came to follow it; what stands there is no news.</summary>
    public long From { get; private set; }

    /// <summary>The last sequence number that a mail has told of, or that there was nothing to tell of.</summary>
    public long MailedUpTo { get; private set; }

    /// <summary>The same for messages to devices.</summary>
    public long PushedUpTo { get; private set; }

    public int Version { get; private set; }

    /// <summary>One who follows since before anybody was told of anything: what stands there is news in the portal, but no notice.</summary>
    internal static ThreadFollow Told(Guid personId, Guid discussionId, long from, long toldUpTo, DateTimeOffset since) =>
        new(personId, discussionId, from, since) { MailedUpTo = toldUpTo, PushedUpTo = toldUpTo };

    /// <summary>What was said while somebody did not follow is not told afterwards.</summary>
    internal void Want(bool follows, long last, DateTimeOffset now)
    {
        if (Follows == follows) return;
        (Follows, Since) = (follows, now);
        if (follows) (From, MailedUpTo, PushedUpTo) = (last, last, last);
    }

    internal void NoteMailed(long sequence) => MailedUpTo = Math.Max(MailedUpTo, sequence);

    internal void NotePushed(long sequence) => PushedUpTo = Math.Max(PushedUpTo, sequence);
}
